/// One checked row of an evidence table.
public struct EvidenceRecord: Hashable, Codable, Sendable {
  /// The kind's id.
  public let kind: String
  /// The record in a few words: its number, names and titles.
  public let caption: Text
  /// Whether somebody verified it.
  public let isVerified: Bool
  /// The id under which the register keeps it; nil for a record of a file.
  package let source: String?
  let values: [String: EvidenceValue]

  /// The value of a column of the record's kind.
  ///
  /// ``Evidence`` has checked every record against the kind before a module sees it. To read a column that the module did not
  /// put into that kind is a mistake in the module, and stops the program.
  public subscript<Value>(column: Column<Value>) -> Value {
    guard let value = values[column.definition.id].flatMap({ Value($0) }) else {
      preconditionFailure("the kind “\(kind)” declares no column “\(column.definition.id)” of this type")
    }
    return value
  }

  /// The cells as a table has them, by column; blank ones are left out.
  package var cells: [String: String] {
    values.compactMapValues { value in
      switch value {
      case .text(let text): text
      case .whole(let number): String(number)
      case .decimal(let points): points.description
      case .day(let day): day.description
      case .choice(let id): id
      case .absent: nil
      }
    }
  }

  func fits(_ kind: EvidenceKind) -> Bool {
    values.count == kind.columns.count
      && kind.columns.allSatisfy { column in values[column.id].map(column.accepts) ?? false }
  }

  func day(_ column: String) -> Day? {
    values[column].flatMap { Day($0) }
  }
}

extension [EvidenceRecord] {
  /// One record for each key, the one that is worth most; of equals the first. The others are left out for its sake.
  ///
  /// - Parameters:
  ///   - key: what records must share to stand for one thing: a person, a person at an event.
  ///   - worth: the points that a record is worth.
  public func best<Key: Hashable>(
    per key: (EvidenceRecord) -> Key, worth: (EvidenceRecord) throws(ModuleError) -> Points
  ) throws(ModuleError) -> (counted: [(record: EvidenceRecord, worth: Points)], leftOut: [Reason]) {
    var worths: [Points] = []
    var bestOf: [Key: Int] = [:]
    for (index, record) in enumerated() {
      worths.append(try worth(record))
      let best = bestOf[key(record), default: index]
      bestOf[key(record)] = worths[index] > worths[best] ? index : best
    }
    var (counted, leftOut): ([(record: EvidenceRecord, worth: Points)], [Reason]) = ([], [])
    for (index, record) in enumerated() {
      let best = bestOf[key(record), default: index]
      if best == index {
        counted.append((record, worths[index]))
      } else {
        leftOut.append(.leftOut(record, .anotherCounts(self[best].caption)))
      }
    }
    return (counted, leftOut)
  }
}

/// What is wrong with one row's cells.
package struct CellFault: Error, Hashable, Sendable {
  /// The column's id.
  package let column: String
  package let found: String
  package let expected: Expectation
}

extension EvidenceKind {
  /// Makes a record of a row's cells, one per column and trimmed, or says everything that is wrong with them.
  package func record(cells: [String], isVerified: Bool, source: String? = nil) throws(CellFaults) -> EvidenceRecord {
    var values: [String: EvidenceValue] = [:]
    values.reserveCapacity(columns.count)
    var faults: [CellFault] = []
    for (column, cell) in zip(columns, cells) {
      switch column.value(of: cell) {
      case .success(let value): values[column.id] = value
      case .failure(let expected): faults.append(CellFault(column: column.id, found: cell, expected: expected))
      }
    }
    if let number, case .text(let text) = values[number] {
      if text.looksLikeSpreadsheetNumber {
        faults.append(CellFault(column: number, found: text, expected: .numberAsText))
      }
      values[number] = .text(text.foldingWidth())
    }
    faults += rules.compactMap { $0.fault(in: values) }
    guard faults.isEmpty else { throw CellFaults(all: faults) }
    return EvidenceRecord(
      kind: id, caption: caption(of: values), isVerified: isVerified, source: source, values: values)
  }

  private func caption(of values: [String: EvidenceValue]) -> Text {
    var words: (zh: [String], en: [String]) = ([], [])
    for column in columns {
      switch (values[column.id], column.form) {
      case (.text(let text), _):
        words.zh.append(text)
        words.en.append(text)
      case (.whole(let year), _) where dating == .inYear(column.id):
        words.zh.append("\(year)年")
        words.en.append("\(year)")
      case (.choice(let id), .choice(let choices)):
        guard let label = choices.first(where: { $0.id == id })?.label else { continue }
        words.zh.append(label.zh)
        words.en.append(label.en)
      default: continue
      }
    }
    // Most captions are one title.
    if words.zh.count == 1 { return Text(zh: words.zh[0], en: words.en[0]) }
    return Text(zh: words.zh.joined(separator: " "), en: words.en.joined(separator: " "))
  }
}

/// Everything that is wrong with one row's cells.
package struct CellFaults: Error, Hashable, Sendable {
  package let all: [CellFault]
}

extension RowRule {
  fileprivate func fault(in values: [String: EvidenceValue]) -> CellFault? {
    switch self {
    case .bothOrNeither(let first, let second):
      guard let one = values[first], let other = values[second], (one == .absent) != (other == .absent) else {
        return nil
      }
      let (blank, given) = one == .absent ? (first, second) : (second, first)
      return CellFault(column: blank, found: "", expected: .filledWith(given))
    case .ordered(let first, let second):
      guard case .day(let start) = values[first], case .day(let end) = values[second], end < start else { return nil }
      return CellFault(column: second, found: end.description, expected: .notBefore(start))
    }
  }
}

extension String {
  /// Whether a spreadsheet has turned a long number into `2.0191E+12`, which loses its digits.
  fileprivate var looksLikeSpreadsheetNumber: Bool {
    guard utf8.contains(UInt8(ascii: "+")) else { return false }
    let parts = foldingWidth().split(separator: "+", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].last == "E" || parts[0].last == "e", !parts[1].isEmpty else { return false }
    return parts[0].dropLast().allSatisfy { "0123456789.".contains($0) }
      && parts[1].allSatisfy { "0123456789".contains($0) }
  }
}

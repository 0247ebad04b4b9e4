/// One studio's records as they came, and the sorting of what counts from what does not.
///
/// The host sorts, not the modules, so that "verified, dated in the period, a number once" means the same everywhere.
package struct StudioEvidence: Sendable {
  private var tables: [String: [EvidenceRecord]] = [:]

  package init() {}

  /// Makes a kind's table present, though it may stay empty; a table that was never opened is missing.
  package mutating func open(_ kind: EvidenceKind) {
    tables[kind.id, default: []] += []
  }

  /// Adds a record to its kind's table.
  package mutating func add(_ record: EvidenceRecord) {
    tables[record.kind, default: []].append(record)
  }

  /// The evidence for each of the modules, which are given in rule-set order.
  ///
  /// A number counts once across all modules: in their order, then in the order of their kinds.
  package func sorted(for modules: [ModuleDescription], in period: Period) -> [Evidence] {
    var countedNumbers: [String: String] = [:]
    return modules.map { module in
      var evidence = Evidence()
      for kind in module.reads {
        guard let records = tables[kind.id] else { continue }
        evidence.set(kind.sort(records, in: period, counted: &countedNumbers), for: kind)
      }
      return evidence
    }
  }
}

extension EvidenceKind {
  fileprivate func sort(
    _ records: [EvidenceRecord], in period: Period, counted numbers: inout [String: String]
  ) -> Evidence.Table {
    var table = Evidence.Table()
    var own: [String: String] = [:]
    let mine = records.filter { $0.fits(self) }.map { (order: order(of: $0), record: $0) }
    for (_, record) in mine.sorted(by: { $0.order.lexicographicallyPrecedes($1.order) }) {
      let number = number.flatMap { record.values[$0] }.flatMap { String($0) }
      if !record.isVerified {
        table.leftOut.append(.leftOut(record, .unverified))
      } else if !dating.places(record, in: period) {
        table.leftOut.append(.leftOut(record, dating.isOpenEnded ? .afterPeriod : .outOfPeriod))
      } else if let number, let kind = numbers[number] {
        table.leftOut.append(.leftOut(record, .numberCounted(kind: kind)))
      } else if let number, own[number] != nil, !sharesNumbers {
        table.leftOut.append(.leftOut(record, .sameNumber))
      } else {
        if let number { own[number] = id }
        table.counted.append(record)
      }
    }
    numbers.merge(own) { first, _ in first }
    return table
  }

  /// What records are sorted by, so that the order of rows never matters: days first, then choices as declared, then the
  /// other cells. Of rows that share a number the earliest stands for all.
  private func order(of record: EvidenceRecord) -> [String] {
    var order: [String] = []
    order.reserveCapacity(columns.count + 1)
    var (days, choices) = (0, 0)
    for column in columns {
      switch (record.values[column.id], column.form) {
      case (.day(let day), _):
        order.insert(day.description, at: days)
        days += 1
      case (.absent, .day):
        order.insert("", at: days)
        days += 1
      case (.choice(let id), .choice(let known)):
        order.insert(padded(known.firstIndex { $0.id == id } ?? known.count), at: days + choices)
        choices += 1
      case (.text(let text), _): order.append(text)
      case (.whole(let number), _): order.append(padded(number))
      case (.decimal(let points), _): order.append(padded(points.hundredths))
      default: order.append("")
      }
    }
    order.append(record.isVerified ? "0" : "1")
    return order
  }

  private func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
  }
}

extension Dating {
  /// Whether records count from whenever they are dated.
  fileprivate var isOpenEnded: Bool {
    if case .notAfter = self { true } else { false }
  }

  fileprivate func places(_ record: EvidenceRecord, in period: Period) -> Bool {
    switch self {
    case .onDay(let column): record.day(column).map(period.contains) ?? false
    case .notAfter(let column): record.day(column).map { $0 <= period.lastDay } ?? false
    case .inYear(let column): record.values[column].flatMap { Int($0) }.map(period.years.contains) ?? false
    case .during(let first, let last):
      record.day(first).map { $0 <= period.lastDay } ?? false
        && record.day(last).map { $0.year >= period.years.lowerBound } ?? true
    case .either(let one, let other): one.places(record, in: period) || other.places(record, in: period)
    }
  }
}

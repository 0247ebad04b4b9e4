/// Evidence, and the reference marks or the refusal that a module gives for it, over the years 2024 and 2025.
///
/// Examples document a module and run as its tests; each fails at its own line.
public struct Example: Sendable {
  /// What the example shows.
  public let title: String
  let tables: [EvidenceKind: [[String]]]
  let expected: Expected
  /// Where the example stands.
  public let location: Location

  /// A place in the source.
  public struct Location: Sendable {
    /// `Module/File.swift`.
    public let fileID: String
    /// The file's full path.
    public let filePath: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int
  }

  enum Expected: Sendable {
    case marks([String: String])
    case refusal(ModuleError)
  }

  /// Evidence and the marks that follow from it, two decimals each.
  ///
  /// A row holds the kind's columns in order; one more cell, `no`, makes it a record that nobody verified.
  public init(
    _ title: String, _ tables: [EvidenceKind: [[String]]], marks: [String: String],
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    self.title = title
    self.tables = tables
    expected = .marks(marks)
    location = Location(fileID: fileID, filePath: filePath, line: line, column: column)
  }

  /// Evidence that the module refuses.
  public init(
    _ title: String, _ tables: [EvidenceKind: [[String]]], refuses error: ModuleError,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    self.title = title
    self.tables = tables
    expected = .refusal(error)
    location = Location(fileID: fileID, filePath: filePath, line: line, column: column)
  }
}

extension Example {
  /// Runs the example through the host's sorting and the module: nil where it holds, else what came instead.
  package func failure(of type: any RubricModule.Type, serving rubric: Rubric) -> String? {
    guard let period = Period(years: 2024...2025) else { return "the examples' period is no period" }
    do {
      var records = StudioEvidence()
      for (kind, rows) in tables {
        records.open(kind)
        for row in rows {
          let isVerified = row.count <= kind.columns.count || row.last != "no"
          let cells = Array(row.prefix(kind.columns.count))
          records.add(try kind.record(cells: cells, isVerified: isVerified))
        }
      }
      let evidence = records.sorted(for: [type.description], in: period)
      let marks = try type.init(rubric: rubric).referenceMarks(for: evidence[0], in: period)
      return compare(marks)
    } catch let error as ModuleError {
      if case .refusal(error) = expected { return nil }
      return "refused with \(error)"
    } catch {
      return "\(error)"
    }
  }

  private func compare(_ marks: [ReferenceMark]) -> String? {
    let found = Dictionary(marks.map { ($0.criterion, $0.marks.description) }) { first, _ in first }
    switch expected {
    case .refusal(let error): return "gave \(found) where \(error) was expected"
    case .marks(let expected):
      let differing = expected.filter { found[$0.key] != $0.value }.keys.sorted()
      guard !differing.isEmpty else { return nil }
      return differing.map { "\($0) is \(found[$0] ?? "not marked"), not \(expected[$0] ?? "")" }
        .joined(separator: "; ")
    }
  }
}

/// A kind of evidence: one table, its typed columns, and what decides whether a record counts.
///
/// From it the host makes CSV templates, checks imports and draws forms, so that none is written by hand.
public struct EvidenceKind: Hashable, Sendable {
  /// The permanent id, also the table's file name without `.csv`.
  public let id: String
  /// The kind in words.
  public let title: Text
  /// The columns between `studio` and `verified`.
  public let columns: [ColumnDefinition]
  /// Which dates decide whether a record falls into the period.
  public let dating: Dating
  let number: String?
  let sharesNumbers: Bool
  let rules: [RowRule]

  /// A kind of evidence.
  ///
  /// - Parameters:
  ///   - dated: which columns decide whether a record falls into the period.
  ///   - numbered: the column whose number counts once per studio across all modules.
  ///   - sharesNumbers: whether rows with one number are different records, as the winners on one award document are;
  ///     otherwise they are one record.
  ///   - rules: what the cells of one row must agree on.
  ///   - columns: the columns between `studio` and `verified`, in order.
  public init(
    _ id: String, zh: String, en: String, dated dating: Dating, numbered: Column<String>? = nil,
    sharesNumbers: Bool = false, rules: [RowRule] = [], _ columns: any EvidenceColumn...
  ) {
    self.id = id
    title = Text(zh: zh, en: en)
    self.columns = columns.map(\.definition)
    self.dating = dating
    number = numbered?.definition.id
    self.sharesNumbers = sharesNumbers
    self.rules = rules
  }

  private init(_ kind: EvidenceKind, columns: [ColumnDefinition]) {
    id = kind.id
    title = kind.title
    self.columns = columns
    dating = kind.dating
    number = kind.number
    sharesNumbers = kind.sharesNumbers
    rules = kind.rules
  }

  /// Whether its rows name persons.
  package var isPersonal: Bool { columns.contains(where: \.isPersonal) }

  /// One table for two modules' views of it: the same columns, the closed lists joined; nil where they differ otherwise.
  ///
  /// So each module declares only the documents that it reads, and they share one table.
  func joined(with other: EvidenceKind) -> EvidenceKind? {
    guard columns.count == other.columns.count else { return nil }
    let columns = zip(columns, other.columns).map { mine, theirs in
      guard case .choice(let here) = mine.form, case .choice(let there) = theirs.form else { return mine }
      let added = there.filter { choice in !here.contains { $0.id == choice.id } }
      return ColumnDefinition(
        id: mine.id, label: mine.label, form: .choice(here + added), isOptional: mine.isOptional,
        isPersonal: mine.isPersonal)
    }
    let joined = EvidenceKind(self, columns: columns)
    let fits = zip(columns, other.columns).allSatisfy { wide, narrow in
      guard case .choice(let choices) = wide.form, case .choice(let some) = narrow.form else { return wide == narrow }
      return wide.id == narrow.id && some.allSatisfy(choices.contains)
    }
    return fits && joined == EvidenceKind(other, columns: columns) ? joined : nil
  }
}

/// A column of any type, as ``EvidenceKind`` lists them.
public protocol EvidenceColumn: Sendable {
  /// What the table, the check and the form know of the column.
  var definition: ColumnDefinition { get }
}

extension Column: EvidenceColumn {}

/// Which columns decide whether a record falls into the period.
public indirect enum Dating: Hashable, Sendable {
  /// Not blank, and on a day of the period.
  case onDay(String)
  /// On or before the period's last day.
  case notAfter(String)
  /// In a year of the period.
  case inYear(String)
  /// From a day to a day (blank: still going on), some of it in the period.
  case during(String, String)
  /// By one or by the other.
  case either(Dating, Dating)

  /// On a day of the period.
  public static func on(_ column: Column<Day>) -> Dating { .onDay(column.definition.id) }
  /// On a day of the period, where there is one.
  public static func on(_ column: Column<Day?>) -> Dating { .onDay(column.definition.id) }
  /// On or before the period's last day, as documents are that hold until they are replaced.
  public static func by(_ column: Column<Day>) -> Dating { .notAfter(column.definition.id) }
  /// In a year of the period.
  public static func of(_ column: Column<Int>) -> Dating { .inYear(column.definition.id) }
  /// From a day to a day, or going on; some of it in the period.
  public static func during(_ first: Column<Day>, _ last: Column<Day?>) -> Dating {
    .during(first.definition.id, last.definition.id)
  }
}

/// What the cells of one row must agree on.
public enum RowRule: Hashable, Sendable {
  /// Both filled or both blank.
  case bothOrNeither(String, String)
  /// The first day not after the second, where both are given.
  case ordered(String, String)

  /// Both filled or both blank.
  public static func together<First, Second>(_ first: Column<First?>, _ second: Column<Second?>) -> RowRule {
    .bothOrNeither(first.definition.id, second.definition.id)
  }

  /// The first day not after the second, where both are given.
  public static func inOrder(_ first: Column<Day>, _ second: Column<Day?>) -> RowRule {
    .ordered(first.definition.id, second.definition.id)
  }
}

/// A typed column of an evidence table: `Column<Int>("minutes_late", zh: "迟到分钟", en: "Minutes late")`.
///
/// It is the key with which a module reads a record, `record[minutesLate]`, and all that a template, an import check or a
/// form needs to know of the column.
public struct Column<Value: ColumnValue>: Sendable {
  /// What the table, the check and the form know of the column.
  public let definition: ColumnDefinition

  /// A column of any value.
  public init(_ id: String, zh: String, en: String) {
    definition = ColumnDefinition(
      id: id, label: Text(zh: zh, en: en), form: Value.form, isOptional: Value.isOptional)
  }
}

extension Column<String> {
  /// A column of persons' names, which the register keeps apart from what it can never forget.
  public init(personNamed id: String, zh: String, en: String) {
    definition = ColumnDefinition(
      id: id, label: Text(zh: zh, en: en), form: .text, isOptional: false, isPersonal: true)
  }
}

extension Column<Int> {
  /// A column of whole numbers within a range.
  public init(_ id: String, zh: String, en: String, in range: ClosedRange<Int>) {
    definition = ColumnDefinition(
      id: id, label: Text(zh: zh, en: en), form: .whole(range), isOptional: false)
  }
}

extension Column<Points> {
  /// A column of numbers with up to two decimals, within a range.
  public init(_ id: String, zh: String, en: String, in range: ClosedRange<Points>) {
    definition = ColumnDefinition(
      id: id, label: Text(zh: zh, en: en), form: .decimal(range), isOptional: false)
  }
}

/// What a table knows of one of its columns, whatever its type.
public struct ColumnDefinition: Hashable, Sendable {
  /// The column's name in the header, `accepted_on`.
  public let id: String
  /// The column's name for a reader; also taken in a header.
  public let label: Text
  /// What a cell may hold.
  public let form: ValueForm
  /// Whether a cell may be blank.
  public let isOptional: Bool
  /// Whether cells name a person, whose name the register keeps apart from the journal.
  public let isPersonal: Bool

  init(id: String, label: Text, form: ValueForm, isOptional: Bool, isPersonal: Bool = false) {
    self.id = id
    self.label = label
    self.form = form
    self.isOptional = isOptional
    self.isPersonal = isPersonal
  }
}

/// What a cell of a column may hold.
public enum ValueForm: Hashable, Sendable {
  /// Any text.
  case text
  /// A whole number within the range.
  case whole(ClosedRange<Int>)
  /// A number of up to two decimals within the range.
  case decimal(ClosedRange<Points>)
  /// A calendar day.
  case day
  /// One of a closed list.
  case choice([Choice])

  /// A word of a closed list: its id in tables and its words for a reader.
  public struct Choice: Hashable, Sendable {
    /// The word in tables, `utility-model`.
    public let id: String
    /// The word for a reader; also taken in tables.
    public let label: Text
  }
}

/// A checked cell.
public enum EvidenceValue: Hashable, Codable, Sendable {
  /// A text, never empty.
  case text(String)
  /// A whole number.
  case whole(Int)
  /// A number of up to two decimals.
  case decimal(Points)
  /// A calendar day.
  case day(Day)
  /// The id of a choice.
  case choice(String)
  /// A blank cell.
  case absent
}

/// A type that a column can have: text, a whole number, points, a day, a choice, or one of these left blank.
public protocol ColumnValue: Sendable {
  /// What a cell may hold where the column says nothing narrower.
  static var form: ValueForm { get }
  /// Whether a cell may be blank.
  static var isOptional: Bool { get }
  /// The typed value of a checked cell, or nil where the cell is of another type.
  init?(_ value: EvidenceValue)
}

extension ColumnValue {
  /// Cells are filled unless the type says otherwise.
  public static var isOptional: Bool { false }
}

extension String: ColumnValue {
  /// Any text.
  public static var form: ValueForm { .text }
  /// The text of a cell.
  public init?(_ value: EvidenceValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}

extension Int: ColumnValue {
  /// Whole numbers of up to nine digits.
  public static var form: ValueForm { .whole(0...999_999_999) }
  /// The number in a cell.
  public init?(_ value: EvidenceValue) {
    guard case .whole(let number) = value else { return nil }
    self = number
  }
}

extension Points: ColumnValue {
  /// Numbers of up to nine digits and two decimals.
  public static var form: ValueForm { .decimal(.zero...999_999_999) }
  /// The number in a cell.
  public init?(_ value: EvidenceValue) {
    guard case .decimal(let points) = value else { return nil }
    self = points
  }
}

extension Day: ColumnValue {
  /// A calendar day.
  public static var form: ValueForm { .day }
  /// The day in a cell.
  public init?(_ value: EvidenceValue) {
    guard case .day(let day) = value else { return nil }
    self = day
  }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
  /// What a filled cell may hold.
  public static var form: ValueForm { Wrapped.form }
  /// A blank cell is nil.
  public static var isOptional: Bool { true }
  /// The value of a cell, which may be blank.
  public init?(_ value: EvidenceValue) {
    let isAbsent = value == .absent
    let wrapped = isAbsent ? nil : Wrapped(value)
    guard isAbsent || wrapped != nil else { return nil }
    self = wrapped
  }
}

/// A closed list as a column's type: an enum of strings whose cases carry their words for a reader.
public protocol EvidenceChoice: ColumnValue, CaseIterable, RawRepresentable<String> {
  /// The choice in words.
  var label: Text { get }
}

extension EvidenceChoice {
  /// The cases, in the order of their declaration.
  public static var form: ValueForm {
    .choice(allCases.map { ValueForm.Choice(id: $0.rawValue, label: $0.label) })
  }

  /// The choice in a cell.
  public init?(_ value: EvidenceValue) {
    guard case .choice(let id) = value else { return nil }
    self.init(rawValue: id)
  }
}

import Scoring
import Wording

/// A field of a form as it is shown: what it asks for, what was typed, and what is wrong with that.
struct Field: Sendable {
  let name: String
  let label: String
  let form: Form
  var isOptional = false
  var hint: String?
  /// What was typed, or what is there.
  var value = ""
  var fault: String?

  enum Form: Sendable {
    case line
    case lines
    case number
    case day
    case choice([(id: String, label: String)])
    case file
  }

  init(
    _ name: String, _ label: String, _ form: Form = .line, isOptional: Bool = false, hint: String? = nil,
    value: String? = nil
  ) {
    (self.name, self.label, self.form) = (name, label, form)
    (self.isOptional, self.hint, self.value) = (isOptional, hint, value ?? "")
  }

  /// - Parameter place: what makes its id its own where a page has several forms.
  func model(in place: String = "field") -> Model {
    var choices: [Model] = []
    if case .choice(let all) = form {
      choices = all.map { ["id": $0.id, "label": $0.label, "isSelected": $0.id == value] }
    }
    return [
      "id": "\(place)-\(name)", "name": name, "label": label, "value": value, "fault": fault, "hint": hint,
      "isOptional": isOptional, "isLines": isLines, "isDay": isDay, "isNumber": isNumber, "isFile": isFile,
      "isChoice": isChoice, "choices": choices, "isLine": !(isLines || isDay || isNumber || isFile || isChoice),
    ]
  }

  private var isLines: Bool { if case .lines = form { true } else { false } }
  private var isNumber: Bool { if case .number = form { true } else { false } }
  private var isFile: Bool { if case .file = form { true } else { false } }
  private var isChoice: Bool { if case .choice = form { true } else { false } }
  /// A calendar shows nothing of what is no day: then a line keeps what was typed.
  private var isDay: Bool { if case .day = form { value.isEmpty || Day(value)?.description == value } else { false } }
}

extension [Field] {
  func models(in place: String = "field") -> [Model] { map { $0.model(in: place) } }

  /// The same fields with what a form brought.
  func filled(from form: Form) -> [Field] {
    map { field in
      var field = field
      field.value = form[field.name] ?? field.value
      return field
    }
  }
}

extension ColumnDefinition {
  /// The field of an evidence form that asks for a cell of this column.
  func field(in language: Language) -> Field {
    let form: Field.Form =
      switch self.form {
      case .text: .line
      case .whole, .decimal: .number
      case .day: .day
      case .choice(let choices): .choice(choices.map { ($0.id, language($0.label)) })
      }
    return Field(id, language(label), form, isOptional: isOptional, hint: isPersonal ? nil : range(language.phrases))
  }

  /// The upper bound of a column that names none: as many digits as a number may have.
  private static let unbounded = 999_999_999

  /// The range of a number, where it says something.
  private func range(_ phrases: any Phrases) -> String? {
    switch form {
    case .whole(let range) where range.upperBound < Self.unbounded: phrases.span(range.lowerBound, range.upperBound)
    case .decimal(let range) where range.upperBound < Points(integerLiteral: Self.unbounded):
      phrases.span(range.lowerBound, range.upperBound)
    default: nil
    }
  }
}

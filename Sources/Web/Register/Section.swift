import Scoring
import StudioRegistry

/// A cell of a table: words, with a link or a warning where there is one.
struct Cell: Sendable, ExpressibleByStringLiteral {
  var text: String
  var path: String?
  var warning: String?
  var isNumber = false

  init(_ text: String?, path: String? = nil, warning: String? = nil, isNumber: Bool = false) {
    (self.text, self.path, self.isNumber) = (text ?? "", path, isNumber)
    self.warning = warning?.isEmpty == true ? nil : warning
  }

  init(stringLiteral text: String) { self.init(text) }

  static func number(_ text: String?) -> Cell { Cell(text, isNumber: true) }

  fileprivate var model: Model {
    ["text": text, "path": path, "warning": warning, "isNumber": isNumber, "isDay": Day(text) != nil]
  }
}

/// A part of a page that opens and closes: notes, a table, and what can be done there.
struct Section: Sendable {
  /// The name under which a link leads here.
  let id: String
  let title: String
  var notes: [String] = []
  var warnings: [String] = []
  var header: [String] = []
  var rows: [[Cell]] = []
  var forms: [DeskForm] = []
  /// How many there are, where that is not how many rows.
  var count: Int?
  var isOpen = false
  /// Whether a phone shows each row as lines, where columns would be too narrow to read.
  var isStacked = false
  var more: (path: String, label: String)?
  /// What is said where there is no row; nil where there is no table.
  var empty: String?

  init(_ id: String, _ title: String) {
    (self.id, self.title) = (id, title)
  }

  mutating func add(_ cells: Cell...) { rows.append(cells) }

  var model: Model {
    let shownCount = count ?? rows.count
    return [
      "id": id, "title": title, "count": shownCount > 0 ? "\(shownCount)" : nil,
      "isOpen": isOpen || forms.contains(where: \.isOpen),
      "notes": notes.map { text -> Model in ["text": text] },
      "warnings": warnings.map { text -> Model in ["text": text] },
      "hasTable": !rows.isEmpty, "isStacked": isStacked, "header": header.map { text -> Model in ["text": text] },
      "rows": rows.map { cells -> Model in ["cells": cells.map(\.model)] },
      "empty": rows.isEmpty ? empty : nil, "forms": forms.map(\.model),
      "morePath": more?.path, "moreLabel": more?.label,
    ]
  }
}

/// A form with a few fields that asks for one thing.
struct DeskForm: Sendable {
  let title: String
  let actionPath: String
  var fields: [DeskField]
  var button: String
  /// What is said in front of the fields.
  var hint: String?
  /// Why the last try was refused.
  var refused: String?
  var isOpen = false

  init(_ title: String, to actionPath: String, _ fields: [DeskField], button: String, hint: String? = nil) {
    (self.title, self.actionPath, self.fields) = (title, actionPath, fields)
    (self.button, self.hint) = (button, hint)
  }

  var hasFile: Bool { fields.contains { $0.kind == .file } }

  var model: Model {
    let prefix = actionPath.split(separator: "/").joined(separator: "-")
    return [
      "formTitle": title, "actionPath": actionPath, "button": button, "hint": hint, "refused": refused,
      "isFormOpen": isOpen, "hasFile": hasFile,
      "fields": fields.map { $0.model(prefix: prefix) },
    ]
  }
}

/// A field of a form.
struct DeskField: Sendable {
  let name: String
  let label: String
  var kind = Kind.text
  var value = ""
  var isRequired = true
  var choices: [Choice] = []

  /// One of the things that can be chosen.
  struct Choice: Sendable {
    let value: String
    let label: String

    init(_ value: String, _ label: String) {
      (self.value, self.label) = (value, label)
    }
  }

  enum Kind: Sendable { case text, area, day, number, choice, file }

  init(_ name: String, _ label: String, _ kind: Kind = .text, value: String = "", isRequired: Bool = true) {
    (self.name, self.label, self.kind, self.value, self.isRequired) = (name, label, kind, value, isRequired)
  }

  init(_ name: String, _ label: String, choices: [Choice], value: String = "") {
    self.init(name, label, .choice, value: value)
    self.choices = choices
  }

  func model(prefix: String) -> Model {
    [
      "name": name, "fieldID": "\(prefix)-\(name)", "fieldLabel": label, "value": value, "isRequired": isRequired,
      "isText": kind == .text, "isArea": kind == .area, "isDay": kind == .day, "isNumeric": kind == .number,
      "isChoice": kind == .choice, "isFile": kind == .file,
      "choices": choices.map { choice -> Model in
        [
          "value": choice.value, "choiceLabel": choice.label,
          // What is the only choice is no decision of whoever fills the form in.
          "isChosen": choice.value == value || (choices.count == 1 && value.isEmpty),
        ]
      },
    ]
  }
}

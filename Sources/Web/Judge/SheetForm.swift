import Journal
import Scoring
import StudioRegistry
import Synchronization

/// What a round's sheets have as fields: known once a round is opened, and the same ever after.
struct SheetForm: Sendable {
  let rubrics: [String]
  /// The rubric's place for the id of each criterion, and of each rubric itself, which stands for it marked whole.
  private let places: [String: Int]

  init(_ rules: RuleSet) {
    rubrics = rules.rubrics.map(\.id)
    var places: [String: Int] = [:]
    for (place, rubric) in rules.rubrics.enumerated() {
      places[rubric.id] = place
      for criterion in rubric.criteria { places[criterion.id] = place }
    }
    self.places = places
  }

  /// A form's sheets by rubric, in rule-set order: those of which it has a field at all.
  func typed(in form: Form) -> [(rubric: String, sheet: TypedSheet)] {
    var sheets = [TypedSheet?](repeating: nil, count: rubrics.count)
    var levels: [(id: String, place: Int, value: String)] = []
    var was: [String: String] = [:]
    for (name, value) in form.fields {
      guard let (kind, id, place) = field(name) else { continue }
      switch kind {
      case "mark": sheets[place, default: TypedSheet()].marks[id] = value
      case "why": sheets[place, default: TypedSheet()].reasons[id] = value.replacing("\r\n", with: "\n")
      case "whole": sheets[place, default: TypedSheet()].whole = true
      case "level": levels.append((id, place, value))
      case "was": was[id] = value
      default: continue
      }
    }
    for (id, place, level) in levels {
      let mark = sheets[place]?.marks[id] ?? ""
      sheets[place, default: TypedSheet()].marks[id] = TypedSheet.mark(mark, was: was[id] ?? "", level: level)
    }
    return zip(rubrics, sheets).compactMap { rubric, sheet in sheet.map { (rubric, $0) } }
  }

  /// `mark-A1` taken apart, with its rubric's place.
  private func field(_ name: String) -> (kind: Substring, id: String, place: Int)? {
    guard let hyphen = name.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let id = String(name[name.index(after: hyphen)...])
    return places[id].map { (name[..<hyphen], id, $0) }
  }
}

extension [TypedSheet?] {
  fileprivate subscript(place: Int, default sheet: TypedSheet) -> TypedSheet {
    get { self[place] ?? sheet }
    set { self[place] = newValue }
  }
}

/// A sheet as somebody typed it, finished or not, right or wrong.
struct TypedSheet: Codable, Hashable, Sendable {
  var marks: [String: String] = [:]
  var reasons: [String: String] = [:]
  /// Whether the rubric is marked whole.
  var whole: Bool?
  /// The page that saved it, and at which turn; nil in a draft from before pages said so.
  var page: SheetTurn?

  init(marks: [String: String] = [:], reasons: [String: String] = [:]) {
    (self.marks, self.reasons) = (marks, reasons)
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    marks = try fields.decodeIfPresent([String: String].self, forKey: .marks) ?? [:]
    reasons = try fields.decodeIfPresent([String: String].self, forKey: .reasons) ?? [:]
    whole = try fields.decodeIfPresent(Bool.self, forKey: .whole)
    page = try fields.decodeIfPresent(SheetTurn.self, forKey: .page)
  }
}

/// A page as a browser shows it, and how often it has sent what was typed.
struct SheetTurn: Codable, Hashable, Sendable {
  /// A random text that every page is given.
  let page: String
  let number: Int

  /// Nil where the form says nothing of it.
  init?(_ form: Form) {
    guard let page = form["page"], !page.isEmpty, page.utf8.count <= 40 else { return nil }
    (self.page, number) = (page, form["turn"].flatMap { Int($0) } ?? 0)
  }
}

extension TypedSheet {
  /// What a field of points and the levels beside it say together, where a form without scripts sends both.
  ///
  /// What was changed counts. Where both were and differ, both stand there, so that nobody's mark is guessed.
  static func mark(_ mark: String, was: String, level: String?) -> String {
    guard let level, let chosen = Points(typed: level) else { return mark }
    let isLevelNew = chosen != Points(typed: was)
    guard isLevelNew, chosen != Points(typed: mark) else { return mark }
    return mark.isBlank || mark == was ? level : "\(level) / \(mark)"
  }

  /// Whether the same was typed, wherever it was.
  func isSame(as other: TypedSheet) -> Bool {
    marks == other.marks && reasons == other.reasons && whole == other.whole
  }

  /// The marks and reasons as they would be entered; nil where a value is no number of points.
  func entered(for studio: ID<Studio>, rubric: String) -> SheetMarks? {
    var points: [String: Points] = [:]
    for (id, text) in marks where whole != true || id == rubric {
      if let mark = Points(text) ?? Points(typed: text) {
        points[id] = mark
      } else if !text.isBlank {
        return nil
      }
    }
    let said = reasons.filter { points[$0.key] != nil && !$0.value.isBlank }
    return SheetMarks(studio: studio, rubric: rubric, marks: points, reasons: said)
  }
}

extension Points {
  /// Points as they are typed: digits may be full-width, the decimal sign a point or a comma.
  init?(typed text: String) {
    self.init(String(text.foldingWidth().trimmed.map { ",，。、".contains($0) ? "." : $0 }))
  }
}

extension Points {
  /// The points as one would write them: `6`, `4.5`, `2.67`.
  var plain: String {
    let text = description
    guard text.hasSuffix("0") else { return text }
    return String(text.dropLast(text.hasSuffix("00") ? 3 : 1))
  }
}

extension String {
  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } || trimmed.isEmpty }
}

/// The forms of rounds, so that who signs needs no look at the register beside the signing itself.
final class SheetForms: Sendable {
  private let forms = Mutex<[ID<Round>: SheetForm]>([:])

  /// - Throws: ``Turned/notFound`` where there is no such round.
  func form(of round: ID<Round>, in registrar: Registrar) async throws -> SheetForm {
    if let form = forms.withLock({ $0[round] }) { return form }
    let rules = try await registrar.read { $0.rounds[round]?.rules }
    guard let rules else { throw Turned.notFound }
    let form = SheetForm(rules)
    forms.withLock { $0[round] = form }
    return form
  }
}

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
    for (name, value) in form.fields {
      if name.hasPrefix("mark-") {
        let id = String(name.dropFirst(5))
        guard let place = places[id] else { continue }
        sheets[place, default: TypedSheet()].marks[id] = value
      } else if name.hasPrefix("why-") {
        let id = String(name.dropFirst(4))
        guard let place = places[id] else { continue }
        sheets[place, default: TypedSheet()].reasons[id] = value
      }
    }
    return zip(rubrics, sheets).compactMap { rubric, sheet in sheet.map { (rubric, $0) } }
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
}

extension TypedSheet {
  /// The marks and reasons as they would be entered; nil where a value is no number of points.
  func entered(for studio: ID<Studio>, rubric: String) -> SheetMarks? {
    var points: [String: Points] = [:]
    for (id, text) in marks {
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

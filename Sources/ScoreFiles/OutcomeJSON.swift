package import Foundation
package import Scoring

/// Outcomes as JSON, derivations included: an object whose studios stand one on each line.
///
/// Points are numbers, exact fractions texts such as `14999/200`.
package struct OutcomeJSON {
  private let settlement: Settlement
  private let reference: [String: [ReferenceMark]]
  private let words: (Reason) -> String
  private let encoder = JSONEncoder()

  /// - Parameters:
  ///   - reference: the reference marks of each studio, where evidence was given.
  ///   - words: puts a reason into words.
  package init(
    _ settlement: Settlement, reference: [String: [ReferenceMark]], words: @escaping (Reason) -> String
  ) {
    self.settlement = settlement
    self.reference = reference
    self.words = words
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Writes the whole round.
  package func write(to output: (Data) -> Void) throws {
    let head = Head(settlement)
    var text = try encoder.encode(head)
    text.removeLast()
    output(text + Data(",\"studios\":[".utf8))
    for (place, outcome) in settlement.outcomes.enumerated() {
      output(Data((place == 0 ? "\n" : ",\n").utf8) + (try encoder.encode(studio(outcome))))
    }
    output(Data("\n]}\n".utf8))
  }

  /// Writes one studio alone, over several lines.
  package func write(_ outcome: Outcome, to output: (Data) -> Void) throws {
    encoder.outputFormatting.insert(.prettyPrinted)
    output(try encoder.encode(studio(outcome)) + Data("\n".utf8))
  }

  private func studio(_ outcome: Outcome) throws -> StudioJSON {
    let derivation = settlement.derivation(of: outcome)
    let marks = reference[derivation.studio] ?? []
    return try StudioJSON(derivation, settlement, marks, words)
  }

  /// What is true of the whole round.
  private struct Head: Encodable {
    let rules: Rules
    let provisional: Bool
    let excellence: Quota?
    let missing: [Missing]

    struct Rules: Encodable {
      let id: String
      let title: Text
      let document: String
      let total: Decimal
      let passMark: Decimal
    }

    struct Quota: Encodable {
      let places: Int
      let base: Int
      let eligible: Int
    }

    struct Missing: Encodable {
      let studio: String
      let rubric: String
      var judge: String?
      var criteria: [String]?
      var completeSheets: Int?
      var neededSheets: Int?

      init(_ gap: Gap) {
        studio = gap.studio
        rubric = gap.rubric
        switch gap.lack {
        case .notMarked(let judge): self.judge = judge
        case .unfinished(let judge, let criteria):
          self.judge = judge
          self.criteria = criteria
        case .belowMinimum(let complete, let needed):
          completeSheets = complete
          neededSheets = needed
        }
      }
    }

    init(_ settlement: Settlement) {
      let rules = settlement.rules
      self.rules = Rules(
        id: rules.id, title: rules.title, document: rules.document, total: Decimal(rules.total.value),
        passMark: Decimal(rules.passMark.value))
      provisional = settlement.isProvisional
      excellence = settlement.excellence.map { Quota(places: $0.places, base: $0.base, eligible: $0.eligible) }
      missing = settlement.gaps.map(Missing.init)
    }
  }
}

extension Decimal {
  /// Points as a decimal number, exactly.
  init(_ points: Points) {
    self = Decimal(points.hundredths) / 100
  }
}

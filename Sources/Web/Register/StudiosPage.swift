import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// All studios, by code, narrowed by where they stand and by a text.
  func studiosPage() async throws -> Answer {
    let standing = query["standing"].flatMap(Studio.Standing.init(rawValue:))
    let wanted = query.text("q") ?? ""
    let isOfficial = try me.role != .department
    let rows = try await read { register in
      register.studiosInOrder.map { StudioRow($0, in: register, withOpenRounds: isOfficial) }
    }
    let shown = rows.filter { row in
      (standing == nil || row.studio.standing == standing) && row.studio.matches(wanted)
    }
    return try page(
      RegisterPage.studios, phrases.page(SiteLabel.studios),
      [
        "q": wanted, "shown": phrases.notice(RegisterNotice.shown(shown.count, of: rows.count)),
        "standings": Studio.Standing.allCases.map { choice -> Model in
          ["value": choice.rawValue, "choiceLabel": phrases.standing(choice), "isChosen": choice == standing]
        },
        "head": ([.studio, .unit, .occupation, .standing, .lastScore] as [Heading]).map { heading -> Model in
          ["text": phrases.heading(heading)]
        },
        "studios": shown.map(model), "noneShown": shown.isEmpty,
      ])
  }

  private func model(_ row: StudioRow) -> Model {
    [
      "studioPath": "/studios/\(row.studio.id)", "code": row.studio.code,
      "unit": [row.studio.unit, row.studio.partner].compactMap(\.self).joined(separator: " + "),
      "occupation": row.studio.occupation, "standing": phrases.standing(row.studio.standing),
      "isQuiet": row.studio.standing == .inCare,
      "score": row.score?.description ?? "—", "grade": row.grade.map(phrases.grade),
      "year": row.period.map(phrases.years),
    ]
  }
}

/// A studio with what was last found of it.
private struct StudioRow: Sendable {
  let studio: Studio
  let score: Points?
  let grade: Grade?
  let period: Period?

  /// - Parameter withOpenRounds: whether a result counts that nobody has confirmed yet.
  init(_ studio: Studio, in register: Register, withOpenRounds: Bool) {
    self.studio = studio
    let last = register.roundsInOrder.last { round in
      (withOpenRounds || round.confirmed != nil) && round.abandoned == nil && round.result?[studio.id] != nil
    }
    let settled = last?.result?[studio.id]
    (score, grade, period) = (settled?.score, settled?.grade, settled == nil ? nil : last?.period)
  }
}

extension Studio {
  /// Whether what somebody looks for stands in its code, unit or occupation, letter case and spacing aside.
  fileprivate func matches(_ text: String) -> Bool {
    let wanted = text.withoutSpacing.lowercased()
    guard !wanted.isEmpty else { return true }
    return [code, unit, partner ?? "", occupation].contains { $0.withoutSpacing.lowercased().contains(wanted) }
  }
}

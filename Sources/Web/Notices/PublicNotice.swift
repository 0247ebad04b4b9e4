import Scoring
import StudioRegistry

/// What the public may read of a round on a day, and nothing else: whatever is not to be shown never comes this far.
struct PublicNotice: Sendable {
  let round: ID<Round>
  let period: Period
  let isSecond: Bool
  let from: Day
  let until: Day
  let address: String
  /// From 2 on it is a correction, in whose place the earlier one no longer stands.
  let version: Int
  /// Whether an objection was upheld, so that a correction will follow.
  let isReopened: Bool
  let rules: RuleSet
  let rows: [Row]

  /// A studio on it.
  struct Row: Sendable {
    let code: String
    let unit: String
    let occupation: String
    /// Nil where the rules do not have official names shown, which begin with a person's (Art. 9).
    let expert: ID<Person>?
    let grade: Grade
    let isExcellent: Bool
    /// Nil where the rules do not have scores shown.
    let score: Points?
  }

  /// The notice of a round; nil where none runs on the day.
  init?(_ round: Round, on day: Day, in register: Register) {
    guard let notice = round.notice, (notice.on...max(notice.on, notice.until)).contains(day),
      let result = round.results.first(where: { $0.version == notice.version })
    else { return nil }
    (self.round, period, isSecond) = (round.id, round.period, round.kind != .regular)
    (from, until, address, version) = (notice.on, notice.until, notice.address, notice.version)
    isReopened = round.isReopened || notice.version < round.results.count
    rules = round.rules
    let shown = round.rules.rounds.noticeContent
    let excellent = Set(result.excellent)
    rows = result.studios.compactMap { settled in
      guard let studio = register.studios[settled.studio],
        settled.grade == .qualified || shown.showsUnqualified
      else { return nil }
      return Row(
        code: studio.code, unit: studio.unit, occupation: studio.occupation,
        expert: shown.showsNames ? studio.expert : nil, grade: settled.grade,
        isExcellent: excellent.contains(studio.id), score: shown.showsScores ? settled.score : nil)
    }
    // By code: an order by rank would say what the scores are.
    .sorted { $0.code.utf8.lexicographicallyPrecedes($1.code.utf8) }
  }
}

extension Application {
  /// The notice of the experts' review that runs on a day (Art. 8(2)); nil where none does.
  func notice(on day: Day) -> Notice? {
    guard stage == .published, let notice, (notice.day...max(notice.day, notice.until)).contains(day) else {
      return nil
    }
    return notice
  }
}

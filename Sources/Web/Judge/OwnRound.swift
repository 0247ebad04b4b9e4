import Scoring
import StudioRegistry

/// What a judge may know of a round: what is his own, and nothing of the others.
struct OwnRound: Sendable {
  let id: ID<Round>
  let judge: ID<Account>
  let login: String
  let rules: RuleSet
  let period: Period
  let stage: Round.Stage
  let isSecond: Bool
  /// False for an alternate, who marks nothing as long as no seat is free.
  let isOnPanel: Bool
  let studios: [MarkedStudio]
  /// Nil where there is nothing to vote on, or nothing for this judge.
  let vote: OwnVote?

  /// Nil where the judge has no seat in the round.
  init?(_ round: Round, of judge: Account, in register: Register) {
    isOnPanel = round.marking.panel.contains(judge.id)
    guard isOnPanel || round.alternates.contains(judge.id) else { return nil }
    (id, self.judge, login) = (round.id, judge.id, judge.login)
    (rules, period, stage) = (round.rules, round.period, round.stage)
    isSecond = round.kind != .regular
    studios = round.studios.compactMap { register.studios[$0] }.map { MarkedStudio($0, in: round, of: judge.id) }
    vote = OwnVote(round, of: judge.id)
  }

  func studio(_ id: ID<Studio>) throws(Turned) -> MarkedStudio {
    guard let studio = studios.first(where: { $0.id == id }) else { throw .notFound }
    return studio
  }

  /// The path of the round's pages.
  var path: String { "/judge/\(id)" }
}

/// A studio on a judge's desk.
struct MarkedStudio: Sendable {
  let id: ID<Studio>
  let code: String
  let unit: String
  let occupation: String
  let recusal: JudgeRecused?
  /// The judge's sheets by the rubrics' places.
  let sheets: [Sheet?]
  /// The latest of the judge's own sheets that was sent back, by the rubrics' places; nil once another is signed.
  let returned: [EarlierSheet?]

  init(_ studio: Studio, in round: Round, of judge: ID<Account>) {
    (id, code, unit, occupation) = (studio.id, studio.code, studio.unit, studio.occupation)
    recusal = round.marking.recusals.values.first { $0.judge == judge && $0.studio == studio.id }
    let keys = round.rules.rubrics.indices.map { SheetKey(judge: judge, studio: studio.id, rubric: $0) }
    sheets = keys.map { round.marking.sheets[$0] }
    returned = keys.map { key in
      guard round.marking.sheets[key]?.signed == nil, let last = round.earlier[key]?.last else { return nil }
      return last.why == .returned ? last : nil
    }
  }

  var isSigned: Bool { sheets.allSatisfy { $0?.signed != nil } }

  /// The places of the rubrics that can still be marked.
  var open: [Int] { sheets.indices.filter { sheets[$0]?.signed == nil } }
}

/// A vote among studios that are tied for excellence.
struct OwnVote: Sendable {
  let tied: [ID<Studio>]
  let places: Int
  /// Empty until the judge has voted.
  let choice: [ID<Studio>]
  /// How many ballots were tied before this one.
  let tiedBallots: Int

  init?(_ round: Round, of judge: ID<Account>) {
    guard round.stage == .closed, let result = round.result, result.isUndecided, result.marking.panel.contains(judge),
      !result.tied.contains(where: { round.isRecused(judge, from: $0) })
    else { return nil }
    (tied, places) = (result.tied, result.placesByVote)
    choice = result.votes[judge] ?? []
    tiedBallots = result.ballots
  }
}

extension Visit {
  /// The rounds in which the judge has a seat, the latest first.
  func ownRounds() async throws -> [OwnRound] {
    let judge = try judge
    return try await read { register in
      guard let account = register.accounts[judge] else { return [] }
      return register.roundsInOrder.reversed().compactMap { OwnRound($0, of: account, in: register) }
    }
  }

  /// The round that the address names.
  ///
  /// - Throws: ``Turned/notFound`` where the judge has no seat in it, as where there is none.
  func ownRound() async throws -> OwnRound {
    let (round, judge): (ID<Round>, ID<Account>) = (try id("round"), try judge)
    let own = try await read { register -> OwnRound? in
      guard let round = register.rounds[round], let account = register.accounts[judge] else { return nil }
      return OwnRound(round, of: account, in: register)
    }
    guard let own else { throw Turned.notFound }
    return own
  }

  /// The round and the studio that the address names, where the judge has to mark it.
  func ownStudio() async throws -> (OwnRound, MarkedStudio) {
    let round = try await ownRound()
    guard round.isOnPanel else { throw Turned.notFound }
    return (round, try round.studio(id("studio")))
  }
}

import Journal
import Scoring
import StudioRegistry

@testable import Web
@testable import studio

/// Somebody of every role, by login.
enum Cast {
  static let logins: [(role: Role, login: String)] = [
    (.bureauClerk, "clerk"), (.bureauApprover, "approver"), (.organisationClerk, "org-clerk"),
    (.organisationApprover, "org"), (.department, "industry"), (.judge, "J4"), (.contact, "yy001"),
    (.supervisor, "watch"),
  ]
}

/// What others do meanwhile, past the pages.
extension TestSite {
  @discardableResult
  func ask(
    _ login: String, _ command: some Command, persons: [SealedPerson] = [], settled: [DraftKey] = []
  ) async throws -> Receipt {
    guard let account = try await registrar.read({ $0.account(login: login) }) else { throw Turned.notFound }
    return try await registrar.submit(
      Submission(command, account: account.id, on: nil, channel: .web, persons: persons, settled: settled))
  }

  /// Proposes a decision and has it approved.
  func decide(_ decision: Decision, because reason: String) async throws {
    let proposed = try await ask("clerk", Propose(decision, reason: reason))
    try await ask("approver", Approve(ID(proposed.entries.lowerBound)))
  }

  /// A judge marks everything that is left with a share of the most, in hundredths, and signs it.
  func finish(_ login: String, share: Int = 80) async throws {
    let round = try await round()
    guard let judge = try await registrar.read({ $0.account(login: login)?.id }) else { throw Turned.notFound }
    let left = round.unsigned.filter { $0.judge == judge }
    let sheets = left.map { key -> SheetMarks in
      let rubric = round.rules.rubrics[key.rubric]
      let marks = rubric.criteria.map { ($0.id, Points(hundredths: $0.maximum.hundredths * share / 100)) }
      return SheetMarks(studio: key.studio, rubric: rubric.id, marks: Dictionary(uniqueKeysWithValues: marks))
    }
    guard !sheets.isEmpty else { return }
    try await ask(login, EnterSheets(round: round.id, judge: judge, sheets: sheets))
    try await ask(login, SignSheets(round: round.id, sheets: []))
  }

  /// All judges sign what the example has of them, and the round is closed; the last place of excellence is tied.
  func close() async throws {
    let panel = try await round().marking.panel
    for judge in panel {
      guard let login = try await registrar.read({ $0.accounts[judge]?.login }) else { continue }
      try await finishAsInExample(login)
    }
    for proposal in try await registrar.read({ $0.pending.map(\.id) }) {
      try await ask("approver", SendBack(proposal, reason: "另行处理"))
    }
    try await ask("clerk", CloseRound(round: try await round().id))
  }

  /// Every judge who may vote takes the first of those who are tied.
  func vote() async throws {
    let round = try await round()
    guard let result = round.result, result.isUndecided else { return }
    let choice = Array(result.tied.prefix(result.placesByVote))
    for judge in result.marking.panel where !result.tied.contains(where: { round.isRecused(judge, from: $0) }) {
      guard let login = try await registrar.read({ $0.accounts[judge]?.login }) else { continue }
      try await ask(login, CastVote(round: round.id, choice: choice))
    }
    try await ask("clerk", CountVote(round: round.id))
  }

  func publish() async throws {
    try await ask(
      "clerk", PublishRound(round: try await round().id, address: "https://www.yunyang.example/notice/2026-1"))
  }

  /// The day after the notice comes, and the outcome is confirmed.
  func confirm() async throws {
    let round = try await round()
    guard let until = round.publications.last?.until else { throw Turned.notFound }
    clock.move(to: until.adding(days: 1))
    try await decide(.confirmRound(round.id), because: "公示期满，无异议")
  }
}

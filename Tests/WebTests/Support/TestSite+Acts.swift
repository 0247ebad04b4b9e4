import Journal
import Scoring
import StudioRegistry
import Testing

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

extension TestSite {
  func account(_ login: String) async throws -> Account {
    guard let account = try await registrar.read({ $0.account(login: login) }) else { throw Turned.notFound }
    return account
  }

  /// The role of somebody; of nobody where no login is given.
  func role(of login: String?) async throws -> Role? {
    guard let login else { return nil }
    return try await account(login).role
  }

  /// Somebody who is to come into the register.
  func sealed(_ name: String) -> SealedPerson {
    var random = SystemRandomNumberGenerator()
    return SealedPerson(PersonValues(name: name), using: &random)
  }
}

/// What others do meanwhile, past the pages.
extension TestSite {
  @discardableResult
  func ask(_ login: String, _ command: some Command, persons: [SealedPerson] = []) async throws -> Receipt {
    try await registrar.submit(
      Submission(command, account: try await account(login).id, channel: .test, persons: persons))
  }

  /// Opens an account, for somebody new or somebody who is there.
  func open(_ login: String, _ role: Role, for person: ID<Person>? = nil) async throws {
    let someone = sealed("周边")
    let holder: OpenAccount.Holder = person.map { .known($0) } ?? .new(someone.commitment, nil)
    try await ask(
      "approver", OpenAccount(login: login, role: role, holder: holder), persons: person == nil ? [someone] : [])
  }

  /// Approves the proposal that was made last.
  func approveLast() async throws {
    let open = try await registrar.read { $0.pending.last?.id }
    try await ask("approver", Approve(try #require(open)))
  }

  /// The proposal of the story, on which everything else waits, goes back to who made it.
  func sendBackOpen() async throws {
    for proposal in try await registrar.read({ $0.pending.map(\.id) }) {
      try await ask("approver", SendBack(proposal, reason: "另行处理"))
    }
  }

  /// Proposes a decision and has it approved.
  func decide(_ decision: Decision, because reason: String) async throws {
    let proposed = try await ask("clerk", Propose(decision, reason: reason))
    try await ask("approver", Approve(ID(proposed.entries.lowerBound)))
  }

  /// A judge marks everything that is left with a share of the most, in hundredths, and signs it.
  func finish(_ login: String, share: Int = 80) async throws {
    let round = try await round()
    let judge = try await account(login).id
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
    try await sendBackOpen()
    try await ask("clerk", CloseRound(round: try await round().id))
  }

  /// Every judge who may vote takes the first of those who are tied.
  func castVotes() async throws {
    let round = try await round()
    guard let result = round.result else { return }
    for judge in round.voters {
      let login = try await registrar.read { $0.login(of: judge) }
      try await ask(login, CastVote(round: round.id, choice: Array(result.tied.prefix(result.placesByVote))))
    }
  }

  /// The panel votes on a tie, and the votes are counted.
  func vote() async throws {
    guard try await round().result?.isUndecided == true else { return }
    try await castVotes()
    try await ask("clerk", CountVote(round: try await round().id))
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

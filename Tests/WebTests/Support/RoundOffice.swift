import ArgumentParser
import Foundation
import InstalledModules
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import TestSupport
import Testing
import Wording

@testable import Web
@testable import studio

/// What goes on around the pages of a round: judges who enter and sign, approvers who approve, as commands.
struct RoundOffice {
  let site: TestSite
  let id: ID<Round>

  init(_ site: TestSite) async throws {
    self.site = site
    id = try await site.round().id
  }

  func round() async throws -> Round { try await site.round() }

  func account(_ login: String) async throws -> ID<Account> {
    try #require(try await site.registrar.read { $0.account(login: login)?.id })
  }

  @discardableResult
  func ask(_ login: String, _ command: some Command, files: [StoredFile] = []) async throws -> Receipt {
    try await site.registrar.submit(
      Submission(command, account: try await account(login), channel: .test, files: files))
  }

  func move(to day: String) throws { site.clock.move(to: try #require(Day(day))) }

  /// Approves the proposal that was made last.
  func approveLast() async throws {
    let open = try await site.registrar.read { $0.pending.last?.id }
    try await ask("approver", Approve(try #require(open)))
  }

  /// The proposal of the story, on which everything else waits, goes back to who made it.
  func sendBackOpen() async throws {
    for proposal in try await site.registrar.read({ $0.pending.map(\.id) }) {
      try await ask("approver", SendBack(proposal, reason: "另行处理"))
    }
  }

  /// The judge's sheets of the example, those of recused studios left out.
  func enter(_ login: String) async throws {
    let (round, judge) = (try await round(), try await account(login))
    let sheets = try await site.exampleSheets(of: login)
      .filter { round.studios.contains($0.studio) && !round.isRecused(judge, from: $0.studio) }
    try await ask(login, EnterSheets(round: id, judge: judge, sheets: sheets))
  }

  /// All judges who have not signed do.
  func signAll() async throws {
    for login in ["J4", "J5", "J6", "J7"] {
      try await enter(login)
      try await ask(login, SignSheets(round: id, sheets: []))
    }
  }

  /// The judges who may vote do, for the first of the tied.
  func voteAll() async throws {
    let round = try await round()
    guard let result = round.result, result.isUndecided else { return }
    for judge in round.voters {
      let login = try await site.registrar.read { $0.login(of: judge) }
      try await ask(login, CastVote(round: id, choice: Array(result.tied.prefix(result.placesByVote))))
    }
  }
}

extension TestSite {
  /// A judge's sheets as the example round has them.
  func exampleSheets(of login: String) async throws -> [SheetMarks] {
    let path = Repository.path("rubrics/yunyang-2022/example/sheets/judge-\(login.dropFirst()).csv")
    let rules = try await round().rules
    let book = try await ScoreSheets(for: ScoringHost(rules, ModuleRegistry(installedModules)))
      .read([TableSource(path: path)])
    let desk = try await Desk(DeskOptions.parse([]), store, Terminal(.zh, isSilent: true))
    return try await desk.sheets(of: book, rules: rules).flatMap(\.sheets)
  }
}

extension Client.Reply {
  /// Forms of the page that change something; the one to log out is on every page.
  var forms: Int { text.components(separatedBy: "method=\"post\"").count - 2 }

  /// What stands in cells and sentences of the page's middle.
  var middle: String {
    guard let start = text.range(of: "<main"), let end = text.range(of: "</main>") else { return "" }
    return String(text[start.lowerBound..<end.lowerBound])
  }
}

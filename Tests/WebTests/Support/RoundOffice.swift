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

/// What goes on around the pages of a round: judges who enter and sign what the example has of them.
struct RoundOffice {
  let site: TestSite
  let id: ID<Round>

  init(_ site: TestSite) async throws {
    self.site = site
    id = try await site.round().id
  }

  func round() async throws -> Round { try await site.round() }

  func move(to day: String) throws { site.clock.move(to: try #require(Day(day))) }

  /// The judge's sheets of the example, those of recused studios left out.
  func enter(_ login: String) async throws {
    let (round, judge) = (try await round(), try await site.account(login).id)
    let sheets = try await site.exampleSheets(of: login)
      .filter { round.studios.contains($0.studio) && !round.isRecused(judge, from: $0.studio) }
    try await site.ask(login, EnterSheets(round: id, judge: judge, sheets: sheets))
  }

  /// All judges who have not signed do.
  func signAll() async throws {
    for login in ["J4", "J5", "J6", "J7"] {
      try await enter(login)
      try await site.ask(login, SignSheets(round: id, sheets: []))
    }
  }
}

/// A form was taken, and leads on.
func done(_ reply: Client.Reply, _ place: SourceLocation = #_sourceLocation) {
  #expect(reply.status == 303, "\(reply.middle)", sourceLocation: place)
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

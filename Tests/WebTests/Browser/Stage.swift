import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web
@testable import studio

/// A window in which somebody works, and the album that keeps what was seen.
struct Stage: Sendable {
  let site: TestSite
  let browser: Browser
  let album: Album

  /// Looks like somebody who is logged in; like nobody where no login is given.
  func become(_ login: String?) async throws {
    try await browser.go(to: "/nowhere")
    try await browser.forgetCookies()
    guard let login else { return }
    for (name, value) in try await site.client(login).cookies { try await browser.setCookie(name, to: value) }
  }

  func keep(_ name: String) async throws { try await album.keep(browser, name) }

  /// Opens the studio's sheet of the round that is being marked.
  func openSheet(_ code: String) async throws {
    try await browser.go(to: "/judge/\(try await site.round().id)/\(try await site.studio(code).id)")
  }

  /// What the bar at the foot of a sheet says about saving: one of the words that the page itself holds for it.
  func wait(forSaving word: String) async throws {
    try await browser.wait(for: "saving: \(word)") {
      let script = "const e = document.getElementById('saving'); return [e.textContent.trim(), e.dataset[arguments[0]]]"
      let said = try await browser.run(script, [.text(word)]).list.compactMap(\.text)
      return said.count == 2 && !said[1].isEmpty && said[0].contains(said[1])
    }
  }

  /// A judge's marks for a studio as the example has them.
  func marks(of judge: String, for code: String) async throws -> [(criterion: String, points: String)] {
    let studio = try await site.studio(code).id
    return try await site.exampleSheets(of: judge).filter { $0.studio == studio }
      .flatMap { $0.marks.map { ($0.key, $0.value.description) } }.sorted { $0.0 < $1.0 }
  }
}

extension TestSite {
  /// A judge enters and signs what the example has of a judge, and whatever is left after that.
  func finishAsInExample(_ login: String, as other: String? = nil, but kept: Set<String> = []) async throws {
    let round = try await round()
    let codes = try await registrar.read { $0.studios.mapValues(\.code) }
    let judge = try await account(login).id
    let left = Set(
      round.unsigned.filter { $0.judge == judge && !kept.contains(codes[$0.studio] ?? "") }.map(\.studio))
    let sheets = try await exampleSheets(of: other ?? login).filter { left.contains($0.studio) }
    if !sheets.isEmpty {
      try await ask(login, EnterSheets(round: round.id, judge: judge, sheets: sheets))
      try await ask(login, SignSheets(round: round.id, sheets: []))
    }
    if kept.isEmpty { try await finish(login) }
  }

  /// Whether a judge has signed everything of a studio.
  func hasSigned(_ login: String, _ code: String) async throws -> Bool {
    let (round, studio) = (try await round(), try await studio(code).id)
    let judge = try await account(login).id
    let sheets = round.marking.sheets.filter { $0.key.judge == judge && $0.key.studio == studio }
    return sheets.count == round.rules.rubrics.count && sheets.allSatisfy { $0.value.signed != nil }
  }

  /// The values of what a judge has typed and not signed, as they were saved.
  func saved(of login: String) async throws -> String {
    try await drafts(of: login).map(\.fields).joined(separator: "\n")
  }
}

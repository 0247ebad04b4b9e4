import Foundation
import HTTPTypes
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web
@testable import studio

/// A site into whose forms and register everything ill-meant was put that it takes, told once for all tests.
private actor PoisonedSite {
  static let shared = PoisonedSite()
  private var telling: Task<Told, any Error>?

  /// The site, what its forms answered at once, and those that took something.
  typealias Told = (site: TestSite, answers: [String: String], taken: Set<String>)

  func told() async throws -> Told {
    let task = telling ?? Task { try await Self.poisoned() }
    telling = task
    return try await task.value
  }

  private static func poisoned() async throws -> Told {
    // It serves until all tests have ended, and its folder goes then.
    let site = try await TestSite(in: .untilTheEnd())
    try await site.poisonRegister()
    var answers: [String: String] = [:]
    var taken: Set<String> = []
    for (place, login) in ([nil] + Cast.logins.map { Optional($0.login) }).enumerated() {
      let client = try await site.client(login)
      var crawl = Crawl(client, most: 2)
      try await crawl.follow(
        ["/"] + Navigation.items(for: login == nil ? nil : Cast.logins[place - 1].role).map(\.path))
      for (page, form) in crawl.forms() {
        for (key, fields) in form.poisons(from: place) {
          let reply = try await client.send(form, fields)
          if reply.status == 303 { taken.insert(form.action) }
          answers["\(login ?? "") \(page) → \(form.action) \(key)"] = reply.text
          #expect(reply.status < 500, "\(login ?? "") \(form.action) \(key)")
        }
      }
    }
    return (site, answers, taken)
  }
}

extension InTheBrowser {
  @Suite("Whatever is typed comes back as words, never as anything else", .serialized)
  struct HostileTests {
    @Test(
      "forms and pages of every role, as a browser reads them",
      .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.missing)))
    func inert() async throws {
      let (site, answers, taken) = try await PoisonedSite.shared.told()
      #expect(taken.count > 5, "few forms take anything: \(taken)")
      let pages = try await Self.pages(of: site)
      #expect(pages.values.count { $0.contains("evil") } > 20)
      try await Browser.open(on: site.base) { browser in
        try await browser.go(to: "/nowhere")
        for batch in Array(answers.merging(pages) { first, _ in first }).chunked(by: 20) {
          let found = try await browser.run(
            Hostile.script, [.list(batch.map { .list([.text($0.key), .text($0.value)]) })])
          #expect(found.list.isEmpty, "\(found.list.compactMap(\.text).joined(separator: "\n"))")
        }
      }
      for (path, page) in answers.merging(pages, uniquingKeysWith: { first, _ in first }) {
        let mark = Hostile.strayMark(in: page)
        #expect(mark == nil, "\(path): U+\(String(mark?.value ?? 0, radix: 16))")
      }
    }

    @Test(
      "pages stay within a window of 360 pixels, however long the words on them",
      .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.missing)))
    func narrow() async throws {
      let site = try await PoisonedSite.shared.told().site
      try await EveryPageTests.measure(site, logins: Cast.logins.map(\.login) + [nil], album: Album("hostile"))
    }

    @Test("a table that is downloaded holds no cell that a spreadsheet would run")
    func tables() async throws {
      let site = try await PoisonedSite.shared.told().site
      var seen = 0
      for (_, login) in Cast.logins {
        var crawl = Crawl(try await site.client(login), most: 3)
        try await crawl.follow(try await Self.addresses(site, login))
        for (path, reply) in crawl.pages where reply.headers["content-type"]?.hasPrefix("text/csv") == true {
          seen += 1
          #expect(reply.headers["content-disposition"]?.hasPrefix("attachment") == true, "\(path)")
          #expect(Hostile.runningCells(in: reply.text).isEmpty, "\(path)")
        }
      }
      #expect(seen > 0)
    }

    @Test("bytes that are no text, and forms that are no forms, are answered in words")
    func bytes() async throws {
      let site = try await TestSite()
      let client = try await site.client("clerk")
      for path in [
        "/rounds/%ED%A0%80", "/rounds/%00", "/rounds/R1%0d%0aSet-Cookie:evil=1", "/studios/..%2f..%2fetc%2fpasswd",
      ] {
        let reply = try await client.get(path)
        #expect(reply.status == 404, "\(path)")
        #expect(reply.headers["set-cookie"]?.contains("evil") != true)
        #expect(Hostile.strayMark(in: reply.text) == nil)
      }
      let back = try await client.get("/language/zh?back=//evil.example/")
      #expect(back.location == "/")
      #expect(try await client.get("/language/zh?back=/%5Cevil.example/").location == "/")
      #expect(try await client.get("/studios?entries=1%3Cx-evil%3E-%22").text.contains("<x-evil>") == false)
    }

    // MARK: - Looking

    private static func addresses(_ site: TestSite, _ login: String?) async throws -> [String] {
      var places = try await Places(site, for: login)
      let role = try await site.role(of: login)
      return Site.routes.filter { $0.method == .get && $0.access.admits(role) }
        .flatMap { places.paths($0.path, upTo: 2) }
    }

    /// The pages of every role, by who sees them and where.
    private static func pages(of site: TestSite) async throws -> [String: String] {
      var pages: [String: String] = [:]
      for login in [nil] + Cast.logins.map({ Optional($0.login) }) {
        var crawl = Crawl(try await site.client(login), most: 3)
        try await crawl.follow(try await addresses(site, login))
        for (path, reply) in crawl.pages {
          #expect(reply.status < 500, "\(login ?? "") \(path)")
          if reply.isPage { pages["\(login ?? "") \(path)"] = reply.text }
        }
      }
      return pages
    }
  }
}

extension TestSite {
  /// Puts what is ill-meant where no page leads: names in the vault, units and trades of studios.
  ///
  /// - Throws: ``Refusal`` where the register does not take it, so that pages would be looked through for nothing.
  fileprivate func poisonRegister() async throws {
    for (place, text) in Hostile.texts.enumerated() {
      let person = sealed(text)
      let row = ImportStudios.Row(
        code: "HX\(place)", unit: text, expert: .new(person.commitment, nil), occupation: text, confirmed: clock.day)
      try await ask("clerk", ImportStudios(rows: [row]), persons: [person])
    }
    let round = try await round()
    let judge = try await account("J4").id
    let rubric = round.rules.rubrics[0]
    for (studio, text) in zip(round.studios, Hostile.texts) where !round.isRecused(judge, from: studio) {
      let marks = Dictionary(uniqueKeysWithValues: rubric.criteria.map { ($0.id, Points.zero) })
      let reasons = marks.mapValues { _ in text }
      let sheet = SheetMarks(studio: studio, rubric: rubric.id, marks: marks, reasons: reasons)
      try await ask("J4", EnterSheets(round: round.id, judge: judge, sheets: [sheet]))
    }
    try await ask("clerk", Propose(.abandonRound(round.id), reason: Hostile.texts[0] + Hostile.texts[3]))
  }
}

extension Crawl {
  /// Every form that pages show, once, with the page that shows it.
  fileprivate func forms() -> [(page: String, form: PageForm)] {
    var seen: Set<String> = ["/logout"]
    return pages.sorted { $0.key < $1.key }.flatMap { path, reply in
      PageForm.all(in: reply.text).filter { seen.insert($0.action).inserted }.map { (path, $0) }
    }
  }
}

extension PageForm {
  /// What is sent: everything ill-meant at once, then one field after another, each with the next text.
  fileprivate func poisons(from start: Int) -> [(key: String, fields: [String: String])] {
    let texts = Hostile.texts
    let whole = (key: "all", fields: filled(with: texts[start % texts.count], day: "2026-01-23"))
    return [whole]
      + typed.enumerated().map { place, name in
        (name, filled(with: texts[(start + place) % texts.count], only: name, day: "2026-01-23"))
      }
  }
}

extension Client {
  fileprivate func send(_ form: PageForm, _ fields: [String: String]) async throws -> Reply {
    let files = form.fields.filter { $0.type == "file" }.map { ($0.name, Array("%PDF-1.7 evil".utf8)) }
    guard !files.isEmpty else { return try await post(form.action, fields) }
    return try await post(form.action, fields, files: Dictionary(files) { first, _ in first })
  }
}

extension Array {
  fileprivate func chunked(by size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

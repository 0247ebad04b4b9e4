import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Who watches", .turns)
struct WatchTests {
  @Test("the journal is for the supervisor and the bureau's approver, the readings for the supervisor alone")
  func roles() async throws {
    let site = try await TestSite()
    for (login, journal, readings) in [
      ("watch", 200, 200), ("approver", 200, 403), ("clerk", 403, 403), ("org", 403, 403), ("J4", 403, 403),
    ] {
      let client = try await site.client(login)
      for path in ["/journal", "/journal/1", "/journal/verify", "/journal/1/line"] {
        #expect(try await client.get(path).status == journal, "\(login) \(path)")
      }
      #expect(try await client.get("/readings").status == readings, "\(login)")
    }
    #expect(try await site.client("watch").get("/journal/0").status == 404)
    #expect(try await site.client("watch").get("/journal/9999999").status == 404)
    #expect(try await site.client("watch").get("/journal/R1").status == 404)
  }

  @Test("the journal's pages are all its entries, the newest first, narrowed by kind and by studio")
  func pages() async throws {
    let site = try await TestSite()
    let client = try await site.client("watch")
    let entries = try await site.store.entries(after: 0)
    func listed(_ first: String) async throws -> [Int] {
      var (found, next): ([Int], String?) = ([], first)
      while let path = next {
        let text = try await client.get(path).text
        found += text.matches(of: /href="\/journal\/(\d+)"/).compactMap { Int($0.1) }
        next = text.firstMatch(of: /href="(\/journal\?[^"]*before=\d+)"/).map { String($0.1).htmlUnescaped }
      }
      return found
    }
    let kind = "decision-proposed"
    let expected = entries.filter { $0.kind == kind }.map(\.sequence)
    #expect(!expected.isEmpty)
    #expect(try await listed("/journal?kind=\(kind)") == expected.reversed())
    let first = try await client.get("/journal").text.matches(of: /href="\/journal\/(\d+)"/).compactMap { Int($0.1) }
    #expect(first == Array(entries.map(\.sequence).reversed().prefix(50)))
    let text = try await client.get("/journal").text
    #expect(text.contains(">报批</option>") && !text.contains(">\(kind)<"))
    let studio = try await site.studio("YY005").id
    let own = Set(try await listed("/journal?studio=\(studio)"))
    for entry in entries where try EventCodec.decode(entry).event.studios.contains(studio) {
      #expect(own.contains(entry.sequence), "\(entry.kind)")
    }
    #expect(own.count < entries.count)
  }

  @Test("an entry's page shows the stored bytes, and the digest that these lines have")
  func entry() async throws {
    let site = try await TestSite()
    let entries = try await site.store.entries(after: 0)
    let entry = try #require(entries.last { $0.kind == "decision-proposed" })
    let page = try await site.client("watch").get("/journal/\(entry.sequence)").text
    #expect(page.contains(entry.payload.htmlEscaped))
    let lines = [
      "\(entry.sequence)", "\(entry.at)", entry.actor, entry.behalf, entry.channel, entry.kind, "\(entry.version)",
      "sha256", entries[entry.sequence - 2].digest, entry.payload,
    ]
    let expected = digest(lines.joined(separator: "\n"))
    #expect(page.matches(of: try Regex(expected)).count == 2)
    #expect(page.contains(entries[entry.sequence - 2].digest))
    #expect(page.contains(Moment(milliseconds: entry.at, utcOffset: 480).description))
    let line = try await site.client("watch").get("/journal/\(entry.sequence)/line")
    #expect(try JSONDecoder().decode(Entry.self, from: line.body) == entry)
  }

  @Test("verification says that the journal is whole, with the digest to compare, and compares with a checkpoint")
  func whole() async throws {
    let site = try await TestSite()
    let client = try await site.client("watch")
    let end = try await site.registrar.end()
    let page = try await client.get("/journal/verify").text
    let words = Language.zh.phrases.notice(DeskNotice.verified(entries: end.sequence, digest: end.digest))
    #expect(page.contains(words) && page.contains("\(end.sequence) \(end.digest)"))
    let same = try await client.get("/journal/verify?checkpoint=\(end.sequence)%20\(end.digest)").text
    #expect(same.contains(Language.zh.phrases.page(WatchLabel.agreesWithCheckpoint)))
    let other = String(repeating: "0", count: 64)
    let differs = try await client.get("/journal/verify?checkpoint=\(end.sequence)%20\(other)").text
    #expect(differs.contains(Language.zh.phrases.fault(JournalFault(end.sequence, .differsFromCheckpoint))))
    let cut = try await client.get("/journal/verify?checkpoint=\(end.sequence + 5)%20\(other)").text
    #expect(cut.contains(Language.zh.phrases.fault(JournalFault(end.sequence + 1, .cut(end: end.sequence + 5)))))
    let none = try await client.get("/journal/verify?checkpoint=%3Cb%3E").text
    #expect(none.contains(Language.zh.phrases.page(WatchLabel.badCheckpoint)) && !none.contains("<b>"))
  }

  @Test("who asks while the journal is being checked waits for the same check, with a checkpoint as well")
  func oneCheck() async throws {
    let site = try await TestSite()
    let (chronicle, modules) = (site.site.chronicle, try await site.registrar.read(\.modules))
    let end = try await site.registrar.end()
    let wrong = Head(sequence: end.sequence, digest: String(repeating: "0", count: 64))
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for checkpoint in [end, wrong, nil, end, wrong, end] {
        group.addTask { (try? await chronicle.verify(modules: modules, checkpoint: checkpoint)) != nil }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 }.count == 4)
    #expect(await chronicle.checks == 1)
    // A checkpoint of something that was appended while an earlier check ran is no sign of a cut.
    async let earlier = chronicle.verify(modules: modules, checkpoint: nil)
    let clerk = try #require(try await site.registrar.read { $0.account(login: "clerk")?.id })
    let report = MakeReport(
      by: .bureau, studios: [try await site.studio("YY001").id], kind: "inspection", content: "检查",
      happened: try #require(Day("2026-01-23")))
    let receipt = try await site.registrar.submit(Submission(report, account: clerk, channel: .test))
    let later = try await chronicle.verify(modules: modules, checkpoint: receipt.head)
    #expect(later.head.sequence >= receipt.head.sequence)
    _ = try await earlier
  }

  @Test("verification names the entry of a journal that somebody altered", Python.needed)
  func altered() async throws {
    let site = try await TestSite()
    let entry = try #require(try await site.store.entries(after: 0).last { $0.kind == "decision-proposed" })
    // One word of an entry's payload, behind the triggers' back.
    try await Python.run(
      """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      made = db.execute("SELECT sql FROM sqlite_master WHERE name = 'entries_update'").fetchone()[0]
      db.execute("DROP TRIGGER entries_update")
      db.execute("UPDATE entries SET payload = replace(payload, '抄写', '打字') WHERE sequence = ?", [int(sys.argv[2])])
      db.execute(made)
      db.close()
      """, [site.store.path, "\(entry.sequence)"])
    let page = try await site.client("watch").get("/journal/verify").text
    #expect(page.contains(Language.zh.phrases.fault(JournalFault(entry.sequence, .altered))))
    #expect(page.contains("/journal/\(entry.sequence)\""))
    #expect(!page.contains(Language.zh.phrases.page(WatchLabel.isWhole)))
    let shown = try await site.client("watch").get("/journal/\(entry.sequence)").text
    #expect(shown.contains(Language.zh.phrases.page(WatchLabel.altered)))
  }

  @Test("who read what stands on the page of readings, by ids, with the page and the account")
  func readings() async throws {
    let site = try await TestSite()
    let studio = try await site.studio("YY003")
    _ = try await site.client("org").get("/studios/\(studio.id)")
    let page = try await site.client("watch").get("/readings").text
    #expect(page.contains("/studios/\(studio.id)") && page.contains("org") && page.contains("\(studio.expert)"))
    let name = try #require(try await Vault(site.store.vault())[studio.expert]?.name)
    #expect(!page.contains(name))
  }
}

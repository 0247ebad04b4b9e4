import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

@Suite("Pages speak one language, its marks among its words", .turns)
struct PageMarksTests {
  /// Pages that put words together: studios, an application, proposals, judges, a summary sheet.
  private func paths(_ site: TestSite) async throws -> [String] {
    let (round, found, application, proposals) = try await site.registrar.read { register in
      (
        register.roundsInOrder.first?.id, register.cancellationsInOrder.first?.studio,
        register.applicationsInOrder.last?.id, register.proposals.values.map(\.id).sorted()
      )
    }
    let (first, failed) = (try #require(round), try #require(found))
    var paths = [
      "/rounds/\(first)/judges", "/print/rounds/\(first)/summary", "/applications/\(try #require(application))",
    ]
    for code in ["YY001", "YY003", "YY010", "YY025"] { paths.append("/studios/\(try await site.studio(code).id)") }
    return paths + ["/studios/\(failed)", "/access"] + proposals.map { "/pending/\($0)" }
  }

  @Test("no half-width colon, semicolon, comma or bracket stands behind a Chinese character on a Chinese page")
  func chinese() async throws {
    let site = try await TestSite()
    let client = try await site.client("approver")
    for path in try await paths(site) {
      let reply = try await client.get(path)
      #expect(reply.status == 200, "\(path)")
      let text = reply.text.replacing(#/<[^>]*>/#, with: "\n")
      let marks = text.matches(of: #/\p{Han}[:;,] |\p{Han} \(/#).map { String($0.0) }
      #expect(marks == [], "\(path)")
    }
  }

  @Test("no full-width colon, semicolon or bracket stands between English words on an English page")
  func english() async throws {
    let site = try await TestSite()
    let client = try await site.client("approver", language: .en)
    for path in try await paths(site) {
      let text = try await client.get(path).text.replacing(#/<[^>]*>/#, with: "\n")
      #expect(text.matches(of: #/[a-z][：；（，、]/#).isEmpty, "\(path)")
    }
  }

  @Test("lists, clauses and labels are put together as each language does")
  func phrases() {
    let (zh, en) = (Language.zh.phrases, Language.en.phrases)
    #expect(zh.listed(["甲", "乙"]) == "甲、乙" && en.listed(["a", "b"]) == "a, b")
    #expect(zh.clauses(["甲", "乙"]) == "甲；乙" && en.clauses(["a", "b"]) == "a; b")
    #expect(zh.labelled("甲", "乙") == "甲：乙" && en.labelled("a", "b") == "a: b")
  }

  @Test("an excellent studio is called so on its page, and a candidate no more")
  func excellent() async throws {
    let site = try await TestSite()
    let result = try #require(try await site.registrar.read { $0.roundsInOrder.first?.result })
    let client = try await site.client("clerk")
    for studio in result.excellent {
      let page = try await client.get("/studios/\(studio)").text
      #expect(page.contains("<td>\(Language.zh.phrases.notice(DeskNotice.excellent))</td>"))
      // Its history keeps the words of the day on which the round was closed.
      #expect(!page.contains("<td>\(Language.zh.phrases.standing(Excellence.Standing.candidate))</td>"))
    }
    #expect(!result.excellent.isEmpty)
  }
}

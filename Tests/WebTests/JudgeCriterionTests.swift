import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web

@Suite("One criterion across all studios of a judge", .turns)
struct JudgeCriterionTests {
  @Test(
    "one criterion across all studios: marks go beside what else was typed, and what was saved elsewhere is not lost")
  func criterion() async throws {
    let site = try await TestSite()
    let (round, judge) = (try await site.round(), try await site.client("J4"))
    let (one, two) = (try await site.studio("YY001").id, try await site.studio("YY002").id)
    _ = try await judge.post(try await site.path("YY001"), ["mark-A3": "5.55"])
    let page = "/judge/\(round.id)/criterion/A2"
    #expect(try await judge.get(page).status == 200)
    let fields = ["mark-\(one)": "4.44", "was-\(one)": "", "level-\(two)": "6.00", "mark-\(two)": "", "was-\(two)": ""]
    #expect(try await judge.post(page, fields).location == page)
    let saved = try await site.drafts(of: "J4").filter { $0.key.rubric == "technical-breakthroughs" }
    let typed = Dictionary(saved.map { ($0.key.studio, TypedSheet(json: $0.fields)?.marks) }) { first, _ in first }
    #expect(typed[one] == ["A2": "4.44", "A3": "5.55"])
    #expect(typed[two] == ["A2": "6.00"])
    #expect(typed.count == 2)
    let late = try await judge.post(page, ["mark-\(one)": "1.11", "was-\(one)": ""])
    #expect(late.status == 409)
    #expect(late.text.contains("另一处保存的是：4.44"))
    let untouched = ["mark-\(one)": "", "was-\(one)": "", "mark-\(two)": "2.22", "was-\(two)": "6.00", "do": "next"]
    #expect(try await judge.post(page, untouched).location == "/judge/\(round.id)/criterion/A3")
    let after = try await site.drafts(of: "J4").compactMap { TypedSheet(json: $0.fields)?.marks["A2"] }
    #expect(Set(after) == ["4.44", "2.22"], "what was not touched stays as it was saved elsewhere")
    #expect(try await judge.post(page, ["mark-\(one)": "1.11", "was-\(one)": "4.44"]).status == 303)
  }

  @Test("a reason that was saved elsewhere is neither overwritten nor does it cost one that is typed here")
  func criterionReasons() async throws {
    let site = try await TestSite()
    let (round, judge) = (try await site.round(), try await site.client("J4"))
    let (one, two) = (try await site.studio("YY001").id, try await site.studio("YY002").id)
    let page = "/judge/\(round.id)/criterion/A2"
    func entries() async throws -> [ID<Studio>: [String?]] {
      let drafts = try await site.drafts(of: "J4").filter { $0.key.rubric == "technical-breakthroughs" }
      return Dictionary(
        uniqueKeysWithValues: drafts.map { draft in
          let typed = TypedSheet(json: draft.fields)
          return (draft.key.studio, [typed?.marks["A2"], typed?.reasons["A2"]])
        })
    }
    _ = try await judge.post(try await site.path("YY001"), ["mark-A2": "4", "why-A2": "证书不全"])
    // This page was opened before, and another studio is marked on it.
    let stale = ["mark-\(one)": "", "was-\(one)": "", "why-\(one)": "", "was-why-\(one)": ""]
    let other = stale.merging(["mark-\(two)": "6", "was-\(two)": "", "why-\(two)": "", "was-why-\(two)": ""]) { $1 }
    #expect(try await judge.post(page, other).location == page)
    #expect(try await entries() == [one: ["4", "证书不全"], two: ["6", nil]])
    // A reason is typed here, where the mark was changed elsewhere.
    _ = try await judge.post(
      try await site.path("YY002"),
      [
        "saved": try site.stamp(try await judge.get(try await site.path("YY002")).text), "mark-A2": "3",
      ])
    let reason = ["mark-\(two)": "6", "was-\(two)": "6", "why-\(two)": "效益待核", "was-why-\(two)": ""]
    #expect(try await judge.post(page, reason).location == page)
    #expect(try await entries()[two] == ["3", "效益待核"])
    let clash = ["mark-\(one)": "", "was-\(one)": "", "why-\(one)": "另有理由", "was-why-\(one)": ""]
    #expect(try await judge.post(page, clash).status == 409)
    #expect(try await entries()[one] == ["4", "证书不全"])
  }
}

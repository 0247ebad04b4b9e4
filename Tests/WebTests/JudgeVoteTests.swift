import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web

@Suite("Art. 13: where studios are tied for the last places of excellence, the panel votes in the browser", .turns)
struct JudgeVoteTests {
  /// What a judge gave for a rubric.
  private func points(_ round: Round, _ judge: ID<Account>, _ studio: ID<Studio>, _ rubric: Int) -> Points? {
    let sheet = round.marking.sheets[SheetKey(judge: judge, studio: studio, rubric: rubric)]
    return sheet.map { $0.marks.values.reduce(.zero, +) }
  }

  /// The second and third best of the first three judges, of whom the lowest is dropped once four others give the maximum.
  private func kept(_ round: Round, _ studio: ID<Studio>, _ rubric: Int) -> Points? {
    let given = round.marking.panel.prefix(3).compactMap { points(round, $0, studio, rubric) }.sorted()
    return given.count == 3 ? given[1] + given[2] : nil
  }

  /// Five studios to which the other four judges give what makes them equal in every rubric; all others get nothing.
  ///
  /// Of seven sheets `a ≤ b ≤ c`, `M − d`, `M − e`, `M`, `M` the lowest, a, and an M are dropped: b + c + 3M − d − e is made the
  /// same. Two judges give less, so that neither comes below a.
  private func tie(_ site: TestSite) async throws -> [ID<Studio>] {
    let round = try await site.round()
    let rubrics = round.rules.rubrics
    func sum(_ studio: ID<Studio>) -> Points {
      rubrics.indices.compactMap { kept(round, studio, $0) }.reduce(.zero, +)
    }
    let whole = round.studios.filter { studio in
      !round.marking.panel.contains { round.isRecused($0, from: studio) }
        && rubrics.indices.allSatisfy { kept(round, studio, $0) != nil }
    }
    let tied = Array(whole.sorted { sum($0) > sum($1) }.prefix(5))
    for (place, judge) in round.marking.panel.enumerated().dropFirst(3) {
      var sheets: [SheetMarks] = []
      for studio in round.studios where !round.isRecused(judge, from: studio) {
        for (number, rubric) in rubrics.enumerated() {
          let least = tied.compactMap { kept(round, $0, number) }.min() ?? .zero
          let more = (kept(round, studio, number) ?? .zero) - least
          let half = Points(hundredths: more.hundredths / 2)
          let less = [3: half, 4: more - half][place] ?? .zero
          let full = rubric.maximum - less
          sheets.append(
            SheetMarks(studio: studio, rubric: rubric.id, marks: [rubric.id: tied.contains(studio) ? full : .zero]))
        }
      }
      let login = try await site.registrar.read { $0.accounts[judge]?.login }
      try await site.ask(try #require(login), CompleteSheets(round: round.id, sheets: sheets))
    }
    try await site.sendBackOpen()
    try await site.ask("clerk", CloseRound(round: round.id))
    return tied
  }

  @Test("who may vote sees the tied and chooses; others, and a wrong number, get nothing through")
  func voting() async throws {
    let site = try await TestSite()
    let equal = try await tie(site)
    let round = try await site.round()
    let result = try #require(round.result)
    let tied = result.tied
    #expect(tied.count > result.placesByVote && result.placesByVote > 0 && Set(tied).isSubset(of: equal))
    let judge = try await site.client("J4")
    let path = "/judge/\(round.id)/vote"
    #expect(try await judge.get("/judge").text.contains("href=\"\(path)\""))
    let page = try await judge.get(path).text
    for studio in tied { #expect(page.contains("value=\"\(studio)\"")) }
    let other = try #require(round.studios.first { !tied.contains($0) })
    #expect(!page.contains("value=\"\(other)\""))
    #expect(!page.contains("您已投票"))
    #expect(try await judge.post(path, ["choice": "\(other)"]).status == 422)
    #expect(try await judge.post(path).status == 422)
    let chosen = Array(result.tied.prefix(result.placesByVote))
    let account = try await site.account("J4").id
    let body = chosen.map { "choice=\($0)" }.joined(separator: "&")
    let reply = try await judge.post(path, encoded: body)
    #expect(reply.location == path)
    #expect(try await site.round().result?.votes == [account: chosen.sorted()])
    #expect(try await judge.get(path).text.contains("您已投票"))
    #expect(try await site.client("J5").get(path).text.contains("您已投票") == false)
    for login in ["J8", "J9"] { #expect(try await site.client(login).get(path).status == 404) }
    let sheet = "/judge/\(round.id)/\(tied[0])"
    #expect(try await judge.post(sheet, ["mark-A1": "1"]).status == 422)
    #expect(try await judge.get("\(sheet)/print").status == 200)
  }

  @Test("where the vote itself is tied, the page says so and asks for another")
  func again() async throws {
    let site = try await TestSite()
    _ = try await tie(site)
    let round = try await site.round()
    let result = try #require(round.result)
    let (tied, places) = (result.tied, result.placesByVote)
    // Each of as many voters as there are tied studios begins with another one: all get the same.
    let voters = round.voters.prefix(tied.count)
    try #require(voters.count == tied.count && 2 * voters.count > round.voters.count)
    for (first, judge) in voters.enumerated() {
      let login = try await site.registrar.read { $0.login(of: judge) }
      let choice = (first..<first + places).map { tied[$0 % tied.count] }
      try await site.ask(login, CastVote(round: round.id, choice: choice))
    }
    let judge = try await site.client("J4")
    let path = "/judge/\(round.id)/vote"
    #expect(try await !judge.get(path).text.contains("仍然并列"))
    try await site.ask("clerk", CountVote(round: round.id, absent: "出差"))
    #expect(try await judge.get(path).text.contains("第 1 次表决仍然并列"))
  }
}

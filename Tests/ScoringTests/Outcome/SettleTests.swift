import Scoring
import TestSupport
import Testing

@Suite("A round is settled")
struct SettleTests {
  /// One studio's marks in which every judge gives each rubric a given sum, laid out over its criteria from the first on.
  private func sheet(_ studio: String, _ judge: String, _ sums: [Int32], _ host: ScoringHost) -> [TestMark] {
    zip(host.layout.rubrics, sums).flatMap { rubric, sum in
      var left = sum
      return rubric.criteria.map { slot in
        let marks = min(left, host.layout.maximums[slot])
        left -= marks
        return TestMark(studio, judge, host.layout.ids[slot], marks)
      }
    }
  }

  @Test("74.995 from six judges is 75.00 and passes; it is rounded once, not rubric by rubric")
  func exactlyAtTheMark() async throws {
    let host = try Repository.host()
    // Rubrics of 26.2475, 22.4975, 11.25 and 15: singly rounded they would add up to 75.00 as well, or 74.99 truncated.
    let sums: [[Int32]] = [
      [2000, 1500, 500, 500], [2624, 2249, 1125, 1500], [2625, 2250, 1125, 1500], [2625, 2250, 1125, 1500],
      [2625, 2250, 1125, 1500], [3500, 3000, 1500, 2000],
    ]
    let marks = sums.enumerated().flatMap { sheet("S", "J\($0)", $1, host) }
    let settlement = try await host.settle(host.book(marks))
    let outcome = try #require(settlement.outcomes.first)
    let scores = settlement.scores(of: outcome)
    #expect(scores.map(\.exact.description) == ["10499/400", "8999/400", "45/4", "15"])
    #expect(try PanelScore.total(of: scores) == Exact(14999, over: 200))
    #expect(outcome.score == Points(hundredths: 7500))
    #expect(outcome.grade == .qualified)
  }

  @Test("74.99 fails and 75.00 passes")
  func grades() {
    #expect(Grade(74.99, passMark: 75) == .unqualified)
    #expect(Grade(75, passMark: 75) == .qualified)
  }

  @Test("a sheet without a criterion is left out, and is not zero")
  func absentIsNotZero() async throws {
    let host = try Repository.host()
    let full: [Int32] = [3000, 2500, 1000, 1500]
    var marks = (0..<6).flatMap { sheet("S", "J\($0)", full, host) }
    let before = try await host.settle(host.book(marks))
    marks.removeAll { $0.judge == "J5" && $0.id == "A2" }
    let after = try await host.settle(host.book(marks))
    #expect(after.outcomes[0].score == before.outcomes[0].score)
    #expect(
      after.gaps == [
        Gap(studio: "S", rubric: "technical-breakthroughs", lack: .unfinished(judge: "J5", criteria: ["A2"]))
      ])
    #expect(after.isProvisional)
  }

  @Test("below the minimum panel a studio has no score and no rank; recusal does not lower the minimum")
  func minimumPanel() async throws {
    let host = try Repository.host()
    let full: [Int32] = [3000, 2500, 1000, 1500]
    var marks = (0..<5).flatMap { sheet("S", "J\($0)", full, host) + sheet("T", "J\($0)", full, host) }
    marks.removeAll { $0.studio == "T" && $0.judge == "J0" }
    let settlement = try await host.settle(host.book(marks, recusals: [.init(studio: "T", judge: "J0")]))
    #expect(settlement.outcomes.map(\.grade) == [.qualified, .incomplete])
    #expect(settlement.outcomes.map(\.rank) == [1, nil])
    #expect(settlement.excellence?.base == 1)
    #expect(settlement.gaps.count == 4)
    #expect(settlement.gaps.allSatisfy { $0.studio == "T" && $0.lack == .belowMinimum(complete: 4, needed: 5) })
  }

  @Test("a judge of a rubric's panel is expected for every studio unless recused")
  func expected() async throws {
    let host = try Repository.host()
    let full: [Int32] = [3000, 2500, 1000, 1500]
    let marks =
      (0..<6).flatMap { sheet("S", "J\($0)", full, host) } + (0..<5).flatMap { sheet("T", "J\($0)", full, host) }
    let missing = try await host.settle(host.book(marks))
    #expect(missing.gaps.map(\.lack) == Array(repeating: .notMarked(judge: "J5"), count: 4))
    let recused = try await host.settle(host.book(marks, recusals: [.init(studio: "T", judge: "J5")]))
    #expect(recused.gaps.isEmpty)
  }

  @Test("a rubric marked whole counts like its criteria")
  func whole() async throws {
    let host = try Repository.host()
    let full: [Int32] = [3000, 2500, 1000, 1500]
    var marks = (0..<5).flatMap { sheet("S", "J\($0)", full, host) }
    let before = try await host.settle(host.book(marks))
    marks.removeAll { $0.judge == "J2" && $0.id.hasPrefix("A") }
    marks.append(TestMark("S", "J2", "technical-breakthroughs", 3000))
    let after = try await host.settle(host.book(marks))
    #expect(after.outcomes == before.outcomes)
    #expect(throws: Scorebook.Clash.self) { try host.book(marks + [TestMark("S", "J2", "A1", 100)]) }
  }

  @Test("the order of marks and the number of workers never change a result", arguments: 0..<12 as Range<UInt64>)
  func orderIndependent(seed: UInt64) async throws {
    let host = try Repository.host(seed % 2 == 0 ? Repository.rules : Repository.smallCounty)
    var random = SeededGenerator(seed)
    var marks = host.randomMarks(studios: 600, judges: 5 + Int(seed % 4), using: &random)
    marks.removeAll { _ in Int.random(in: 0..<2000, using: &random) == 0 }
    let first = try await host.settle(host.book(marks))
    let second = try await host.settle(host.book(marks.shuffled(using: &random)), workers: 3)
    func lines(_ settlement: Settlement) -> [String] {
      settlement.outcomes.map {
        "\(settlement.name(of: $0)) \($0.score?.description ?? "") \($0.rank ?? 0) \($0.grade) \(String(describing: $0.excellence))"
      }
    }
    #expect(lines(first) == lines(second))
    #expect(first.gaps == second.gaps)
    #expect(first.excellence == second.excellence)
    #expect(first.derivation(of: first.outcomes[7]).rubrics == second.derivation(of: second.outcomes[7]).rubrics)
  }

  @Test("raising one mark never lowers a score", arguments: 0..<20 as Range<UInt64>)
  func monotonic(seed: UInt64) async throws {
    let host = try Repository.host(seed % 2 == 0 ? Repository.rules : Repository.smallCounty)
    var random = SeededGenerator(seed)
    var marks = host.randomMarks(studios: 1, judges: 6, using: &random)
    let before = try await host.settle(host.book(marks)).outcomes[0].score
    let index = try #require(marks.indices.filter { marks[$0].hundredths < 100 }.randomElement(using: &random))
    marks[index].hundredths += 75
    let after = try await host.settle(host.book(marks)).outcomes[0].score
    #expect(try #require(after) >= #require(before))
  }

  @Test("the rule set's own rules hold: other total, pass mark, panel rule, base")
  func otherRules() async throws {
    let host = try Repository.host(Repository.smallCounty, on: "2024-06-01")
    func marks(_ studio: String, _ judge: String, _ values: [Int32]) -> [TestMark] {
      zip(["W1", "W2", "C1", "C2"], values).map { TestMark(studio, judge, $0, $1) }
    }
    // Medians by criterion: W1 (2+4)/2 = 3, W2 1.5, C1 7, C2 0.5: 12.00 passes at 12.
    let book = try host.book(
      marks("甲", "J1", [200, 100, 600, 50]) + marks("甲", "J2", [400, 200, 800, 50])
        + marks("乙", "J1", [500, 300, 1000, 200]) + marks("乙", "J2", [500, 300, 1000, 200])
        + marks("丙", "J1", [0, 0, 0, 0]) + marks("丙", "J2", [100, 0, 0, 0]))
    let settlement = try await host.settle(book)
    #expect(settlement.outcomes.map(settlement.name) == ["乙", "甲", "丙"])
    #expect(settlement.outcomes.map(\.score) == [20, 12, 0.5])
    #expect(settlement.outcomes.map(\.grade) == [.qualified, .qualified, .unqualified])
    #expect(settlement.outcomes.map(\.excellence) == [.candidate, nil, nil])
    #expect(settlement.excellence == Excellence(base: 2, places: 1, eligible: 1))
    let later = try Repository.host(Repository.smallCounty, on: "2026-01-01")
    #expect(later.rules.passMark.value == 13)
    #expect(try await later.settle(book).outcomes[1].grade == .unqualified)
  }
}

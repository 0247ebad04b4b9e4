import Scoring
import TestSupport
import Testing

@Suite("Every outcome can be recomputed from its own derivation")
struct DerivationTests {
  /// Redoes steps 1 to 5 of the working rules with nothing but what the derivation shows, as somebody would on paper.
  private func redo(_ derivation: Derivation, _ rules: RuleSet) throws -> (score: Points?, grade: Grade) {
    var total = Exact.zero
    for step in derivation.rubrics {
      let rubric = rules.rubrics[step.rubric]
      let complete = step.sheets.filter { sheet in
        sheet.marks.map(\.id) == [rubric.id] || Set(sheet.marks.map(\.id)) == Set(rubric.criteria.map(\.id))
      }
      guard complete.count >= rules.panel.minimum.value else { return (nil, .incomplete) }
      let columns: [[Int]]
      switch rules.panel.scope.value {
      case .rubric: columns = [complete.map { $0.marks.reduce(0) { $0 + $1.marks.hundredths } }]
      case .criterion:
        columns = rubric.criteria.map { criterion in
          complete.compactMap { sheet in sheet.marks.first { $0.id == criterion.id }?.marks.hundredths }
        }
      }
      for column in columns { total = try total + mean(column, rules.panel.rule.value) }
    }
    let hundredths = (total.numerator * 200 + total.denominator) / (total.denominator * 2)
    let score = Points(hundredths: Int(hundredths))
    return (score, score >= rules.passMark.value ? .qualified : .unqualified)
  }

  private func mean(_ marks: [Int], _ rule: PanelRule) throws -> Exact {
    var marks = marks.sorted()
    switch rule {
    case .mean: break
    case .trimmedMean(let count): marks = Array(marks.dropFirst(count).dropLast(count))
    case .median: while marks.count > 2 { marks = Array(marks.dropFirst().dropLast()) }
    }
    return try Exact(Int128(marks.reduce(0, +)), over: Int128(100 * marks.count))
  }

  @Test("score, grade and rank follow from what it shows", arguments: 0..<30 as Range<UInt64>)
  func recomputed(seed: UInt64) async throws {
    let host = try Repository.host(seed % 3 == 0 ? Repository.smallCounty : Repository.rules)
    var random = SeededGenerator(seed)
    var marks = host.randomMarks(studios: 20, judges: 3 + Int(seed % 6), using: &random)
    marks.removeAll { _ in Int.random(in: 0..<300, using: &random) == 0 }
    let settlement = try await host.settle(host.book(marks))
    let derivations = settlement.outcomes.map(settlement.derivation)
    let redone = try derivations.map { try redo($0, settlement.rules) }
    for (derivation, redone) in zip(derivations, redone) {
      #expect(derivation.outcome.score == redone.score)
      #expect(derivation.outcome.grade == redone.grade)
      let higher = redone.score.map { score in derivations.count { $0.outcome.score.map { $0 > score } ?? false } }
      #expect(derivation.outcome.rank == higher.map { $0 + 1 })
      for step in derivation.rubrics where redone.score != nil {
        let sum = try step.combinations.reduce(Exact.zero) { try $0 + $1.score.exact }
        #expect(step.score?.exact == sum)
      }
    }
  }

  @Test("differences from reference marks are shown with and without reasons")
  func differences() async throws {
    let host = try Repository.host()
    var random = SeededGenerator(1)
    let marks = host.randomMarks(studios: 1, judges: 5, using: &random).map { mark in
      mark.id == "A1" ? TestMark(mark.studio, mark.judge, "A1", mark.judge == "J1" ? 600 : 900) : mark
    }
    var book = try host.book(marks)
    book.note("现场核实只有两项", slot: 0, sheet: book.sheet(studio: "S0", judge: "J1"))
    let settlement = try await host.settle(book)
    let criterion = try settlement.rules.rubrics[0].criterion("A1")
    let reference = try ReferenceMark(criterion, because: []) { Exact(9) }
    let differences = settlement.derivation(of: settlement.outcomes[0]).differences(from: [reference])
    #expect(
      differences == [
        Difference(studio: "S0", judge: "J1", criterion: "A1", marks: 6, reference: 9, reason: "现场核实只有两项")
      ])
  }
}

import InstalledModules
import RubricFiles
package import Scoring

extension Repository {
  /// A host for a rule set of the project, as in force on a day.
  package static func host(_ folder: String = Repository.rules, on day: String = "2025-12-31") throws -> ScoringHost {
    let registry = try ModuleRegistry(installedModules)
    guard let day = Day(day) else { throw NumberError.outOfRange }
    return try ScoringHost(RuleSetFolder(folder).ruleSet(on: day, modules: registry), registry)
  }
}

/// A mark as a test enters it.
package struct TestMark: Hashable, Sendable {
  package var studio: String
  package var judge: String
  /// A criterion's or rubric's id.
  package var id: String
  package var hundredths: Int32

  package init(_ studio: String, _ judge: String, _ id: String, _ hundredths: Int32) {
    self.studio = studio
    self.judge = judge
    self.id = id
    self.hundredths = hundredths
  }
}

extension ScoringHost {
  /// A book of marks, entered in the order in which they are given.
  package func book(_ marks: [TestMark], recusals: [Scorebook.Pair] = []) throws -> Scorebook {
    var book = Scorebook(layout: layout)
    for pair in recusals { book.recuse(pair.judge, from: pair.studio, because: "同单位") }
    for mark in marks {
      let sheet = book.sheet(studio: mark.studio, judge: mark.judge)
      guard let slot = layout.ids.firstIndex(of: mark.id) else { throw ModuleError.missingCriterion(mark.id) }
      try book.enter(mark.hundredths, slot: slot, sheet: sheet)
    }
    return book
  }

  /// A whole round of random marks in quarter points: every judge marks every criterion of every studio.
  package func randomMarks(studios: Int, judges: Int, using random: inout SeededGenerator) -> [TestMark] {
    var marks: [TestMark] = []
    for studio in 0..<studios {
      for judge in 0..<judges {
        for (slot, id) in layout.ids.enumerated() where !layout.isWhole(slot) {
          let quarters = Int32.random(in: 0...(layout.maximums[slot] / 25), using: &random)
          marks.append(TestMark("S\(studio)", "J\(judge)", id, quarters * 25))
        }
      }
    }
    return marks
  }
}

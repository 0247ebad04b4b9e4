package import Scoring

/// A language in which results, findings and reasons can be read.
package enum Language: String, CaseIterable, Sendable {
  case en
  case zh

  /// Simplified Chinese where the environment asks for Chinese, else English.
  package init(environment: [String: String]) {
    let wanted = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    self = wanted?.hasPrefix("zh") == true ? .zh : .en
  }

  /// The language's table of texts, for a page or a paper: it names no command, which its reader could not run.
  package var phrases: any Phrases { phrases(namingCommands: false) }

  /// The same table for the command line, where a text may end with the command that does what it asks for.
  package var commandLinePhrases: any Phrases { phrases(namingCommands: true) }

  private func phrases(namingCommands: Bool) -> any Phrases {
    switch self {
    case .en: English(namesCommands: namingCommands)
    case .zh: Chinese(namesCommands: namingCommands)
    }
  }

  /// A text's words in this language.
  package func callAsFunction(_ text: Text) -> String {
    switch self {
    case .en: text.en
    case .zh: text.zh
    }
  }
}

/// The texts of the product in one language. Each is a function over data, so that no language can lack one.
package protocol Phrases: RegisterPhrases, DeskPhrases, ApplicationPhrases, PagePhrases {
  func label(_ label: Label) -> String
  /// Words with details in brackets behind them.
  func detailed(_ words: String, _ details: [String]) -> String
  /// A word, and behind it what it says.
  func labelled(_ word: String, _ text: String) -> String
  /// Things of one kind in a row.
  func listed(_ words: [String]) -> String
  /// Sayings in a row, which may have commas of their own.
  func clauses(_ words: [String]) -> String
  /// What is wrong, behind its place.
  func located(_ finding: Finding) -> String
  func grade(_ grade: Grade) -> String
  func standing(_ standing: Excellence.Standing) -> String
  func fate(_ fate: Combination.Fate) -> String
  func source(_ source: Source) -> String
  func rule(_ rule: PanelRule) -> String
  /// The years of a period as one says them.
  func years(_ period: Period) -> String

  func place(_ place: Place) -> String
  func problem(_ problem: Finding.Problem) -> String
  func expectation(_ expectation: Expectation) -> String
  func moduleError(_ error: ModuleError) -> String
  func lack(_ lack: Gap.Lack) -> String
  func reason(_ reason: Reason) -> String
  func cause(_ cause: Reason.Cause) -> String
  func step(_ step: Step) -> String
  func notice(_ notice: Notice) -> String
}

/// The weighted mean completion of a year in percent, rounded half-up to two decimals for reading.
func percent(_ weighted: Points, _ weight: Int) -> Points {
  PanelScore(sum: weighted, count: max(1, weight)).rounded
}

/// A word or two at the head of a column or a section.
package enum Label: String, CaseIterable, Sendable {
  case rank, studio, score, grade, excellence, judge, points, fate, criterion, marks, reference, reason, reasons
  case differences, noReason, rubric, title, maximum, module, source, judged, measured
  case evidenceTables, column, form, optional, warning
}

/// A sentence of a derivation.
package enum Step: Hashable, Sendable {
  case headline(studio: String, score: Points?, grade: Grade, rank: Int?, of: Int)
  case panelRule(PanelRule, source: Source)
  case sheetLeftOut(judge: String, missing: [String])
  case recused(judge: String, reason: String)
  case notMarked(judge: String)
  case combined(kept: [Points], sum: Points, count: Int, exact: Exact, rounded: Points)
  case criterionCombined(id: String, kept: [Points], sum: Points, count: Int, exact: Exact)
  case rubricSum(exact: Exact, rounded: Points)
  /// Points certified off the system (Art. 17), and what they make of the panel's score.
  case certified(token: String, points: Points, reason: Text)
  case adjusted(panel: Exact, added: Points, maximum: Points, isCapped: Bool, exact: Exact, rounded: Points)
  case belowMinimum(complete: Int, needed: Int, source: Source)
  case total(parts: [Exact], total: Exact, score: Points)
  case passMark(score: Points, mark: Points, source: Source, grade: Grade)
  case ranking(higher: Int, of: Int, rank: Int)
  case excellence(
    score: Points, mark: Points, standing: Excellence.Standing?, places: Int, base: Int, share: Int, source: Source)
  case noScore
}

/// A line about a whole round or a whole file.
package enum Notice: Hashable, Sendable {
  case findings(count: Int, shown: Int)
  case incomplete(count: Int)
  case allowIncompleteHint
  case provisional
  case candidates([String], places: Int, base: Int, share: Int)
  case tied([String])
  case noCandidates
  case differences(count: Int, withoutReason: Int)
  case unknownStudio(String, nearest: String?)
  case unknownRubric(String, nearest: String?)
  case panelTooSmall(item: String, marks: Int, needed: Int)
  case recusalOfUnknownStudio(String)
  case recusalOfUnknownJudge(String)
  case recusalWithoutReason(studio: String, judge: String)
  case evidenceOfUnknownStudio(String)
  case noRules(String)
  case rulesInOrder(id: String, rubrics: Int, criteria: Int, total: Points, changes: [Day])
  case unlistedRubric(String)
  case noEvidence
  case wroteFile(String)
  case fileExists(String)
  case reading(percent: Int)
  case notWritable(String)
  case numberTooLarge
  case noClock
  case notAPackage(String)
  case notAName(String)
  case nextStep(String)
}

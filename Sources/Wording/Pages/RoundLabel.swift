package import Scoring
package import StudioRegistry

/// The words of the pages about a round.
package enum RoundLabel: String, CaseIterable, Sendable {
  case roundMenu, round, overview, board, panel, paper, reminders, outcome, preview, judges, objections, vote
  case pictures, derivation, stage, next, opened, studios, studio, versions, noRounds, secondAssessment, secondHint
  case rectifiedUntil, openSecond, openRound, openHint, firstYear, lastYear, document, adopted, rules, rulesHint
  case showWho, whoIsAssessed, assessed, deferred, rectifying, suspended, nobody, nothingNext, proposals, reopened
  case printSummary, printNotice, printReport, progress, judge, signed, expected, left, twoPersons, twoPersonsHint
  case boardHint, noPanel, cellNotBegun, cellDraft, cellRecused, meansNotBegun, meansDraft, meansPart, meansSigned
  case meansRecused, meansReturned, alternates, alternate, neither, replacements, appointPanel, unitsHint, account
  case seat, sharedUnits, sizeReason, recusals, noRecusals, recuse, relation, origin, reason, relationWords
  case chooseAll, remindersHint, byWhen, write, nobodyToRemind, returnSheet, replaceJudge, confirmRound
  case abandonRound, returnHint, replaceHint, confirmHint, abandonHint, showEffect, effect, sheetsBefore
  case sheetsAfter, scoreBefore, scoreAfter, belowMinimum, scoresHidden, noEffect, noAlternates, rubric, follows
  case propose, secrets, paperHint, firstEntry, secondEntry, toSheet, paperWaiting, paperDone, correctFirst
  case correctSecond, noPaper, differences, criterion, correctHint, firstHintPaper, secondHintPaper, markReason
  case scan, scanNeeded, compare, enter, back, paperSigned, paperOwn, paperNotEntered, paperMine, paperByOther
  case paperByJudge, rank, score, grade, excellence, rubricRounded, previewHint, notReady, missing, closeRound
  case closeHint, versionReason, incompleteReason, incompleteHint, explainHint, changed, unchanged, asTable, asJSON
  case conclusions, reference, referenceMark, reasons, noReference, judgesDiffer, marks, noReason, print, judgesHint
  case mean, meanMeans, absolute, absoluteMeans, far, dropped, droppedMeans, droppedHighest, droppedLowest
  case referenceMean, referenceAbsolute, referenceMeans
  case differing, differingMeans, sheets, withReason, withoutReason, nobodyFar, voteHint, tied, places, notTied
  case counted, votes, hasVoted, hasNotVoted, absentReason, countVote, publishRound, publishHint, noticeAddress
  case notPublished, wholeRound, received, late, byName, anonymous, ofVersion, answerBy, overdue, upheld, notUpheld
  case upheldHint, closeAnew, finding, chooseFinding, answer, noObjections, recordObjection, concerned, objector
  case objectorHint, objection, scanAgain, nothingMarked
}

/// What a page about a round says with values in it.
package enum RoundNotice: Hashable, Sendable {
  case title(ID<Round>, Period, isSecond: Bool)
  case document(Adoption)
  case todo(RoundStep)
  case version(Int, Day)
  case publication(Publication)
  case confirmedOn(Day)
  /// So many of so many sheets.
  case signed(Int, of: Int)
  case returned(Int, of: Int)
  case panelSize(Cited<Int>)
  case noticeDays(Cited<Int>)
  case answerDays(Cited<Int>)
  case differences(Int)
  case reminder(Reminder)
  case needed(String)
  case badYear(String)
  /// What was typed is no address of a notice.
  case badAddress(String)
  case pastDay(Day)
  case badMark(String, String)
  /// Which judges are called far off: so many times as far as the middle one.
  case far(factor: Int)
}

/// What a judge is reminded of.
package struct Reminder: Hashable, Sendable {
  package let judge: String
  package let period: Period
  /// How many sheets are not signed, and for which studios.
  package let sheets: Int
  package let studios: [String]
  /// How many of them came back.
  package let returned: Int
  package let by: Day
  package let address: String

  package init(
    judge: String, period: Period, sheets: Int, studios: [String], returned: Int, by: Day, address: String
  ) {
    self.judge = judge
    self.period = period
    self.sheets = sheets
    self.studios = studios
    self.returned = returned
    self.by = by
    self.address = address
  }
}

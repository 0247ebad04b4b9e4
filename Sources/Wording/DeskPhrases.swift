package import Scoring
package import StudioRegistry

/// The texts of the command line's desk in one language: heads of columns, and what it says besides events and refusals.
package protocol DeskPhrases: Sendable {
  func heading(_ heading: Heading) -> String
  func notice(_ notice: DeskNotice) -> String
}

/// The head of a column of a register's list; its id heads the column in CSV and JSON.
package enum Heading: String, CaseIterable, Sendable {
  case account, login, role, person, name, birthMonth, phone, employment, erased, opened, closed
  case studio, unit, expert, occupation, confirmed, standing
  case entry, day, actor, event, digest
  case evidence, kind, content, state
  case round, period, stage, studios, deferred, panel, version
  case proposal, decision, reason, proposer, waitsFor
  case task, served, until, second, outcome
  case row, action
  case judge, rubric, sheets, signed, missing
  case article, document, party
  // Applications (Art. 5–9)
  case application, purpose, field, condition, finding
  // Care (Art. 11, 12, 18, 23, 24)
  case number, joined, left, happened, reported
  // Plans (Art. 16)
  case plan, year, submitted, item, weight, completion, review, fulfilment, flags
  // Apprentices (Art. 21)
  case apprentice, training, grades
  // Funds (Art. 12(5), 19, 20)
  case fund, amount, income, expense, balance
  // Cancellation (Art. 14, 15, 20)
  case proceedings, ground, invited, statement, dropped, appeal, restored
  // Recommendation (Art. 7, 13, 22)
  case target, excellent, lastScore, conditionsMet, recommended, meetsAll
  // Secrets (Art. 17)
  case token, certified, points
  // Retention (working rule)
  case kept, source, hold
  // Ways in (working rule)
  case code, link, password, seen
}

/// The parts of the demonstration's story, each with its articles.
package enum StoryPart: String, CaseIterable, Sendable {
  case founding, studios, firstRound, firstOutcome, consequences, rectified, cancelled
  case paid, applications, noticed, care, experts, recommended
  case evidence, secondRound, replaced, returned, closed, vote, objection, confirmed, derivation, due, verified
}

/// What the desk says beside events and refusals.
package enum DeskNotice: Hashable, Sendable {
  case accountNeeded
  case unknownLogin(String, nearest: String?)
  case unknownStudio(String, nearest: String?)
  case unknownID(String, expected: String)
  case loginIsName(String)
  case nothingFound
  case dryRun
  case recorded(first: Int, last: Int)
  case founded(file: String)
  case studioTitle(name: String, occupation: String)
  case erasedPerson(String)
  case rowNew
  case rowKnown(String)
  case rowRepeated
  case rowErased(String)
  case namesake(name: String, studio: String)
  case badName(String)
  case badMonth(String)
  case repeatedMark(String)
  case notChosen(String)
  case rowSheet(judge: String, sheets: Int, marks: Int)
  case ambiguousPerson(String, [String])
  case markForm(String)
  case adoptedLate(document: String, on: Day, period: Period)
  case noticeUntil(Day)
  case leftOut(deferred: [String], rectifying: [String], suspended: [String])
  case board(signed: Int, entered: Int, missing: Int)
  case versions(Int)
  case changed(studio: String, from: String, to: String)
  case asStored
  case notAsStored(String)
  case nothingDue
  case nothingPending
  case overdue
  case verified(entries: Int, digest: String)
  case verifiedMore(persons: Int, erased: Int, closings: Int)
  case valuesAbsent(Int)
  case keptBroken(String)
  case withoutCheckpoint
  case wroteCheckpoint(String, sequence: Int)
  case badCheckpoint(String)
  case restored(String, entries: Int)
  case backedUp(String, entries: Int)
  case wouldLose(String, entries: Int)
  case keptFormer(String)
  case exportedWithoutVault
  case erasedElsewhere
  case tracesLeft
  case evidenceWaiting(Int)
  case scrubbed
  case unreadableFile(String)
  case story(StoryPart)
  case storyKept(String)
  case storyLost
  case money(fen: Int)
  // Applications (Art. 5–9)
  /// Art. 17: what every form says.
  case noSecrets
  case expertApplied(name: String, application: String)
  /// Somebody of the name led a studio or stood in an application before.
  case knownExpert(name: String, persons: [String])
  case unknownChoice(String, known: [String])
  case ageIs(Int, least: Int, most: Int)
  case ageUnknown
  /// The finding says otherwise than the month of birth.
  case ageContradicts(Int, least: Int, most: Int)
  case digestAlone(String)
  case notText(String)
  case applicationLacks([String])
  case applicationComplete
  case reviewScored(score: Points, mark: Points, judges: Int)
  case unitWaived(String)
  // Care (Art. 11, 12, 18, 23, 24)
  case care(CareNotice)
  // Plans (Art. 16)
  case planDraft
  case planLate(Day)
  case planAfterYear(Day)
  case planReview(isAccepted: Bool)
  case planChange(PlanChange.Change)
  case planChangeWaits
  case planItemDropped
  case yearFlag(YearChecked.Flag)
  case rowCompletion(String)
  case rowOtherWeight(String)
  case badItem(String)
  case badPercent(String)
  // Apprentices (Art. 21)
  case exemption(Exemption.Condition)
  case conditionMet(Bool)
  case exempt
  case notExempt
  case trainingUnverified(String)
  case rowTraining(String)
  // Funds (Art. 12(5), 19, 20)
  case fund(Fund)
  case ledgerEntry(LedgerEntry.Kind)
  case flag(LedgerLine.Flag)
  /// Where the county's subsidy comes from, and what is left in each fund.
  case ledgerOf(String, origin: Text?)
  case left(Fund, fen: Int)
  case flagged(ID<LedgerEntry>, [LedgerLine.Flag])
  case nothingUnpaid
  // Recommendation (Art. 7, 13, 22)
  case condition(Text, ConditionState)
  case target(Text)
  case excellent
  case recommended(Recommendation)
  case meetsAll(Bool)
  /// A higher plaque has consequences for the county's subsidy (Art. 19).
  case recordPlaque(String)
  // The case file
  case otherStudio
  /// In front of words that leave out what is others'.
  case ofThisStudio
  case folderTaken(String)
  case wroteCaseFile(String, files: Int, entries: Int)
  // The site
  case portTaken(String)
  case badHost(String)
  case badCertificate(String)
  /// All visitors seem to come from the proxy.
  case proxyNotNamed
  /// A code, shown this once.
  case codeOnce(until: Day)
  case loginsEnded
}

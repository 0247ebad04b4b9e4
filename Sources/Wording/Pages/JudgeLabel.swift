package import Scoring

/// The words of the judges' pages.
package enum JudgeLabel: String, CaseIterable, Sendable {
  // The list
  case title, noRounds, alternateText, voteOpen, toVote, print, recuse, byCriterion, byCriterionText
  case begin, goOn, look
  case stateNotBegun, stateDraft, stateComplete, statePartly, stateSigned, stateRecused, stateReturned
  // The sheet
  case back, signedText, errors, newer, newerText, takeNewer, returnedTitle, earlierMarks, enteredText
  case criterion, mark, maximum, reference, why, measured, referenceWhy, counted, leftOut, levels, orPoints, points
  case whyDiffers, remark, whole, wholeText, wholeTick, wholePoints, sum, total
  case save, review, toSheet, saveAll, previous, next
  // What becomes of what was typed
  case savedHere, notKept, savedWord, signedWord, offline, busy, loginAgain, newerShort, restored, bothKept, useMine
  case useTheirs, unsaved, keptHere, leaveKept
  // What the studio entered
  case evidence, evidenceText, evidenceNone
  // Signing
  case reviewTitle, reviewNewer, backToSheet, cannotSign, missing, differs, differsText, signText, sign, change
  // Recusal
  case recuseTitle, consequences, consequenceMark, consequenceSigned, consequenceDraft, consequenceVote
  case consequencePublic, consequenceFinal, relation, recusalReason, recusalHint, declare, cancel
  // Voting
  case voteTitle, castVote
  // The signed sheet on paper
  case printTitle, studio, occupation, seat, signedOn, fingerprint, fingerprintText, signature, date, notSigned
}

/// A sentence of the judges' pages.
package enum JudgeNotice: Hashable, Sendable {
  /// A round by its period; a second assessment is named as one (Art. 20).
  case round(period: Period, isSecond: Bool)
  case progress(signed: Int, complete: Int, of: Int)
  case filled(Int, of: Int)
  case ownTotal(Points)
  case outOf(Points)
  case returned(because: String)
  case recused(relation: String, reason: String, origin: String)
  case noNumber
  case outOfRange(maximum: Points)
  case wholeAndParts
  case field(id: String, title: String, problem: String)
  /// What another device or window saved.
  case otherMark(String, reason: String?)
  case earlierMark(String)
  case savedAt(String)
  case differsWithoutReason(reference: Points)
  case differs(id: String, title: String, mark: Points, reference: Points, reason: String?)
  case tied(places: Int, among: Int)
  /// The ballot of this number was tied, and the panel votes again.
  case tiedAgain(Int)
  case choose(Int)
  case voted([String])
  case signingEntry(sequence: Int, digest: String)
}

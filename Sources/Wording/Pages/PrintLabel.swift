package import Scoring

/// The fixed words of prints.
package enum PrintLabel: String, CaseIterable, Sendable {
  // On several
  case back, document, blankNumber, colon, studio, unit, rubric, maximum, score, rank, grade, total, issued, blankDate
  case copies
  // Panel summary sheet
  case recused, absent, legend, recorder, checker, judgeSignatures, signedOn, certified, judgeSum, missingSheets
  // Notice of results
  case results, number, noticeTime, noticeObjection, noticePlace, blankChannels, channelsNeeded, publicRemark
  // Rectification
  case findings, lost, weakest, noDetail, receiptTitle, receiptDocument, receiptAddressee
  case receiptAddress, receiptMethod, receiptMethods, receiptReceiver, receiptTime, receiptDeputy, receiptWitness
  case receiptServer, receiptRemarks, receiptBy
  // Cancellation
  case facts, evidence, statement, decision, remedies, effect, draft, dropped, restored, noStatement, noEvidence
  case blankService
  // Report
  case figures, comparison, due, money, objections, none, assessed, deferred, rectifying, suspended, qualified
  case unqualified, incomplete, excellent, passRate, highestScore, medianScore, lowestScore, meanScore, noFormer
  case day, task, responsible
}

/// What prints say of a round, a studio or a decision.
package enum PrintNotice: Hashable, Sendable {
  case day(Day)
  /// The departments in front of a joint document's title.
  case issuers([String])
  case addressees([String])
  // Panel summary sheet
  case summaryTitle(Period, isSecond: Bool)
  case summaryVersion(Int, on: Day, studios: Int, judges: Int)
  case exactTotal(String)
  case places(Int, base: Int)
  // Notice of results
  case noticeTitle(Period, isSecond: Bool, isCorrection: Bool)
  case noticeOpening(Period, under: Basis, organisation: Text, bureau: Text, isSecond: Bool)
  /// What the notice before this one was, in whose place it stands.
  case noticeReplaces(on: Day, address: String)
  /// Those that failed and those without an outcome are nil where they are not listed.
  case noticeCounts(qualified: Int, excellent: Int, unqualified: Int?, incomplete: Int?)
  case noticeRunning(from: Day, until: Day)
  case noticePlanned(days: Int, isWorking: Bool)
  case noticeObjections(organisation: Text, bureau: Text, answer: Int, isWorking: Bool)
  // Rectification
  case rectificationTitle(studio: String)
  case rectify(Period, under: Basis, score: Points?, passMark: Points)
  case timeToRectify(months: Int, source: Source)
  case timeRunning(served: Day, until: Day)
  case secondAssessment(passMark: Points, source: Source)
  case weakest(criterion: Text, median: Points, maximum: Points)
  // Cancellation
  case party(studio: String, code: String, unit: String, expert: String)
  case cancellationTitle(RuleSet.Cancellation.Ground, studio: String)
  case exhibit(Int, title: String, digest: String)
  case invited(on: Day, until: Day)
  case stated(on: Day, text: String)
  case decided(studio: String, RuleSet.Cancellation.Ground, under: Basis)
  case remedy(Int, RuleSet.Cancellation.Remedy)
  case served(on: Day)
  // Report
  case reportTitle(Period, isSecond: Bool)
  case reportResult(Period, assessed: Int, qualified: Int, unqualified: Int, excellent: Int, incomplete: Int)
  case reportRules(under: Basis, passMark: Points)
  case reportComparison(better: Int, worse: Int, same: Int, new: Int, missing: Int)
  case percent(Points)
  case award(studios: Int, each: Int, sum: Int, Source)
  case paid(studios: Int, sum: Int)
  case more(Int)
  case objection(String, studio: String?, received: Day, answerBy: Day)
  case changesShown(Int)

  /// On what a document rests: the regulation, the document that adopted it, the article.
  package struct Basis: Hashable, Sendable {
    package let regulation: Text
    package let document: String
    package let source: Source

    package init(_ regulation: Text, document: String, source: Source) {
      (self.regulation, self.document, self.source) = (regulation, document, source)
    }
  }
}

extension Points {
  /// The points as a text says them: without the zeros behind a whole number.
  var plain: String {
    hundredths.isMultiple(of: 100) ? "\(hundredths / 100)" : description
  }
}

package import Scoring

/// Why a command about applications was refused (Art. 3, 5–9).
package enum ApplicationRefusal: Error, Hashable, Sendable {
  case unknown(ID<Application>)
  case ended(ID<Application>, Application.Stage)
  // Receiving
  case unknownApplicant(String, known: [Text], Source)
  case unknownField(String, known: [Text], Source)
  case expertLeads(String)
  case expertApplied(ID<Application>)
  case expertTwice(unit: String)
  /// Building jointly keeps the expert; only the unit is joined by another.
  case otherExpert(String)
  case notItsUnit(String, unit: String)
  case samePartner(String)
  case studioApplied(String, ID<Application>)
  case unitHasStudio(unit: String, occupation: String, studio: String, waivable: Bool, Source)
  case notWaivable(Source)
  case waivedAlready(ID<Application>)
  // Materials and findings
  case unknownMaterial(String)
  case length(Text, count: Int, least: Int, most: Int, Source)
  /// What is measured needs its text file, anything else has no number of characters.
  case lengthNeeded(Text, Source)
  case unknownCondition(String)
  case notUndertakable(Text, Source)
  case onlyUndertaken(Text, Source)
  case conditionNotWaivable(Text, Source)
  case nothingToWaive(Text)
  case numberNeeded(Text, least: Int, most: Int, Source)
  case numberOutside(Text, Int, least: Int, most: Int, Source)
  case numberRefused(Text)
  // Review and notice
  case incomplete(ID<Application>, lacking: [Text])
  case reviewedAlready(ID<Application>)
  case noReviewRubric
  case scoresNeeded(Source)
  case judgeOfUnit(String, unit: String)
  case notReviewed(ID<Application>)
  case notRecommended(ID<Application>)
  case conditionsOpen(ID<Application>, [Text])
  case noNotice(ID<Application>)
  case publishedAlready(ID<Application>)
  case notPublished(ID<Application>)
  case noticeRunning(ID<Application>, until: Day)
  case unknownObjection(ID<Objection>)
  case objectionAnswered(ID<Objection>)
  case objectionOpen(ID<Objection>, ID<Application>)
  // Deciding
  case codeNeeded(ID<Application>)
  case codeRefused(ID<Application>)
  case branchCounted(String)
  case branchesNever(Source)
  case sameAsEnterprise(String)
}

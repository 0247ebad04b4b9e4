package import Scoring

/// Why a command was refused: the rule, the fact, and what would be needed, as data.
package enum Refusal: Error, Hashable, Sendable {
  // Who asks
  case notFounded
  case alreadyFounded
  case unknownAccount
  case accountClosed(String)
  case noDeputy(String, of: String, on: Day)
  case notAllowed(CommandName, role: Role, allowed: Set<Role>)
  case dayToCome(Day, today: Day)
  case beforeThat(Day, Day)
  // Texts
  case identityNumber
  case mobileNumber
  case reasonNeeded
  case nothingToDo
  case badDigest
  case numberTooLarge
  // People
  case badLogin(String)
  case loginTaken(String)
  case contactNeedsStudio
  case ownAccount
  case daysReversed(Day, Day)
  case badDeputy(String, of: String)
  case unknownPerson(ID<Person>)
  case personErased(ID<Person>, on: Day)
  case personHoldsAccount(ID<Person>, login: String)
  case personIsExpert(ID<Person>, studio: String)
  // Studios and evidence
  case unknownStudio(String)
  case badCode(String)
  case codeTaken(String)
  case confirmedLater(String, Day)
  case expertHasStudio(String)
  case studioCancelled(String)
  case otherStudio(String)
  case unknownKind(String)
  /// A cell of no column of the kind, of another type, or a person otherwise than by id.
  case badCell(column: String, kind: String, studio: String)
  case unknownEvidence(ID<EvidenceItem>)
  case evidenceSettled(ID<EvidenceItem>)
  case ownEvidence(ID<EvidenceItem>)
  // Opening a round
  case adoptedLater(Day, than: Day)
  case periodLength(Period, years: Int, Source)
  case periodNotOver(Period, on: Day)
  case periodTaken(ID<Round>, Period)
  case rulesNotServed
  case noStudioInCare
  case unknownRound(String)
  // Panel
  case panelInUse(ID<Round>)
  case notAJudge(String)
  case judgeTwice(String)
  case judgeAtDesk(String, desk: String)
  case panelEven(Int)
  case panelTooSmall(Int, needed: Int, Source)
  case panelSize(Int, usual: Int, Source)
  case noPanel(ID<Round>)
  case notOnPanel(String, ID<Round>)
  case notAnAlternate(String, ID<Round>)
  case notInRound(String, ID<Round>)
  case recusedAlready(judge: String, studio: String)
  // Sheets
  case notMarking(ID<Round>, Round.Stage)
  case othersSheet
  case unknownRubric(String)
  case unknownCriterion(String, rubric: String)
  case wholeRefused(String, Source)
  case wholeAndParts(String)
  case markOutOfRange(String, Points, maximum: Points, Source)
  case sheetTwice(judge: String, studio: String, rubric: String)
  case sheetSigned(judge: String, studio: String, rubric: String)
  case noSheet(judge: String, studio: String, rubric: String)
  case sheetUnfinished(studio: String, rubric: String, missing: [String])
  // Closing, voting, publishing, confirming
  case unsigned(count: Int, first: [String])
  case module(ModuleError, studio: String)
  case nothingChanged(ID<Round>)
  case notClosed(ID<Round>, Round.Stage)
  case nothingTied(ID<Round>)
  case badVote(places: Int, among: [String])
  case tooFewVotes(Int, needed: Int)
  case voteFirst([String])
  case notPublished(ID<Round>)
  case publishedStands(ID<Round>)
  case noticeRunning(ID<Round>, until: Day)
  case unknownObjection(ID<Objection>)
  case objectionAnswered(ID<Objection>)
  case objectionOpen(ID<Objection>)
  case correctionDue(ID<Round>)
  case roundConfirmed(ID<Round>)
  case roundAbandoned(ID<Round>)
  // Two persons
  case unknownProposal(ID<Proposal>)
  case proposalOpen(ID<Proposal>)
  case proposalSettled(ID<Proposal>)
  case notYourApproval(ID<Proposal>, waitsFor: [Role])
  case ownProposal(ID<Proposal>)
  case paperDate(Day, proposed: Day)
  case noPaper(ID<Proposal>)
  // Where a studio stands
  case notDrawn(String, Studio.Standing, Studio.Move)
  // The parts of the law, each with its own
  case application(ApplicationRefusal)
  case care(CareRefusal)
  case plan(PlanRefusal)
  case apprentice(ApprenticeRefusal)
  case funds(FundsRefusal)
  case cancellation(CancellationRefusal)
  case recommendation(RecommendationRefusal)
  case secret(SecretRefusal)
  case retention(RetentionRefusal)
  case rectification(RectificationRefusal)
  case rules(RulesRefusal)
  case access(AccessRefusal)
  case paperSheet(PaperSheetRefusal)
}

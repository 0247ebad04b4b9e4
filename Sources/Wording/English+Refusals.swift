import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: Refusal) -> String {
    switch refusal {
    // Who asks
    case .notFounded:
      "The register is not founded yet; by its own rule, founding is the first entry. Found it first\(hint("studio init"))."
    case .alreadyFounded:
      "This register is founded already; by its own rule that happens once. For another, use another file\(hint("--database"))."
    case .unknownAccount:
      "No account of that name is open on that day; by the register's rule everything is done through an open "
        + "account. Check the login\(hint("studio account list")), or ask a bureau approver to open one."
    case .accountClosed(let login):
      "The account “\(login)” is closed, or was not open on that day; by the register's rule only an open account "
        + "counts. Use another account, or another day."
    case .noDeputy(let deputy, let principal, let day):
      "“\(deputy)” is not deputy of “\(principal)” on \(day) and today; by the working rule a deputy is appointed for "
        + "certain days, for an open account. Ask an approver to appoint one\(hint("studio account deputy"))."
    case .notAllowed(let name, let role, let allowed):
      "As \(self.role(role)) you may not \(command(name)); by Art. 4, 8, 11 and the working rule that is for others. "
        + "Ask: \(roles(allowed))."
    case .dayToCome(let day, let today):
      "\(day) is still to come, today is \(today); by the register's rule only what has happened is entered. "
        + "Name a day up to today."
    case .beforeThat(let day, let earlier):
      "\(day) lies before \(earlier), the day of the step before; by the register's rule steps keep their order. "
        + "Name \(earlier) or a later day."
    // Texts
    case .identityNumber:
      "The text has a number like that of an identity card; the journal forgets nothing, so by the register's rule on "
        + "personal data none is entered. Leave it out, and say who checked it and when."
    case .mobileNumber:
      "The text has a number like that of a mobile phone; the journal forgets nothing, so by the register's rule on "
        + "personal data none is entered. Leave it out; it may stand with the person\(hint("studio person change"))."
    case .reasonNeeded:
      "A text that this needs is blank: reason, receipt, number, address or answer; by the register's rule it has to "
        + "be there. Write it\(hint("--reason"))."
    case .nothingToDo:
      "Nothing would change: nothing is named, it is so already, or the same thing stands twice; by the register's rule an "
        + "entry changes something, once. Name what is to change."
    case .badDigest:
      "The checksum (SHA-256) of the scan is not whole; by the register's rule it has 64 digits and small letters a "
        + "to f. Have it made anew from the scan."
    case .numberTooLarge:
      "The points add up to more than can be computed exactly, and by the register's rule nothing is approximate. "
        + "Check the marks and the maxima."
    // People
    case .badLogin(let login):
      "“\(login)” cannot name an account; by the register's rule that is the code of a post or seat, "
        + "no person's name: up to 40 Latin letters, digits and hyphens, a letter first, such as bureau-clerk-1."
    case .loginTaken(let login):
      "There is or was an account “\(login)”, letter case aside; by the register's rule a name is used once for ever. "
        + "Take another."
    case .contactNeedsStudio:
      "A contact's account needs a studio, any other account must have none (Art. 12(3)). Name the studio, "
        + "or leave it out."
    case .ownAccount:
      "Nobody closes the account that they are using (the rule of two persons). Ask another approver of the bureau."
    case .daysReversed(let first, let last):
      "The first day, \(first), lies behind the last, \(last); by the register's rule it may not. Correct them."
    case .badDeputy(let deputy, let principal):
      "“\(deputy)” cannot stand in for “\(principal)”: by the working rule both belong to one department, "
        + "are two persons, and that department's approver appoints. Choose another, or ask that approver."
    case .unknownPerson(let person):
      "There is no person \(person); by the register's rule only somebody entered can be named. "
        + "Check the id\(hint("studio person list")), or enter the person\(hint("studio person add"))."
    case .personErased(let person, let day):
      "What was known of person \(person) was erased on \(day) for good (the register's rule on personal data). "
        + "If it is needed again, enter the person anew."
    case .personHoldsAccount(let person, let login):
      "Person \(person) holds the open account “\(login)”; by the register's rule on personal data nobody in office "
        + "is erased. Close the account first\(hint("studio account close"))."
    case .personIsExpert(let person, let studio):
      "Person \(person) is the expert after whom studio \(studio) is named (Art. 3, 9), and stays while it has its "
        + "title. After that they are kept as long as the rules say\(hint("studio retention list"))."
    // Studios and evidence
    case .unknownStudio(let name):
      "There is no studio “\(name)”; by the register's rule only a studio entered can be named. "
        + "Check its code\(hint("studio studios list"))."
    case .badCode(let code):
      "“\(code)” cannot be a studio's code; by the register's rule that is up to 40 Latin letters, "
        + "digits and hyphens, a letter first, such as YY001."
    case .codeTaken(let code):
      "The code “\(code)” is used already, or twice in the table, letter case aside; by the register's rule a code is "
        + "given once for ever. Take another."
    case .confirmedLater(let code, let day):
      "Studio \(code) is said to be confirmed on \(day), after the day of entry; only what both departments have "
        + "confirmed is entered (Art. 8(2)). Correct the day, or wait for it."
    case .expertHasStudio(let code):
      "The expert of studio \(code) has a studio already; there is one for each expert (Art. 9). Check the expert, "
        + "or leave this row out."
    case .studioCancelled(let code):
      "Studio \(code) is cancelled or has ended (Art. 14, 15, 20); facts that follow are entered for it, decisions are not. "
        + "Check the code; its history can still be read\(hint("studio studios history"))."
    case .otherStudio("-"):
      "A contact speaks for one studio (Art. 12(3)), and this is about the whole round. Name your own studio, "
        + "or let a clerk enter it."
    case .otherStudio(let code):
      "A contact acts for one studio (Art. 12(3)), and \(code) is another. Ask its contact or a bureau clerk."
    case .unknownKind(let kind):
      "There is no kind of evidence “\(kind)”; by the working rule it must be one that a rubric reads. "
        + "Take one of the blank tables\(hint("studio rubrics template"))."
    case .badCell(let column, let kind, let studio):
      "A row of “\(kind)” for studio \(studio) does not fit its table at “\(column)”: by the register's rule a row has the "
        + "table's columns, and names persons by their ids alone. Take the blank table, and import it\(hint("studio rubrics template"))."
    case .unknownEvidence(let item):
      "There is no row of evidence \(item); by the register's rule only a row entered can be checked. "
        + "Check its id\(hint("studio evidence list"))."
    case .evidenceSettled(let item):
      "Row \(item) was verified or rejected before; by the working rule a row is checked once. If it was wrong, "
        + "enter a corrected row."
    case .ownEvidence(let item):
      "You entered row \(item), or act for who did; by the rule of two persons another one verifies. Ask somebody else."
    // Opening a round
    case .adoptedLater(let adopted, let day):
      "The document is of \(adopted), after \(day); rules hold from the day of issue (Art. 25). Check its date, "
        + "or wait."
    case .periodLength(let period, let years, let source):
      "\(self.years(period)) is \(period.years.count) years, a round looks at \(years) (\(self.source(source))). "
        + "Name so many whole years in a row."
    case .periodNotOver(let period, let day):
      "\(self.years(period)) is not over on \(day), and a round looks back at its years (Art. 13). "
        + "Open it after \(period.lastDay)."
    case .periodTaken(let round, let period):
      "Round \(round) looks at \(years(period)) already; no year is assessed twice (Art. 13: every two years). "
        + "Name years that no round has."
    case .rulesNotServed:
      "This program lacks a rubric's module, or the rules do not fit it; by the working rule a round is scored by one "
        + "set of rules to its end. Check the rules\(hint("studio rubrics check")), or use a program that has the modules."
    case .noStudioInCare:
      "No studio is there to assess: none is entered, or all are rectifying (Art. 20) or deferred (working rule). "
        + "Check the years and the studios\(hint("studio studios list"))."
    case .unknownRound(let name):
      "There is no round “\(name)”; by the register's rule only a round opened can be named. Check its id\(hint("studio round list"))."
    // Panel
    case .panelInUse(let round):
      "Marking of round \(round) has begun; by the working rule its panel then stays. To exchange a judge, "
        + "propose it\(hint("studio round replace"))."
    case .notAJudge(let login):
      "“\(login)” is no judge's account; by the working rule only judges sit on a panel. Open a judge's account, "
        + "or choose another."
    case .judgeTwice(let login):
      "The holder of “\(login)” stands in the list already; by the working rule a person has one seat. Choose another."
    case .judgeAtDesk(let login, let desk):
      "The holder of “\(login)” has the desk or supervisor's account “\(desk)”; by the working rule such persons do not "
        + "judge. Choose another, or close that account."
    case .panelEven(let count):
      "\(count) judges are an even number; by the working rule a panel has an odd one. Take one more or one less."
    case .panelTooSmall(let count, let needed, let source):
      "\(judges(count)) on the panel, at least \(needed) are needed (\(self.source(source))). Appoint more."
    case .panelSize(let count, let usual, let source):
      "\(judges(count)) on the panel, \(usual) are usual (\(self.source(source))). If another odd number is wanted, "
        + "say why\(hint("--reason"))."
    case .noPanel(let round):
      "Round \(round) has no panel, and judges give the marks (working rule). Appoint one\(hint("studio round panel"))."
    case .notOnPanel(let login, let round):
      "“\(login)” is not on the panel of round \(round); by the working rule this is for its judges alone. "
        + "Check who is on it\(hint("studio round show"))."
    case .notAnAlternate(let login, let round):
      "“\(login)” is no alternate of round \(round); by the working rule only an alternate takes a seat. "
        + "Choose one of them\(hint("studio round show"))."
    case .notInRound(let code, let round):
      "Studio \(code) is not assessed in round \(round): it is deferred, rectifying, or not of it (Art. 20, "
        + "working rule). Check which studios are\(hint("studio round show"))."
    case .recusedAlready(let judge, let studio):
      "Judge \(judge) is recused from studio \(studio), and by the working rule neither marks it nor votes on it. "
        + "Leave it to the other judges."
    // Sheets
    case .notMarking(let round, .confirmed), .notClosed(let round, .confirmed): self.refusal(.roundConfirmed(round))
    case .notMarking(let round, .abandoned), .notClosed(let round, .abandoned): self.refusal(.roundAbandoned(round))
    case .notMarking(let round, let stage):
      "Round \(round) is at the stage “\(self.stage(stage))”; by the working rule marks and recusals are for the time "
        + "of marking. To correct a sheet, propose its return\(hint("studio round return"))."
    case .othersSheet: "A judge enters, signs and declares for themselves alone (working rule). Let that judge do it."
    case .unknownRubric(let rubric):
      "The round has no rubric “\(rubric)”; by the working rule it keeps those with which it was opened. "
        + "Check its name\(hint("studio round show"))."
    case .unknownCriterion(let criterion, let rubric):
      "The rubric “\(rubric)” has no criterion “\(criterion)”; by the working rule only its own are marked. "
        + "Use the blank sheets\(hint("studio rubrics template"))."
    case .wholeRefused(let rubric, let source):
      "“\(rubric)” is marked whole; marks are given criterion by criterion (\(self.source(source))). Enter each one."
    case .wholeAndParts(let rubric):
      "“\(rubric)” is marked both whole and by criterion; by the working rule it is one or the other. Leave one out."
    case .markOutOfRange(let id, let points, let maximum, let source):
      "\(id) has \(points) points; from 0 to \(maximum) are possible (\(self.source(source))). Correct the mark."
    case .sheetTwice(let judge, let studio, let rubric):
      "Judge \(judge)'s sheet “\(rubric)” for \(studio) comes twice; by the working rule a sheet is entered once at a time, "
        + "or which of them counts would hang on their order. Leave one out."
    case .sheetSigned(let judge, let studio, let rubric):
      "Judge \(judge)'s sheet “\(rubric)” for \(studio) is signed, which locks it (working rule). "
        + "If it has to be changed, have its return proposed\(hint("studio round return"))."
    case .noSheet(let judge, let studio, let rubric):
      "Judge \(judge)'s sheet “\(rubric)” for \(studio) is not entered, or not signed; by the working rule entered "
        + "ones are signed, and signed ones returned. Check the names, or do that first."
    case .sheetUnfinished(let studio, let rubric, let missing):
      "The sheet “\(rubric)” for \(studio) lacks \(list(missing)); absent is not zero, so by the working rule only a "
        + "full sheet is signed. Enter what is missing."
    // Closing, voting, publishing, confirming
    case .unsigned(let count, let first):
      "\(count) sheet\(count == 1 ? " is" : "s are") not signed, such as \(first.joined(separator: "; ")); "
        + "by the working rule a round is closed when all are. To close it all the same, say why\(hint("--incomplete"))."
    case .module(let error, let studio):
      "No reference marks for studio \(studio): \(moduleError(error)); by the working rule they come from its "
        + "evidence. Correct the evidence or the rules."
    case .nothingChanged(let round):
      "Nothing changed since the result of round \(round); by the working rule a new one needs a sheet returned, "
        + "a judge replaced or recused, or an objection upheld. Do that first."
    case .notClosed(let round, let stage):
      "Round \(round) is at the stage “\(self.stage(stage))”; by the working rule votes and the notice come after "
        + "closing and before publication. Unless it is published, close it\(hint("studio round close"))."
    case .nothingTied(let round):
      "No vote is due in round \(round); by the working rule the panel votes on a tie for the last place of "
        + "excellence. It can be published as it is."
    case .badVote(let places, let among):
      "A vote names \(places) of \(among.joined(separator: ", ")), each once (working rule). Vote again."
    case .tooFewVotes(let count, let needed):
      "\(count) vote\(count == 1 ? "" : "s") so far; by the working rule the judges who may vote do so before "
        + "the count, here \(needed) are needed. Let the others vote\(hint("studio round vote")); where some stay away, "
        + "more than half must have voted, and a reason is given\(hint("--absent"))."
    case .voteFirst(let studios):
      "\(list(studios)) are tied for the last places of excellence; by the working rule the panel votes before the "
        + "notice. Vote first\(hint("studio round vote")), then count\(hint("studio round count"))."
    case .notPublished(let round):
      "The latest result of round \(round) is not published; by the working rule objections and confirmation come "
        + "after the notice. Publish it\(hint("studio round publish"))."
    case .publishedStands(let round):
      "Round \(round) is published; by the working rule it then stands, and only an upheld objection opens a "
        + "sheet, of the studio that it is about. Settle the objection first\(hint("studio round object", "studio round answer"))."
    case .noticeRunning(let round, let until):
      "The notice of round \(round) runs to \(until); by the working rule it is confirmed after that. Wait until then."
    case .unknownObjection(let objection):
      "There is no objection \(objection); by the register's rule only one entered can be answered. "
        + "Check its id\(hint("studio round show"))."
    case .objectionAnswered(let objection):
      "Objection \(objection) is answered; by the register's rule no answer is changed. Enter what is new as another."
    case .objectionOpen(let objection):
      "Objection \(objection) is not answered; by the working rule all are before the result is confirmed. "
        + "Answer it\(hint("studio round answer"))."
    case .correctionDue(let round):
      "An objection to round \(round) was upheld; by the working rule the result is corrected before it is confirmed. "
        + "Close and publish it anew\(hint("studio round close", "studio round publish"))."
    case .roundConfirmed(let round):
      "Round \(round) is confirmed, and by the working rule its result then stands. Later objections can be entered "
        + "and answered, not upheld."
    case .roundAbandoned(let round):
      "Round \(round) was abandoned; by the working rule nothing more is done in it. Open another\(hint("studio round open"))."
    // Standing
    case .notDrawn(let code, let standing, let move):
      "Studio \(code) is \(self.standing(standing)); from there nothing leads to “\(self.move(move))” (Art. 13 to 15, 20, "
        + "working rule). Check the studio\(hint("studio studios show"))."
    // The parts of the law
    case .rules(let refusal): self.refusal(refusal)
    case .rectification(let refusal): self.refusal(refusal)
    case .application(let refusal): self.refusal(refusal)
    case .care(let refusal): self.refusal(refusal)
    case .plan(let refusal): self.refusal(refusal)
    case .apprentice(let refusal): self.refusal(refusal)
    case .funds(let refusal): self.refusal(refusal)
    case .cancellation(let refusal): self.refusal(refusal)
    case .recommendation(let refusal): self.refusal(refusal)
    case .secret(let refusal): self.refusal(refusal)
    case .retention(let refusal): self.refusal(refusal)
    case .access(let refusal): self.refusal(refusal)
    case .paperSheet(let refusal): self.refusal(refusal)
    // Two persons
    case .unknownProposal(let proposal):
      "There is no proposal \(proposal); by the rule of two persons only what was proposed is approved. "
        + "Check its id\(hint("studio pending"))."
    case .proposalOpen(let proposal):
      "Proposal \(proposal) is still open; by the rule of two persons it is decided before anything else follows. "
        + "Have it approved or sent back\(hint("studio approve", "studio refuse"))."
    case .proposalSettled(let proposal):
      "Proposal \(proposal) is approved or sent back already; by the rule of two persons that stays. Propose it anew."
    case .notYourApproval(let proposal, let waitsFor):
      "Proposal \(proposal) waits for another's approval (rule of two persons, Art. 18 for titles). "
        + "Ask: \(roles(waitsFor))."
    case .ownProposal(let proposal):
      "You, or whom you act for, proposed or approved \(proposal) or entered its paper; by the rule of two persons "
        + "somebody else has to do this."
    case .paperDate(let date, let proposed):
      "The paper is of \(date); by the rule of two persons it is signed from the day of the proposal, \(proposed), "
        + "up to today. Check the date."
    case .noPaper(let proposal):
      "No signed paper is entered for proposal \(proposal); by the rule of two persons one enters it, "
        + "another checks it. Enter it first\(hint("studio paper"))."
    }
  }

  private func judges(_ count: Int) -> String { "\(count) judge\(count == 1 ? " is" : "s are")" }

  /// Roles in their order, as one names whom to ask.
  private func roles(_ roles: some Collection<Role>) -> String {
    Role.allCases.filter(roles.contains).map(role).joined(separator: ", ")
  }
}

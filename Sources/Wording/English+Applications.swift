import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: ApplicationRefusal) -> String {
    receiving(refusal) ?? finding(refusal) ?? deciding(refusal)
  }

  private func receiving(_ refusal: ApplicationRefusal) -> String? {
    switch refusal {
    case .unknown(let id):
      "There is no application \(id); by the register's rule only one received can be named. Check its id\(hint("studio application list"))."
    case .ended(let id, let stage):
      "Application \(id) is \(self.stage(stage)); by the register's rule nothing more is done to it. "
        + "If the unit applies again, receive a new one\(hint("studio application receive"))."
    case .unknownApplicant(let text, let known, let source):
      "“\(text)” is no kind of applicant (\(self.source(source)), a closed list). Take one of: \(titles(known))."
    case .unknownField(let text, let known, let source):
      "“\(text)” is no field that studios serve (\(self.source(source))). Take one of: \(titles(known))."
    case .expertLeads(let code):
      "The expert leads studio \(code) already, and one expert has one studio, without exception (Art. 9). "
        + "Name another expert."
    case .expertApplied(let id):
      "The expert stands in application \(id), which is not decided yet, and one expert has one studio (Art. 9). "
        + "Wait for the decision, or have that one withdrawn\(hint("studio application withdraw"))."
    case .expertTwice(let unit):
      "The expert of \(unit) stands in another row, too, and one expert has one studio (Art. 9). Leave one row out."
    case .otherExpert(let code):
      "Building studio \(code) jointly keeps its expert; another expert is a change of expert (Art. 15). "
        + "Name the studio's expert, or apply for the change."
    case .notItsUnit(let code, let unit):
      "For studio \(code) its own unit, \(unit), applies (Art. 15). Name that unit."
    case .samePartner(let unit):
      "\(unit) cannot build jointly with itself; the partner is the expert's new unit (Art. 15). Name that one."
    case .studioApplied(let code, let id):
      "Application \(id) about studio \(code) is not decided yet; by the working rule there is one at a time. "
        + "Decide it first, or have it withdrawn\(hint("studio application withdraw"))."
    case .unitHasStudio(let unit, let occupation, let studio, let waivable, let source):
      "\(unit) has studio \(studio) for \(occupation) already; as a rule a unit has one for each occupation "
        + "(\(self.source(source))). "
        + (waivable
          ? "Say why it is waived when it is received, or later\(hint("studio application waive")); or have the branch counted as a "
            + "unit\(hint("studio application branch"))."
          : "Name another occupation.")
    case .notWaivable(let source):
      "One studio for each unit and occupation cannot be waived here (\(self.source(source))). Leave the waiver out."
    case .waivedAlready(let id):
      "The rule is waived for application \(id) already; by the register's rule a waiver is written once. "
        + "Look at the application\(hint("studio application show"))."
    default: nil
    }
  }

  private func finding(_ refusal: ApplicationRefusal) -> String? {
    switch refusal {
    case .unknownMaterial(let id):
      "“\(id)” is no material of an application (Art. 8(1)). Take one of the list\(hint("studio application show"))."
    case .length(let title, let count, let least, let most, let source):
      "“\(title.en)” has \(count) characters without white space; \(least) to \(most) are asked for "
        + "(\(self.source(source))). Have the unit hand in another."
    case .lengthNeeded(let title, let source):
      "“\(title.en)”: only an account is measured, and only as a text file (\(self.source(source))). "
        + "Give the text file of the account; of other materials no length."
    case .unknownCondition(let id):
      "“\(id)” is no condition of unit or expert (Art. 6). Take one of the list\(hint("studio application show"))."
    case .notUndertakable(let title, let source):
      "“\(title.en)” has to be shown, it cannot be undertaken (\(self.source(source))). "
        + "Record it as met, not met or not shown."
    case .onlyUndertaken(let title, let source):
      "“\(title.en)” cannot be shown before the expert leads the studio (\(self.source(source))). "
        + "Record it as undertaken; the yearly check looks at it."
    case .conditionNotWaivable(let title, let source):
      "“\(title.en)” holds without exception (\(self.source(source))): only what the article asks as a rule is waived. "
        + "Record the finding alone."
    case .nothingToWaive(let title):
      "“\(title.en)” is met or undertaken, so by the register's rule there is nothing to waive. Leave the waiver out."
    case .numberNeeded(let title, let least, let most, let source):
      "“\(title.en)” is met by a number from \(least) to \(most) (\(self.source(source))). Give the number."
    case .numberOutside(let title, let number, let least, let most, let source):
      "“\(title.en)”: \(number) is not within \(least) to \(most) (\(self.source(source))). "
        + "Correct the number, or record it as not met."
    case .numberRefused(let title):
      "“\(title.en)” takes no number; an age above all stays out of the journal (the register's rule on personal data). "
        + "Leave the number out."
    default: nil
    }
  }

  private func deciding(_ refusal: ApplicationRefusal) -> String {
    switch refusal {
    case .incomplete(let id, let lacking):
      "Application \(id) is not complete (Art. 8(1)); it lacks: \(titles(lacking)). Record them\(hint("studio application material"))."
    case .reviewedAlready(let id):
      "Application \(id) is reviewed already (Art. 8(2)); by the working rule only an upheld objection re-opens it. "
        + "Look at the application\(hint("studio application show"))."
    case .noReviewRubric:
      "The rules name no rubric by which a review is scored (working rule). Record the result by its minutes."
    case .scoresNeeded(let source):
      "The rules ask that every review is scored (\(self.source(source))). Give the judges' marks."
    case .judgeOfUnit(let login, let unit):
      "“\(login)” is the expert, or works or lately worked at \(unit); by the working rule nobody reviews their own unit. "
        + "Leave this judge out."
    case .notReviewed(let id):
      "Application \(id) is not reviewed by experts, or not anew since an upheld objection (Art. 8(2)). "
        + "Record the review\(hint("studio application review"))."
    case .notRecommended(let id):
      "The experts did not recommend application \(id) (Art. 8(2)). Propose its rejection\(hint("studio application reject"))."
    case .conditionsOpen(let id, let conditions):
      "Conditions stand against application \(id) (Art. 6): \(titles(conditions)). Special ones stand here only while too few of them are met. "
        + "Record what was found\(hint("studio application find"))."
    case .noNotice(let id):
      "Application \(id) changes a studio that there is; it is reviewed and confirmed without a public notice "
        + "(Art. 15, working rule). Propose its confirmation\(hint("studio application confirm"))."
    case .publishedAlready(let id):
      "Application \(id) is on public notice already (Art. 8(2)). Look at the application\(hint("studio application show"))."
    case .notPublished(let id):
      "Application \(id) is not on public notice (Art. 8(2)). Publish it first\(hint("studio application publish"))."
    case .noticeRunning(let id, let until):
      "The notice of application \(id) runs until \(until) (working rule). Propose this from the day after."
    case .unknownObjection(let id):
      "There is no objection \(id) to an application; by the register's rule only one recorded is answered. "
        + "Check its id\(hint("studio application show"))."
    case .objectionAnswered(let id):
      "Objection \(id) to an application is answered; by the working rule that happens once. Look at the application\(hint("studio application show"))."
    case .objectionOpen(let objection, let id):
      "Objection \(objection) to application \(id) is not answered, and only what nobody objects to is confirmed "
        + "(Art. 8(2)). Answer it first\(hint("studio application answer"))."
    case .codeNeeded(let id):
      "Application \(id) makes a new studio, which by the register's rule needs a code, such as YY031. Give its code."
    case .codeRefused(let id):
      "Application \(id) changes a studio that has its code for ever (the register's rule). Leave the code out."
    case .branchCounted(let name):
      "The branch \(name) counts as a unit already (Art. 9). Nothing more is needed."
    case .branchesNever(let source):
      "The rules count no branch as a unit (\(self.source(source))). Apply for the enterprise."
    case .sameAsEnterprise(let name):
      "\(name) is named as branch and as enterprise; a branch is part of another (Art. 9). Name both."
    default: ""
    }
  }

  private func titles(_ titles: [Text]) -> String { list(titles.map(\.en), by: "; ") }

  /// What happened to applications (Art. 5–9); nil for an event of another part.
  func applicationsEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as ApplicationReceived:
      "Application received from \(e.unit) (\(label(.applicant, e.applicant, names)), field "
        + "\(label(.field, e.field, names)))"
        + (e.enterprise.map { ", a branch of \($0)" } ?? "")
        + ": \(purpose(e.purpose, names)), \(e.occupation), expert "
        + names.person(e.expert) + (e.unitWaiver.map { "; one studio for each unit waived: \($0)" } ?? "")
    case let e as UnitRuleWaived:
      "Application \(e.application): one studio for each unit and occupation waived (Art. 9); reason: \(e.reason)"
    case let e as MaterialReceived:
      "Application \(e.application): material “\(label(.material, e.material, names))” received"
        + (e.characters.map { ", \($0) characters" } ?? "") + (e.scan == nil ? ", on paper" : "")
    case let e as ConditionFound: found(e, names)
    case let e as ApplicationReviewed:
      "Application \(e.application) reviewed: \(e.isRecommended ? "recommended" : "not recommended")"
        + (e.scored.map { ", \($0.score) points by \($0.sheets.count) judges" } ?? "") + "; minutes \(e.minutes)"
    case let e as ApplicationsPublished:
      "Public notice of \(list(e.applications.map(\.description))) at \(e.address); objections until \(e.until)"
    case let e as ApplicationObjectionRaised:
      "Objection to application \(e.application)" + (e.by.map { " by \(names.person($0))" } ?? ", anonymous")
        + " (\(e.channel))" + (e.isLate ? ", late" : "") + ", to be answered by \(e.answerBy): \(e.text)"
    case let e as ApplicationObjectionAnswered:
      "Objection \(e.objection) to application \(e.application) "
        + (e.isUpheld ? "upheld, the application is re-opened" : "not upheld") + ": \(e.text)"
    case let e as ApplicationConfirmed:
      "Application \(e.application) confirmed by both departments (Art. 8(2))" + (e.code.map { ": studio \($0)" } ?? "")
    case let e as ApplicationRejected:
      "Application \(e.application) rejected by both departments; reason: \(e.reason)"
    case let e as ApplicationWithdrawn: "Application \(e.application) withdrawn; reason: \(e.reason)"
    case let e as BranchCounted: "\(e.branch), a branch of \(e.enterprise), counts as a unit (Art. 9)"
    default: nil
    }
  }

  private func found(_ event: ConditionFound, _ names: Names) -> String {
    let found = event.finding
    let parts = [
      found.number.map { "number \($0)" }, found.note, found.waiver.map { "waived: \($0)" },
    ].compactMap(\.self)
    return
      "Application \(event.application): condition “\(label(.condition, found.condition, names))” \(finding(found.state))"
      + (parts.isEmpty ? "" : "; " + parts.joined(separator: "; "))
  }
}

extension English {
  func stage(_ stage: Application.Stage) -> String {
    switch stage {
    case .received: "incomplete"
    case .complete: "complete"
    case .reviewed: "reviewed"
    case .published: "on public notice"
    case .confirmed: "confirmed"
    case .rejected: "rejected"
    case .withdrawn: "withdrawn"
    }
  }

  func step(_ step: Application.Step) -> String {
    switch step {
    case .complete: "complete it: materials or findings are missing"
    case .review: "have it reviewed by experts"
    case .publish: "put it on public notice"
    case .noticeEnds: "last day of its public notice"
    case .confirm: "propose its confirmation"
    case .reject: "propose its rejection, the experts did not recommend it"
    }
  }

  func finding(_ state: ConditionFinding.State) -> String {
    switch state {
    case .met: "met"
    case .notMet: "not met"
    case .notShown: "not shown"
    case .undertaken: "undertaken"
    }
  }

  func purpose(_ purpose: Application.Purpose, _ names: Names) -> String {
    switch purpose {
    case .newStudio: "new studio"
    case .changeExpert(let studio): "another expert for \(names.studio(studio)) (Art. 15)"
    case .jointBuilding(let studio, let partner): "\(names.studio(studio)) built jointly with \(partner) (Art. 15)"
    }
  }
}

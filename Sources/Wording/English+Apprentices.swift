import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: ApprenticeRefusal) -> String {
    switch refusal {
    case .unknown(let id):
      "There is no apprentice \(id); by the register's rule only what was entered can be named. "
        + "Check its id\(hint("studio apprentice list"))."
    case .enrolledAlready(let apprentice, let day):
      "The person has been in training with the studio since \(day), as \(apprentice); a training is counted once "
        + "(Art. 21, working rule). End that one first\(hint("studio apprentice end"))."
    case .ended(let apprentice, let day):
      "The training of \(apprentice) ended on \(day) (Art. 21). A new training is enrolled anew\(hint("studio apprentice enrol"))."
    case .unknownGrade(let grade, let known):
      "“\(grade)” is no grade of the rules (Art. 21). Name one of them: \(choices(known))."
    case .promotedAlready(let apprentice, let grade, let day):
      "\(apprentice) got the grade “\(grade)” on \(day) already; by the working rule on Art. 21 a grade is recorded once. "
        + "A wrong record is rejected\(hint("studio evidence reject"))."
    case .notTheExpert(let person, let studio):
      "\(person) is not and was not the named expert of \(studio), whose report it has to be (Art. 21). "
        + "Name the expert who gave it."
    case .expertHimself(let studio):
      "The named expert of \(studio) gives the report, and is no apprentice of the own studio (Art. 21). "
        + "Name somebody else."
    case .settled(let id):
      "\(id) of the apprentices was verified or rejected already; by the register's rule that happens once. "
        + "Enter what is right anew\(hint("studio apprentice promote", "studio apprentice enrol"))."
    case .ownEntry(let id):
      "You entered \(id) of the apprentices yourself, or for somebody (the rule of two persons). "
        + "Have it verified by another."
    case .entersAsApprentice:
      "Rows of “apprentices” come from the register of apprentices (Art. 21), and are not entered as evidence by "
        + "themselves. Enter them there\(hint("studio apprentice import")), or with the whole folder\(hint("studio evidence import"))."
    }
  }

  /// What happened to apprentices (Art. 21); nil for an event of another part.
  func apprenticesEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as ApprenticeEnrolled:
      "\(names.person(e.person)) in training with \(names.studio(e.studio)) from \(e.started)"
        + (e.ended.map { " to \($0)" } ?? "") + (e.agreement.map { "; agreement: \($0.title)" } ?? "")
    case let e as TrainingEnded:
      "Training of \(e.apprentice) with \(names.studio(e.studio)) ended on \(e.ended)"
    case let e as ApprenticePromoted:
      "\(e.apprentice) of \(names.studio(e.studio)) got the grade “\(label(.grade, e.grade, names))” on \(e.day)"
        + (e.certificate.map { "; certificate: \($0.title)" } ?? "")
    case let e as ApprenticeReported:
      "Report of \(names.person(e.expert)) on \(e.apprentice) of \(names.studio(e.studio)): "
        + "\(e.isPassing ? "passing" : "not passing"); \(e.document.title) (Art. 21)"
    case let e as GradeConditionsFound:
      "\(e.apprentice) of \(names.studio(e.studio)) \(e.isMet ? "meets" : "does not meet") the conditions to apply for "
        + "“\(label(.grade, e.grade, names))”; \(e.document.title) (Art. 21)"
    case let e as TheoryExamRecorded:
      "\(e.apprentice) of \(names.studio(e.studio)) \(e.isPassed ? "passed" : "failed") the theory exam for "
        + "“\(label(.grade, e.grade, names))”; \(e.document.title) (Art. 21)"
    case let e as ApprenticesVerified:
      "Apprentices of \(list(e.studios.map(names.studio))) verified: "
        + list(e.apprentices.map(\.description) + e.promotions.map(\.description))
    case let e as ApprenticeRejected:
      "\(e.promotion.map { "Promotion \($0)" } ?? "Training") of \(e.apprentice) of \(names.studio(e.studio)) rejected; "
        + "reason: \(e.reason)"
    default: nil
    }
  }

  func exemption(_ condition: Exemption.Condition) -> String {
    switch condition {
    case .training(let from, let end, let months, let full, let day):
      "training from \(from) to \(end.map(\.description) ?? "now"), \(months.value) months are over on \(full) "
        + "(\(source(months.source)))" + (full > (end.map { min($0, day) } ?? day) ? ": too short" : "")
    case .application(let finding?):
      "conditions to apply for the grade: \(finding.isMet ? "met" : "not met"), \(finding.document.title), "
        + "\(finding.on) (Art. 21)"
    case .application(nil): "conditions to apply for the grade: nobody found whether they are met (Art. 21)"
    case .report(let report?):
      "the named expert's report: \(report.isPassing ? "passing" : "not passing"), \(report.document.title), "
        + "\(report.on) (Art. 21)"
    case .report(nil): "the named expert's report: there is none (Art. 21)"
    }
  }
}

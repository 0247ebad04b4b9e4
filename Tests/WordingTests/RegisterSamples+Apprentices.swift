import Scoring

@testable import StudioRegistry

/// One of everything that there is about apprentices (Art. 21).
extension RegisterSamples {
  var apprentice: ID<Apprentice> { ID(140) }
  private var document: ApprenticeDocument { ApprenticeDocument("No. 3") }

  var apprenticesRefusals: [ApprenticeRefusal] {
    [
      .unknown("T99"), .enrolledAlready(apprentice, since: day), .ended(apprentice, on: day),
      .unknownGrade("master", known: [known]), .promotedAlready(apprentice, grade: "technician", on: day),
      .notTheExpert(person, studio: "YY017"), .expertHimself(studio: "YY017"), .settled("T140"), .ownEntry("T140"),
      .entersAsApprentice,
    ]
  }

  var apprenticesEvents: [any Event] {
    let both: [[any Event]] = [true, false].map { holds in
      [
        ApprenticeReported(
          apprentice: apprentice, studio: studio, expert: person, isPassing: holds, document: document),
        GradeConditionsFound(
          apprentice: apprentice, studio: studio, grade: "technician", isMet: holds, document: document),
        TheoryExamRecorded(
          apprentice: apprentice, studio: studio, grade: "technician", isPassed: holds, document: document),
      ]
    }
    let events: [any Event] = [
      ApprenticeEnrolled(studio: studio, person: person, started: day, ended: nil, agreement: document),
      ApprenticeEnrolled(studio: studio, person: person, started: day, ended: day, agreement: nil),
      TrainingEnded(apprentice: apprentice, studio: studio, ended: day),
      ApprenticePromoted(
        apprentice: apprentice, studio: studio, grade: "technician", day: day, certificate: document),
      ApprenticePromoted(apprentice: apprentice, studio: studio, grade: "technician", day: day, certificate: nil),
      ApprenticesVerified(apprentices: [apprentice], promotions: [ID(141)], studios: [studio]),
      ApprenticeRejected(apprentice: apprentice, promotion: nil, studio: studio, reason: "no agreement"),
      ApprenticeRejected(apprentice: apprentice, promotion: ID(141), studio: studio, reason: "no certificate"),
    ]
    return events + both.flatMap(\.self)
  }

  var apprenticesTasks: [Due.Task] { [] }

  var apprenticesDecisions: [Decision] { [] }
}

import Scoring
import StudioRegistry

/// What tests know of apprentices (Art. 21).
enum ApprenticesSamples {
  /// The studio keeps its apprentices' records, as does the bureau; whether a grade's conditions are met is found by the
  /// bureau or by the department in charge, never by the studio itself.
  static let permissions: [(CommandName, String)] = [
    (.enrolApprentice, "co"), (.endTraining, "co"), (.promoteApprentice, "co"), (.reportApprentice, "co"),
    (.recordTheoryExam, "co"), (.findGradeConditions, "cd"),
  ]

  /// One command of each name, on a desk that is made ready for it.
  static func commands(_ desk: inout Desk) throws -> [any Command] {
    let studio = desk.studio("YY001")
    let document = ApprenticeDocument("协议1号")
    try desk.ask(
      EnrolApprentice(studio: studio, person: .new(desk.commitment(), nil), agreement: document), as: "contact")
    let apprentice = ID<Apprentice>(desk.register.sequence)
    return [
      EnrolApprentice(studio: studio, person: .new(desk.commitment(), nil), agreement: document),
      EndTraining(apprentice), PromoteApprentice(apprentice, grade: "technician", certificate: document),
      ReportApprentice(apprentice, isPassing: true, document: document),
      FindGradeConditions(apprentice, grade: "technician", isMet: true, document: document),
      RecordTheoryExam(apprentice, grade: "technician", isPassed: true, document: document),
    ]
  }
}

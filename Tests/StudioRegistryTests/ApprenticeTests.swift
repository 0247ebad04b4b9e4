import Scoring
import Testing

@testable import StudioRegistry

@Suite("Apprentices (Art. 21)")
struct ApprenticeTests {
  private let document = ApprenticeDocument("文件1号")

  private func enrolled(_ desk: inout Desk, on day: Day = "2024-08-31") throws -> ID<Apprentice> {
    let command = EnrolApprentice(
      studio: desk.studio("YY001"), person: .new(desk.commitment(), nil), agreement: document)
    try desk.ask(command, as: "contact", on: day)
    return ID(desk.register.sequence)
  }

  private func found(_ desk: Desk, _ id: ID<Apprentice>) throws -> Apprentice {
    try #require(desk.register.apprentices[id])
  }

  /// From 31 August six months last until the last of February, by the calendar.
  @Test(
    "Art. 21: half a year is over on the day six months later, on the month's last day where there is no such day",
    arguments: [
      ("2024-08-31", nil, "2025-02-27", false), ("2024-08-31", nil, "2025-02-28", true),
      ("2024-08-31", "2025-02-27", "2025-12-31", false), ("2024-08-31", "2025-02-28", "2025-12-31", true),
      ("2024-07-01", nil, "2024-12-31", false), ("2024-07-01", nil, "2025-01-01", true),
    ] as [(Day, Day?, Day, Bool)])
  func halfYear(_ start: Day, _ end: Day?, _ day: Day, _ isMet: Bool) throws {
    var desk = try Desk()
    let id = try enrolled(&desk, on: start)
    if let end { try desk.ask(EndTraining(id), as: "contact", on: end) }
    let check = try desk.register.exemption(of: id, for: "technician", on: day)
    #expect(check.conditions.first?.isMet == isMet)
    #expect(!check.holds)
  }

  @Test("Art. 21: training, the grade's own conditions and the named expert's passing report must all hold")
  func conditions() throws {
    var desk = try Desk()
    let id = try enrolled(&desk)
    func met(_ grade: String = "technician", on day: Day = "2025-06-01") throws -> [Bool] {
      try desk.register.exemption(of: id, for: grade, on: day).conditions.map(\.isMet)
    }
    #expect(try met() == [true, false, false])
    let finding = FindGradeConditions(id, grade: "technician", isMet: true, document: document)
    #expect(desk.refusal(of: finding, as: "contact") != nil)
    try desk.ask(finding, as: "department", on: "2025-03-01")
    #expect(try met() == [true, true, false])
    #expect(try met("senior-technician") == [true, false, false])
    try desk.ask(ReportApprentice(id, isPassing: false, document: document), as: "contact", on: "2025-03-02")
    #expect(try met() == [true, true, false])
    try desk.ask(ReportApprentice(id, isPassing: true, document: document), as: "contact", on: "2025-04-02")
    #expect(try met() == [true, true, true])
    #expect(try met(on: "2025-04-01") == [true, true, false])
    #expect(try desk.register.exemption(of: id, for: "technician", on: "2025-06-01").holds)
    #expect(try found(desk, id).reports.last?.expert == desk.register.studio(named: "YY001")?.expert)
    try desk.ask(
      FindGradeConditions(id, grade: "technician", isMet: false, document: document), as: "clerk", on: "2025-05-01")
    #expect(try met() == [true, false, true])
  }

  @Test("Art. 21: the report is the named expert's")
  func expert() throws {
    var desk = try Desk()
    let id = try enrolled(&desk)
    let stranger = desk.person("J1")
    #expect(
      desk.refusal(of: ReportApprentice(id, isPassing: true, document: document, expert: stranger), as: "clerk")
        == .apprentice(.notTheExpert(stranger, studio: "YY001")))
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    #expect(
      desk.refusal(
        of: EnrolApprentice(studio: desk.studio("YY001"), person: .known(expert), agreement: document), as: "clerk")
        == .apprentice(.expertHimself(studio: "YY001")))
  }

  @Test("a person is in training once at a time, and steps keep their order")
  func training() throws {
    var desk = try Desk()
    let id = try enrolled(&desk)
    let person = try found(desk, id).person
    let again = EnrolApprentice(studio: desk.studio("YY001"), person: .known(person), agreement: document)
    #expect(desk.refusal(of: again, as: "contact") == .apprentice(.enrolledAlready(id, since: "2024-08-31")))
    #expect(
      desk.refusal(of: EndTraining(id), as: "contact", on: "2024-08-30", entered: "2024-09-01")
        == .beforeThat("2024-08-30", "2024-08-31"))
    try desk.ask(EndTraining(id), as: "contact", on: "2025-03-01")
    #expect(desk.refusal(of: EndTraining(id), as: "contact") == .apprentice(.ended(id, on: "2025-03-01")))
    #expect(desk.refusal(of: again, as: "contact", on: "2025-03-02") == nil)
    #expect(desk.refusal(of: EndTraining(ID(1)), as: "clerk") == .apprentice(.unknown("T1")))
    let other = EnrolApprentice(studio: desk.studio("YY002"), person: .known(person), agreement: document)
    #expect(desk.refusal(of: other, as: "contact") == .otherStudio("YY002"))
    let blank = EnrolApprentice(
      studio: desk.studio("YY001"), person: .known(person), agreement: ApprenticeDocument(" "))
    #expect(desk.refusal(of: blank, as: "contact", on: "2025-03-02") == .reasonNeeded)
    let scanned = EnrolApprentice(
      studio: desk.studio("YY001"), person: .known(person), agreement: ApprenticeDocument("协议", scan: "12"))
    #expect(desk.refusal(of: scanned, as: "contact", on: "2025-03-02") == .badDigest)
  }

  @Test("the certificate of a grade that the rules have is recorded once, after the training began")
  func promotion() throws {
    var desk = try Desk()
    let id = try enrolled(&desk)
    func promote(_ grade: String) -> PromoteApprentice {
      PromoteApprentice(id, grade: grade, certificate: document)
    }
    let known = try #require(desk.rules.life?.apprentices.grades.map { Refusal.Choice($0.id, $0.label) })
    #expect(known.map(\.id) == ["senior-worker", "technician", "senior-technician"])
    #expect(
      desk.refusal(of: promote("master"), as: "contact") == .apprentice(.unknownGrade("master", known: known)))
    try desk.ask(RecordTheoryExam(id, grade: "technician", isPassed: true, document: document), as: "clerk")
    try desk.ask(promote("technician"), as: "contact", on: "2025-06-01")
    #expect(
      desk.refusal(of: promote("technician"), as: "clerk")
        == .apprentice(.promotedAlready(id, grade: "technician", on: "2025-06-01")))
    #expect(desk.refusal(of: promote("senior-technician"), as: "clerk") == nil)
    #expect(try found(desk, id).exams.map(\.isPassed) == [true])
  }

  @Test("the record is verified by a second person; a rejected promotion leaves the training")
  func verification() throws {
    var desk = try Desk()
    let id = try enrolled(&desk)
    try desk.ask(PromoteApprentice(id, grade: "technician", certificate: document), as: "clerk", on: "2025-06-01")
    let promotion = try #require(try found(desk, id).promotions.first?.id)
    let studio = desk.studio("YY001")
    func sources() throws -> [String: Bool] { try PlanTests.sources(of: studio, in: desk.register) }
    #expect(try sources() == [promotion.description: false])
    #expect(
      desk.refusal(of: VerifyEvidence(claims: [.apprentice(id), .promotion(promotion)]), as: "clerk")
        == .apprentice(.ownEntry(promotion.description)))
    try desk.ask(VerifyEvidence(claims: [.apprentice(id)]), as: "clerk")
    #expect(try sources() == [id.description: true, promotion.description: false])
    var other = desk
    try desk.ask(VerifyEvidence(claims: [.promotion(promotion)]), as: "approver")
    #expect(try sources() == [promotion.description: true])
    #expect(
      desk.refusal(of: RejectEvidence(.promotion(promotion), reason: "无证书"), as: "approver")
        == .apprentice(.settled(promotion.description)))
    try other.ask(RejectEvidence(.promotion(promotion), reason: "无证书"), as: "approver")
    #expect(
      try PlanTests.sources(of: studio, in: other.register) == [id.description: true, promotion.description: false])
  }
}

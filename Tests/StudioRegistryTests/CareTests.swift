import Scoring
import Testing

@testable import StudioRegistry

@Suite("Daily care: what a studio files, shows and reports (Art. 11, 12, 18, 23, 24)")
struct CareTests {
  private func agreement(_ desk: Desk, _ number: String = "责任书1号") -> FileAgreement {
    FileAgreement(studio: desk.studio("YY001"), number: number, signed: "2024-01-15")
  }

  private func report(
    _ desk: Desk, _ kind: String, by: RuleSet.Care.Author = .studio, of codes: [String] = ["YY001"],
    happened: Day = "2024-02-01"
  ) -> MakeReport {
    MakeReport(by: by, studios: codes.map(desk.studio), kind: kind, content: "焊工比武", happened: happened)
  }

  // MARK: - Art. 12(1)

  @Test("Art. 12(1): the agreement of unit and expert is filed with number and day, each number once")
  func agreements() throws {
    var desk = try Desk()
    let early = FileAgreement(studio: desk.studio("YY001"), number: "1", signed: "2024-02-02")
    #expect(desk.refusal(of: early, as: "contact") == .beforeThat("2024-02-01", "2024-02-02"))
    try desk.ask(agreement(desk), as: "contact")
    let filed = try #require(desk.file("YY001").agreements.first)
    #expect(filed.expert == desk.register.studio(named: "YY001")?.expert)
    #expect((filed.number, filed.signed, filed.filed) == ("责任书1号", "2024-01-15", "2024-02-01"))
    #expect(desk.refusal(of: agreement(desk), as: "clerk") == .care(.agreementFiled("YY001", "责任书1号")))
    #expect(desk.refusal(of: agreement(desk, " "), as: "clerk") == .reasonNeeded)
    let scan = FileAgreement(studio: desk.studio("YY001"), number: "2", signed: "2024-01-15", scan: "abc")
    #expect(desk.refusal(of: scan, as: "clerk") == .badDigest)
  }

  @Test("Art. 12(3): a contact acts for its own studio alone, in everything that it may enter")
  func contact() throws {
    var desk = try Desk()
    let other = desk.studio("YY002")
    let commands: [any Command] = [
      FileAgreement(studio: other, number: "1", signed: "2024-01-15"),
      NameOfficer(studio: other, post: .contact, person: .known(desk.person("contact"))),
      EndOffice(studio: other, post: .contact), RecordMembers(rows: [desk.member("YY002", nil, nil)]),
      EndMembership(studio: other, person: desk.person("contact")), report(desk, "exchange", of: ["YY001", "YY002"]),
      ArchiveRecords(rows: [
        .init(studio: other, kind: "other", title: "照片", dated: "2024-01-01", place: "柜1", digest: nil)
      ]),
    ]
    for command in commands { #expect(desk.refusal(of: command, as: "contact") == .otherStudio("YY002")) }
  }

  // MARK: - Art. 12(2), 18

  @Test("Art. 18: one plaque for the named expert; a number is given once for ever, to whatever studio")
  func plaques() throws {
    var desk = try Desk()
    let (first, second) = (desk.studio("YY001"), desk.studio("YY002"))
    try desk.ask(GrantPlaque(studio: first, number: "云技大1"), as: "clerk")
    #expect(desk.file("YY001").plaques.first?.expert == desk.register.studio(named: "YY001")?.expert)
    #expect(
      desk.refusal(of: GrantPlaque(studio: first, number: "云技大2"), as: "clerk")
        == .care(.plaqueOut("YY001", "云技大1")))
    #expect(
      desk.refusal(of: GrantPlaque(studio: second, number: "云技大1"), as: "clerk") == .care(.plaqueTaken("云技大1")))
    try desk.ask(LosePlaque(number: "云技大1", reason: "火灾"), as: "contact")
    #expect(
      desk.refusal(of: GrantPlaque(studio: second, number: "云技大1"), as: "clerk") == .care(.plaqueTaken("云技大1")))
    try desk.ask(GrantPlaque(studio: first, number: "云技大2"), as: "org-clerk")
    // One that was lost may be found and come back.
    try desk.ask(ReturnPlaque(number: "云技大1"), as: "clerk", on: "2024-03-01")
    #expect(
      desk.refusal(of: ReturnPlaque(number: "云技大1"), as: "clerk") == .care(.plaqueGone("云技大1", "2024-03-01")))
    #expect(
      desk.refusal(of: LosePlaque(number: "云技大1", reason: "火灾"), as: "clerk")
        == .care(.plaqueGone("云技大1", "2024-03-01")))
    #expect(desk.refusal(of: ReturnPlaque(number: "云技大9"), as: "clerk") == .care(.unknownPlaque("云技大9")))
    #expect(desk.file("YY001").plaques.map(\.isOut) == [false, true])
  }

  @Test("Art. 8(2), 18: no plaque is granted before both departments confirmed the studio")
  func plaqueBefore() throws {
    let desk = try Desk(studios: ["2024-01-20"], on: "2024-01-10")
    let granting = GrantPlaque(studio: desk.studio("YY001"), number: "1")
    #expect(desk.refusal(of: granting, as: "clerk", on: "2024-01-19") == .beforeThat("2024-01-19", "2024-01-20"))
    #expect(desk.refusal(of: granting, as: "clerk", on: "2024-01-20") == nil)
  }

  @Test("Art. 12(2): work cards are for the expert, members and officers, each number once")
  func cards() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    try desk.ask(RecordMembers(rows: [desk.member("YY001", "technician", 6)]), as: "contact")
    let member = try #require(desk.file("YY001").team.first?.person)
    try desk.ask(IssueCard(studio: studio, number: "证1", person: member), as: "clerk")
    #expect(
      desk.refusal(of: IssueCard(studio: studio, number: "证1", person: member), as: "clerk") == .care(.cardTaken("证1")))
    let stranger = desk.person("J1")
    #expect(
      desk.refusal(of: IssueCard(studio: studio, number: "证2", person: stranger), as: "clerk")
        == .care(.notOfStudio(stranger, "YY001")))
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    #expect(desk.refusal(of: IssueCard(studio: studio, number: "证2", person: expert), as: "clerk") == nil)
    try desk.ask(EndMembership(studio: studio, person: member), as: "contact")
    // 2 February 2024 is the first working day; the 4th and the 18th are made up, the 10th to the 17th are off.
    #expect(desk.careDue("YY001").contains(Due(day: "2024-02-20", task: .returnCard(studio, number: "证1"))))
    try desk.ask(ReturnCard(number: "证1"), as: "clerk")
    #expect(desk.refusal(of: ReturnCard(number: "证1"), as: "clerk") == .care(.cardReturned("证1", "2024-02-01")))
    #expect(desk.refusal(of: ReturnCard(number: "证9"), as: "clerk") == .care(.unknownCard("证9")))
    #expect(!desk.careDue("YY001").contains { $0.task == .returnCard(studio, number: "证1") })
  }

  // MARK: - Art. 12(3)

  @Test("Art. 12(3): the head is as a rule the named expert; another needs a reason")
  func head() throws {
    var desk = try Desk()
    let (studio, other) = (desk.studio("YY001"), desk.person("contact"))
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    let without = NameOfficer(studio: studio, post: .head, person: .known(other), reason: " ")
    #expect(desk.refusal(of: without, as: "contact") == .care(.headNotExpert("YY001")))
    #expect(desk.refusal(of: NameOfficer(studio: studio, post: .head, person: .known(expert)), as: "contact") == nil)
    let with = NameOfficer(studio: studio, post: .head, person: .known(other), reason: "专家常年在外")
    try desk.ask(with, as: "contact")
    #expect(desk.refusal(of: with, as: "contact") == .care(.namedAlready(other, .head, "YY001")))
    #expect(desk.file("YY001").officer(.head) == nil)
    // Whoever is named next takes the place of who still waits.
    try desk.ask(NameOfficer(studio: studio, post: .head, person: .known(expert)), as: "contact")
    #expect(desk.file("YY001").nominee(.head)?.person == expert)
    try desk.ask(ReviewOfficer(studio: studio, post: .head, isAccepted: true), as: "clerk")
    #expect(desk.file("YY001").officer(.head)?.person == expert)
  }

  @Test(
    "Art. 12(3): the bureau reviews who was named, another person than who entered the name; refusing needs a reason")
  func review() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    let accept = ReviewOfficer(studio: studio, post: .contact, isAccepted: true)
    #expect(desk.refusal(of: accept, as: "clerk") == .care(.nobodyNamed("YY001", .contact)))
    let naming = NameOfficer(studio: studio, post: .contact, person: .new(desk.commitment(), nil))
    try desk.ask(naming, as: "clerk")
    let named = try #require(desk.file("YY001").nominee(.contact)?.person)
    #expect(desk.register.persons[named]?.studio == studio)
    #expect(desk.refusal(of: accept, as: "clerk") == .care(.ownNominee("YY001")))
    #expect(desk.careDue("YY001").contains(Due(day: "2024-02-20", task: .reviewOfficer(studio, .contact, named))))
    let refuse = ReviewOfficer(studio: studio, post: .contact, isAccepted: false, reason: nil)
    #expect(desk.refusal(of: refuse, as: "clerk-2") == .reasonNeeded)
    try desk.ask(
      ReviewOfficer(studio: studio, post: .contact, isAccepted: false, reason: "已调离"), as: "approver")
    #expect(desk.file("YY001").officer(.contact) == nil)
    #expect(desk.file("YY001").nominee(.contact) == nil)
    #expect(
      desk.refusal(of: EndOffice(studio: studio, post: .contact), as: "clerk") == .care(.vacant("YY001", .contact)))
    try desk.ask(NameOfficer(studio: studio, post: .contact, person: .known(desk.person("contact"))), as: "contact")
    try desk.ask(accept, as: "clerk")
    #expect(desk.file("YY001").officer(.contact)?.person == desk.person("contact"))
    // The next who is accepted takes the office; there is one contact.
    try desk.ask(NameOfficer(studio: studio, post: .contact, person: .known(named)), as: "contact")
    #expect(desk.file("YY001").officer(.contact)?.person == desk.person("contact"))
    try desk.ask(accept, as: "clerk", on: "2024-02-05")
    #expect(desk.file("YY001").officer(.contact)?.person == named)
    #expect(desk.file("YY001").officers.first { $0.person == desk.person("contact") }?.ended == "2024-02-05")
    try desk.ask(EndOffice(studio: studio, post: .contact), as: "contact")
    #expect(desk.file("YY001").officer(.contact) == nil)
  }

  // MARK: - Art. 12(4), 6(2)

  @Test(
    "Art. 12(4): technician or intermediate title and five years are the rule: whoever lacks them is recorded, and flagged",
    arguments: [
      ("technician", 5, 0), ("senior-technician", 30, 0), ("intermediate-title", 5, 0), ("senior-worker", 5, 1),
      ("junior-title", 4, 2), ("technician", 4, 1), (nil, 5, 1), ("technician", nil, 1), (nil, nil, 2),
    ] as [(String?, Int?, Int)])
  func members(_ qualification: String?, _ years: Int?, _ flags: Int) throws {
    var desk = try Desk()
    try desk.ask(RecordMembers(rows: [desk.member("YY001", qualification, years)]), as: "department")
    let member = try #require(desk.file("YY001").team.first)
    let rules = try #require(desk.rules.life?.care)
    #expect(member.flags(by: rules).count == flags)
  }

  @Test("Art. 12(4): a member joins once and leaves; a table is taken whole or not at all")
  func membership() throws {
    var desk = try Desk()
    let (good, bad) = (desk.member("YY001", "technician", 6), desk.member("YY001", "wizard", 6))
    let known = try #require(desk.rules.life?.care.qualifications.map { Refusal.Choice($0.id, $0.title) })
    #expect(
      desk.refusal(of: RecordMembers(rows: [good, bad]), as: "clerk")
        == .care(.unknownQualification("wizard", known: known)))
    #expect(
      desk.refusal(of: RecordMembers(rows: [desk.member("YY001", nil, 81)]), as: "clerk") == .care(.badYears(81)))
    try desk.ask(RecordMembers(rows: [good]), as: "clerk")
    let person = try #require(desk.file("YY001").team.first?.person)
    let again = RecordMembers.Row(
      studio: desk.studio("YY001"), person: .known(person), qualification: nil, years: nil, joined: desk.today)
    #expect(desk.refusal(of: RecordMembers(rows: [again]), as: "clerk") == .care(.memberAlready(person, "YY001")))
    #expect(
      desk.refusal(of: EndMembership(studio: desk.studio("YY002"), person: person), as: "clerk")
        == .care(.notAMember(person, "YY002")))
    try desk.ask(
      EndMembership(studio: desk.studio("YY001"), person: person, reason: "退休"), as: "clerk", on: "2024-03-01")
    #expect(desk.file("YY001").members.first?.left == "2024-03-01")
    #expect(
      desk.refusal(of: EndMembership(studio: desk.studio("YY001"), person: person), as: "clerk")
        == .care(.notAMember(person, "YY001")))
    #expect(desk.refusal(of: RecordMembers(rows: [again]), as: "clerk") == nil)
  }

  @Test("Art. 6(2): an expert leads 3 to 15 persons; another number is flagged", arguments: [0, 2, 3, 15, 16])
  func teamSize(_ count: Int) throws {
    var desk = try Desk()
    let rows = (0..<count).map { _ in desk.member("YY001", "technician", 6) }
    if !rows.isEmpty { try desk.ask(RecordMembers(rows: rows), as: "clerk") }
    let studio = try #require(desk.register.studio(named: "YY001"))
    let size = desk.register.teamSize(of: studio)
    #expect(size.count == count)
    #expect(size.isOutside == [0, 2, 16].contains(count))
  }

  // MARK: - Art. 12(6)

  @Test("Art. 12(6): an archive says what there is and where; a table is taken whole or not at all")
  func archive() throws {
    var desk = try Desk()
    func row(_ kind: String, _ place: String?, _ digest: String? = nil) -> ArchiveRecords.Row {
      .init(
        studio: desk.studio("YY001"), kind: kind, title: "批文", dated: "2022-06-01", place: place, digest: digest)
    }
    let known = try #require(desk.rules.life?.care.archive.map { Refusal.Choice($0.id, $0.title) })
    #expect(
      Set(known.map(\.id)).isSuperset(of: [
        "application", "approval", "members", "major-event", "results", "summary", "images",
      ]))
    #expect(
      desk.refusal(of: ArchiveRecords(rows: [row("approval", "柜1"), row("gossip", "柜1")]), as: "contact")
        == .care(.unknownRecordKind("gossip", known: known)))
    #expect(desk.refusal(of: ArchiveRecords(rows: [row("approval", " ")]), as: "contact") == .care(.nowhere("批文")))
    #expect(desk.refusal(of: ArchiveRecords(rows: [row("images", nil, "AB")]), as: "contact") == .badDigest)
    let digest = String(repeating: "0f", count: 32)
    try desk.ask(ArchiveRecords(rows: [row("approval", "柜1"), row("images", nil, digest)]), as: "contact")
    let records = desk.file("YY001").archive
    #expect(records.map(\.kind) == ["approval", "images"])
    #expect(records.map(\.digest) == [nil, digest])
    #expect(records.last?.id.description == "K\(desk.register.sequence)")
  }

  // MARK: - Art. 11, 12(7–8), 24

  @Test("Art. 12(7): a major event is in time within ten working days; what is late is recorded, and flagged")
  func late() throws {
    // From 1 February 2024: the 4th and the 18th are worked, the 10th to the 17th are the Spring Festival.
    for (day, isLate) in [("2024-02-20", false), ("2024-02-21", true)] as [(Day, Bool)] {
      var desk = try Desk()
      try desk.ask(report(desk, "major-event"), as: "contact", on: day)
      let made = try #require(desk.file("YY001").reports.first)
      #expect(made.isLate == isLate)
      #expect((made.happened, made.reported) == ("2024-02-01", day))
      #expect(made.id.description == "N\(desk.register.sequence)")
    }
  }

  @Test(
    "Art. 12(8), 24: participation, exchange and publicity have no last day; nothing is reported before it happened")
  func timeless() throws {
    var desk = try Desk()
    for kind in ["county-event", "exchange", "publicity"] {
      try desk.ask(report(desk, kind, happened: "2022-07-01"), as: "department")
    }
    #expect(desk.file("YY001").reports.map(\.isLate) == [false, false, false])
    #expect(
      desk.refusal(of: report(desk, "publicity", happened: "2024-02-02"), as: "contact")
        == .beforeThat("2024-02-01", "2024-02-02"))
  }

  @Test(
    "Art. 11: inspections and guidance are the bureau's, of several studios at once; a studio reports its own kinds")
  func visits() throws {
    var desk = try Desk()
    try desk.ask(report(desk, "inspection", by: .bureau, of: ["YY001", "YY002"]), as: "clerk")
    #expect(desk.file("YY001").reports.map(\.by) == [.bureau])
    #expect(desk.file("YY002").reports.map(\.kind) == ["inspection"])
    guard
      case .care(.unknownReportKind("inspection", let known)) = desk.refusal(
        of: report(desk, "inspection"), as: "contact")
    else {
      Issue.record("a studio inspected itself")
      return
    }
    let ids = known.map(\.id)
    #expect(!ids.contains("inspection") && ids.contains("major-result"))
    #expect(desk.refusal(of: report(desk, "exchange", of: ["YY001", "YY001"]), as: "clerk") == .nothingToDo)
  }
}

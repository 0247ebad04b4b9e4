import Scoring
import Testing

@testable import StudioRegistry

@Suite("What daily care waits for, from whom, and what stays possible when a title is gone")
struct CareDueTests {
  private func started() throws -> Desk {
    var desk = try Desk()
    let row = ArchiveRecords.Row(
      studio: desk.studio("YY001"), kind: "approval", title: "批文", dated: "2022-06-01", place: "柜1", digest: nil)
    try desk.ask(ArchiveRecords(rows: [row]), as: "clerk")
    return desk
  }

  @Test("Art. 12: a confirmed studio owes agreement, plaque, head and contact, a summary and an inspection every year")
  func open() throws {
    let desk = try started()
    let studio = desk.studio("YY001")
    // Twenty working days after 1 June 2022, a Wednesday; the 3rd is the Dragon Boat Festival.
    let due = desk.careDue("YY001")
    #expect(
      due.prefix(4).map(\.task) == [
        .fileAgreement(studio), .grantPlaque(studio), .nameOfficer(studio, .head), .nameOfficer(studio, .contact),
      ])
    #expect(due.prefix(4).allSatisfy { $0.day == "2022-06-30" })
    #expect(due.prefix(4).map(\.party) == [.unit, .departments, .unit, .unit])
    #expect(due.dropFirst(4).map(\.day) == ["2023-06-01", "2023-06-01"])
    #expect(due.dropFirst(4).map(\.party) == [.studio, .bureau])
  }

  /// What is due, without plans and yearly checks, which are due from every studio.
  private func listed(_ desk: Desk) -> [Due] {
    desk.register.due(until: "2099-12-31", on: desk.today).filter { due in
      switch due.task {
      case .plan, .completePlan, .checkYear: false
      default: true
      }
    }
  }

  @Test("a studio taken over shows among what is due once something of it is filed here")
  func takenOver() throws {
    let fresh = try Desk()
    #expect(listed(fresh).isEmpty)
    #expect(fresh.careDue("YY001").count == 6)
    let desk = try started()
    #expect(listed(desk) == desk.careDue("YY001"))
  }

  @Test("Art. 12: what is done is due no more, and a yearly report comes again a year later")
  func done() throws {
    var desk = try started()
    let studio = desk.studio("YY001")
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    try desk.ask(FileAgreement(studio: studio, number: "1", signed: "2024-01-15"), as: "contact")
    try desk.ask(GrantPlaque(studio: studio, number: "1"), as: "clerk")
    try desk.ask(NameOfficer(studio: studio, post: .head, person: .known(expert)), as: "contact")
    try desk.ask(NameOfficer(studio: studio, post: .contact, person: .known(desk.person("contact"))), as: "contact")
    for post in Officer.Post.allCases {
      try desk.ask(ReviewOfficer(studio: studio, post: post, isAccepted: true), as: "clerk")
    }
    try desk.ask(
      MakeReport(by: .studio, studios: [studio], kind: "yearly-summary", content: "总结", happened: "2024-01-10"),
      as: "contact")
    try desk.ask(
      MakeReport(by: .bureau, studios: [studio], kind: "inspection", content: "齐全", happened: "2024-01-20"), as: "clerk"
    )
    #expect(desk.careDue("YY001").map(\.day) == ["2025-01-10", "2025-01-20"])
    try desk.ask(LosePlaque(number: "1", reason: "火灾"), as: "contact", on: "2024-03-01")
    #expect(desk.careDue("YY001").first == Due(day: "2024-03-29", task: .grantPlaque(studio)))
  }

  @Test("Art. 15, 18: after a change of expert the old plaque is due back, a new plaque and agreement are due")
  func expertChanged() throws {
    var desk = try started()
    let studio = desk.studio("YY001")
    try desk.ask(FileAgreement(studio: studio, number: "1", signed: "2024-01-15"), as: "contact")
    try desk.ask(GrantPlaque(studio: studio, number: "1"), as: "clerk")
    var register = desk.register
    let successor = desk.person("J9")
    // A Friday: ten working days end on the 15th, twenty on the 29th.
    register.apply(
      ExpertChanged(studio: studio, expert: successor, occupation: "焊工", partner: nil, application: ID(1)),
      as: Record(sequence: register.sequence + 1, on: "2024-03-01", actor: nil))
    let found = try #require(register.studio(named: "YY001"))
    let due = register.careDue(of: found)
    #expect(due.contains(Due(day: "2024-03-15", task: .returnPlaque(studio, number: "1"))))
    #expect(due.contains(Due(day: "2024-03-29", task: .grantPlaque(studio))))
    #expect(due.contains(Due(day: "2024-03-29", task: .fileAgreement(studio))))
    func events(_ command: some Command) throws(Refusal) -> [any Event] {
      try register.decide(
        command, Request(account: desk.account("clerk"), on: "2024-03-04", today: "2024-03-04", channel: .test))
    }
    let granted = try #require(try events(GrantPlaque(studio: studio, number: "2")).first as? PlaqueGranted)
    #expect(granted.expert == successor)
    let filed = try #require(
      try events(FileAgreement(studio: studio, number: "2", signed: "2024-03-04")).first as? AgreementFiled)
    #expect(filed.expert == successor)
  }

  @Test("Art. 14, 20: when the title is gone facts are still recorded, and new plaques, cards and officers refused")
  func over() throws {
    var desk = try started()
    let studio = desk.studio("YY001")
    try desk.ask(GrantPlaque(studio: studio, number: "1"), as: "clerk")
    try desk.ask(RecordMembers(rows: [desk.member("YY001", "technician", 6)]), as: "clerk")
    let member = try #require(desk.file("YY001").team.first?.person)
    try desk.ask(IssueCard(studio: studio, number: "1", person: member), as: "clerk")
    try desk.failTwice("YY001")
    try desk.cancel("YY001", ground: "failed-again")
    // Thursday, 11 March 2027, with a calendar of weekends alone.
    #expect(desk.today == "2027-03-11")
    #expect(
      desk.careDue("YY001") == [
        Due(day: "2027-03-25", task: .returnPlaque(studio, number: "1")),
        Due(day: "2027-03-25", task: .returnCard(studio, number: "1")),
      ])
    let decisions: [any Command] = [
      GrantPlaque(studio: studio, number: "2"), IssueCard(studio: studio, number: "2", person: member),
      NameOfficer(studio: studio, post: .contact, person: .known(member)),
    ]
    for command in decisions { #expect(desk.refusal(of: command, as: "clerk") == .studioCancelled("YY001")) }
    try desk.ask(ReturnPlaque(number: "1"), as: "clerk")
    try desk.ask(ReturnCard(number: "1"), as: "clerk")
    try desk.ask(EndMembership(studio: studio, person: member), as: "contact")
    try desk.ask(
      MakeReport(by: .studio, studios: [studio], kind: "publicity", content: "报道", happened: "2027-03-01"),
      as: "contact")
    try desk.ask(FileAgreement(studio: studio, number: "9", signed: "2024-01-15"), as: "contact")
    #expect(desk.careDue("YY001").isEmpty)
  }
}

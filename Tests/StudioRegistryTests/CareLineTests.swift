import Scoring
import Testing

@testable import StudioRegistry

@Suite("What is typed into daily care is checked, and what was typed wrongly is struck")
struct CareLineTests {
  @Test("Art. 12(6), 12(7): a wrong line is struck with a reason, stays readable, and counts no more")
  func strike() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    try desk.ask(
      ArchiveRecords(rows: [
        .init(studio: studio, kind: "approval", title: "批文", dated: "2022-06-01", place: "柜1", digest: nil)
      ]), as: "contact")
    let record = ID<ArchiveRecord>(desk.register.sequence)
    try desk.ask(
      MakeReport(by: .studio, studios: [studio], kind: "yearly-summary", content: "总结", happened: "2024-01-10"),
      as: "contact")
    let report = ID<CareReport>(desk.register.sequence)
    #expect(desk.careDue("YY001").contains { $0.day == "2025-01-10" })
    #expect(desk.refusal(of: StrikeCare(.report(report), reason: ""), as: "clerk") == .reasonNeeded)
    try desk.ask(StrikeCare(.report(report), reason: "重复录入"), as: "clerk")
    try desk.ask(StrikeCare(.record(record), reason: "录错工作室"), as: "clerk")
    #expect(desk.file("YY001").reports.map(\.struck) == ["重复录入"])
    #expect(desk.file("YY001").archive.map(\.struck) == ["录错工作室"])
    #expect(!desk.careDue("YY001").contains { $0.day == "2025-01-10" })
    #expect(
      desk.refusal(of: StrikeCare(.record(record), reason: "重复"), as: "clerk")
        == .care(.struckAlready(record.description)))
    #expect(desk.refusal(of: StrikeCare(.record(ID(999)), reason: "重复"), as: "clerk") == .care(.unknownLine("K999")))
  }

  @Test("no text of care or retention takes a mobile number, whatever else is wrong with it")
  func texts() throws {
    let desk = try Desk()
    let (studio, text) = (desk.studio("YY001"), "13812345678")
    let contact = OpenAccount.Holder.known(desk.person("contact"))
    func record(_ title: String, _ place: String) -> ArchiveRecords {
      ArchiveRecords(rows: [
        .init(studio: studio, kind: "other", title: title, dated: "2024-01-01", place: place, digest: nil)
      ])
    }
    let commands: [any Command] = [
      FileAgreement(studio: studio, number: text, signed: "2024-01-15"), GrantPlaque(studio: studio, number: text),
      LosePlaque(number: "1", reason: text), IssueCard(studio: studio, number: text, person: desk.person("contact")),
      NameOfficer(studio: studio, post: .head, person: contact, reason: text),
      ReviewOfficer(studio: studio, post: .head, isAccepted: false, reason: text),
      EndMembership(studio: studio, person: desk.person("contact"), reason: text), record(text, "柜1"),
      record("批文", text), StrikeCare(.record(ID(9)), reason: text),
      MakeReport(by: .studio, studios: [studio], kind: "exchange", content: text, happened: "2024-01-31"),
      PlaceHold(.studio(studio), reason: text), ReleaseHold(ID(9), reason: text),
    ]
    for command in commands {
      let login = Permissions.roles(for: command.name).contains(.bureauClerk) ? "clerk" : "approver"
      #expect(desk.refusal(of: command, as: login) == .mobileNumber, "\(command.name)")
    }
  }
}

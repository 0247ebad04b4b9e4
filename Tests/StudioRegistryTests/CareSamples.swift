import Scoring
import StudioRegistry

/// What can be asked about care (Art. 11, 12, 18, 23, 24): who may, and a sample of each command.
enum CareSamples {
  /// The unit and its contact enter, the department coordinates members and reports, the bureau reviews and inspects
  /// (Art. 11, 12); plaques are granted in both departments' name (Art. 18).
  static let permissions: [(CommandName, String)] = [
    (.fileAgreement, "co"), (.grantPlaque, "cC"), (.returnPlaque, "cC"), (.losePlaque, "co"),
    (.issueCard, "c"), (.returnCard, "c"),
    (.nameOfficer, "co"), (.reviewOfficer, "ca"), (.endOffice, "co"),
    (.recordMembers, "cod"), (.endMembership, "cod"), (.archiveRecords, "co"),
    (.makeReport, "cod"), (.recordVisit, "ca"), (.strikeCare, "c"),
  ]

  static func commands(_ desk: inout Desk) throws -> [any Command] {
    let studio = desk.studio("YY001")
    return [
      FileAgreement(studio: studio, number: "责任书1号", signed: "2024-01-15"),
      GrantPlaque(studio: studio, number: "云技大1"), ReturnPlaque(number: "云技大1"),
      LosePlaque(number: "云技大1", reason: "搬迁中遗失"),
      IssueCard(studio: studio, number: "证1", person: desk.person("contact")), ReturnCard(number: "证1"),
      NameOfficer(studio: studio, post: .contact, person: .known(desk.person("contact"))),
      ReviewOfficer(studio: studio, post: .contact, isAccepted: true), EndOffice(studio: studio, post: .contact),
      RecordMembers(rows: [desk.member("YY001", "technician", 6)]),
      EndMembership(studio: studio, person: desk.person("contact")),
      ArchiveRecords(rows: [
        .init(studio: studio, kind: "approval", title: "批文", dated: "2022-06-01", place: "柜1", digest: nil)
      ]),
      MakeReport(by: .studio, studios: [studio], kind: "major-event", content: "比武", happened: "2024-01-31"),
      MakeReport(by: .bureau, studios: [studio], kind: "inspection", content: "台账齐全", happened: "2024-01-31"),
      StrikeCare(.record(ID(9)), reason: "重复录入"),
    ]
  }
}

extension Desk {
  /// A new member who joins on the desk's day.
  mutating func member(_ code: String, _ qualification: String?, _ years: Int?) -> RecordMembers.Row {
    RecordMembers.Row(
      studio: studio(code), person: .new(commitment(), nil), qualification: qualification, years: years, joined: today)
  }

  /// The file of daily care of a studio.
  func file(_ code: String) -> CareFile { register.careFile(of: studio(code)) }

  /// What daily care waits for at a studio.
  func careDue(_ code: String) -> [Due] { register.studio(named: code).map(register.careDue) ?? [] }
}

import Scoring

@testable import StudioRegistry

/// One of everything that there is about care (Art. 11, 12, 18, 23, 24).
extension RegisterSamples {
  /// Something that a refusal says might have been named.
  var known: Refusal.Choice { Refusal.Choice("technician", Text(zh: "技师", en: "Technician")) }

  var careRefusals: [CareRefusal] {
    [
      .agreementFiled("YY017", "No. 1"), .plaqueTaken("PL-1"), .plaqueOut("YY017", "PL-1"), .unknownPlaque("PL-1"),
      .plaqueGone("PL-1", day), .cardTaken("WC-1"), .unknownCard("WC-1"), .cardReturned("WC-1", day),
      .notOfStudio(person, "YY017"), .headNotExpert("YY017"), .namedAlready(person, .head, "YY017"),
      .namedAlready(person, .contact, "YY017"), .nobodyNamed("YY017", .head), .nobodyNamed("YY017", .contact),
      .ownNominee("YY017"), .vacant("YY017", .head), .vacant("YY017", .contact),
      .unknownQualification("master", known: [known]), .badYears(200), .memberAlready(person, "YY017"),
      .notAMember(person, "YY017"), .unknownRecordKind("photo", known: [known]), .nowhere("Approval"),
      .unknownReportKind("news", known: [known]), .unknownLine("K99"), .struckAlready("K99"),
    ]
  }

  private var inspection: Text { Text(zh: "检查", en: "Inspection") }
  private var summary: Text { Text(zh: "年度工作总结", en: "Yearly summary") }

  var careEvents: [any Event] {
    [
      AgreementFiled(studio: studio, expert: person, number: "No. 1", signed: day, scan: nil),
      AgreementFiled(studio: studio, expert: person, number: "No. 1", signed: day, scan: "abc"),
      PlaqueGranted(studio: studio, number: "PL-1", expert: person), PlaqueReturned(studio: studio, number: "PL-1"),
      PlaqueLost(studio: studio, number: "PL-1", reason: "burnt"),
      CardIssued(studio: studio, number: "WC-1", person: person), CardReturned(studio: studio, number: "WC-1"),
      OfficerNamed(studio: studio, post: .head, person: person, reason: "the expert travels"),
      OfficerNamed(studio: studio, post: .contact, person: person, reason: nil),
      OfficerReviewed(studio: studio, post: .contact, person: person, isAccepted: true, reason: nil),
      OfficerReviewed(studio: studio, post: .head, person: person, isAccepted: false, reason: "left the unit"),
      OfficeEnded(studio: studio, post: .contact, person: person),
      MemberJoined(studio: studio, person: person, qualification: "technician", years: 6, joined: day),
      MemberJoined(studio: studio, person: person, qualification: nil, years: nil, joined: day),
      MemberLeft(studio: studio, person: person, reason: "moved"),
      MemberLeft(studio: studio, person: person, reason: nil),
      RecordArchived(studio: studio, type: "approval", title: "Approval", dated: day, place: "Shelf 3", file: nil),
      RecordArchived(studio: studio, type: "images", title: "Film", dated: day, place: nil, file: "abc"),
      ReportMade(
        studio: studio, type: "yearly-summary", title: summary, by: .studio, content: "All done", happened: day,
        isLate: true),
      ReportMade(
        studio: studio, type: "inspection", title: inspection, by: .bureau, content: "In order", happened: day,
        isLate: false),
      CareStruck(studio: studio, archived: ID(50), report: nil, reason: "twice"),
      CareStruck(studio: studio, archived: nil, report: ID(51), reason: "twice"),
    ]
  }

  var careTasks: [Due.Task] {
    [
      .fileAgreement(studio), .grantPlaque(studio), .returnPlaque(studio, number: "PL-1"),
      .returnCard(studio, number: "WC-1"), .nameOfficer(studio, .head), .nameOfficer(studio, .contact),
      .reviewOfficer(studio, .head, person), .reviewOfficer(studio, .contact, person),
      .report(studio, kind: summary, by: .studio), .report(studio, kind: inspection, by: .bureau),
    ]
  }

  var careDecisions: [Decision] { [] }
}

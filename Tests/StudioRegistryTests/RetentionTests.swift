import Scoring
import Testing

@testable import StudioRegistry

@Suite("Values are kept as long as a record needs them, and not erased while somebody disputes")
struct RetentionTests {
  private func title(_ record: RuleSet.Retention.Record, _ desk: Desk) throws -> Text {
    try #require(desk.rules.life?.retention.period(for: record)?.title)
  }

  /// A person whom no record names, added on 1 February 2024.
  private func stranger(_ desk: inout Desk) throws -> ID<Person> {
    try desk.ask(AddPerson(person: desk.commitment()), as: "clerk")
    return ID(desk.register.sequence)
  }

  private func erase(_ person: ID<Person>) -> ErasePerson { ErasePerson(person: person, reason: "本人申请") }

  @Test(
    "every kind of record has a period: decisions for ever, sheets 30 years, rejected applications 10, contacts till they go"
  )
  func table() throws {
    let rules = try #require(try Desk().rules.life?.retention)
    #expect(Set(rules.periods.map(\.record)) == Set(RuleSet.Retention.Record.allCases))
    let keep: [(RuleSet.Retention.Record, RuleSet.Retention.Keep)] = [
      (.decisions, .permanent), (.sheets, .years(30)), (.rejectedApplications, .years(10)),
      (.contacts, .untilTheyLeave),
    ]
    for (record, expected) in keep { #expect(rules.period(for: record)?.keep == expected) }
  }

  private func erasures(_ desk: Desk) -> [Due] {
    desk.register.due(until: "2025-02-02", on: "2025-02-02").filter { due in
      if case .eraseValues = due.task { true } else { false }
    }
  }

  @Test("whom nobody needs is erased at any time, and past the time a year after the entry")
  func unneeded() throws {
    var desk = try Desk()
    let person = try stranger(&desk)
    #expect(desk.refusal(of: erase(person), as: "approver") == nil)
    #expect(desk.register.expired(on: "2025-02-01").isEmpty)
    let expired = Expired(person: person, record: .unattached, until: "2025-02-01")
    #expect(desk.register.expired(on: "2025-02-02") == [expired])
    let due = Due(day: "2025-02-02", task: .eraseValues(persons: 1))
    #expect(erasures(desk) == [due])
    try desk.ask(PlaceHold(.person(person), reason: "诉讼"), as: "approver")
    #expect(desk.register.expired(on: "2025-02-02") == [expired])
    #expect(erasures(desk).isEmpty)
    try desk.ask(ReleaseHold(ID(desk.register.sequence), reason: "结案"), as: "approver")
    try desk.ask(erase(person), as: "approver")
    #expect(desk.register.expired(on: "2025-02-02").isEmpty)
  }

  @Test("a judge's values stay 30 years after the round, though the judge asks; who never sat on a panel is free")
  func judges() throws {
    var desk = try Desk()
    _ = try desk.runRound(["YY001": 80, "YY002": 80, "YY003": 80])
    for login in ["J1", "J9"] { try desk.ask(CloseAccount(account: desk.account(login), reason: "离任"), as: "approver") }
    // Published on 5 January 2026; five working days end on the 12th, so that it is confirmed on the 13th.
    #expect(
      desk.refusal(of: erase(desk.person("J1")), as: "approver")
        == .retention(.kept(desk.person("J1"), try title(.sheets, desk), until: "2056-01-13", .workingRule)))
    #expect(desk.refusal(of: erase(desk.person("J9")), as: "approver") == nil)
    let kept = desk.register.expired(on: "2056-01-13").map(\.person)
    #expect(kept.contains(desk.person("J9")) == false)
    let free = desk.register.expired(on: "2056-01-14")
    #expect(free.contains(Expired(person: desk.person("J1"), record: .sheets, until: "2056-01-13")))
  }

  @Test("Art. 3, 9: an expert's name is in the decisions, which are permanent, when the title is gone, too")
  func experts() throws {
    var desk = try Desk()
    try desk.cancel("YY001", ground: "fraud")
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    #expect(
      desk.refusal(of: erase(expert), as: "approver")
        == .retention(.kept(expert, try title(.decisions, desk), until: nil, .workingRule)))
    #expect(!desk.register.expired(on: "2999-12-31").contains { $0.person == expert })
  }

  @Test("of several records the one that is kept longest decides; a membership that goes on keeps for ever")
  func longest() throws {
    var desk = try Desk()
    try desk.ask(RecordMembers(rows: [desk.member("YY001", "technician", 6)]), as: "clerk")
    let person = try #require(desk.file("YY001").team.first?.person)
    let naming = NameOfficer(studio: desk.studio("YY001"), post: .contact, person: .known(person))
    try desk.ask(naming, as: "contact")
    try desk.ask(ReviewOfficer(studio: desk.studio("YY001"), post: .contact, isAccepted: true), as: "clerk")
    try desk.ask(EndOffice(studio: desk.studio("YY001"), post: .contact), as: "clerk", on: "2024-04-01")
    #expect(desk.register.expired(on: "2999-12-31").isEmpty)
    try desk.ask(
      EndMembership(studio: desk.studio("YY001"), person: person), as: "clerk", on: "2024-04-01")
    #expect(desk.register.retained(of: person).map(\.record) == [.contacts, .members])
    #expect(desk.register.expired(on: "2029-04-01").isEmpty)
    #expect(
      desk.register.expired(on: "2029-04-02") == [Expired(person: person, record: .members, until: "2029-04-01")])
    // The time of a member does not bind: whoever asks is erased before.
    #expect(desk.refusal(of: erase(person), as: "approver") == nil)
  }

  @Test("a hold on a person or a studio stops the erasure until it is released, each with its reason")
  func holds() throws {
    var desk = try Desk()
    try desk.ask(RecordMembers(rows: [desk.member("YY001", "technician", 6)]), as: "clerk")
    let (member, stranger) = (try #require(desk.file("YY001").team.first?.person), try stranger(&desk))
    #expect(desk.refusal(of: PlaceHold(.person(stranger), reason: " "), as: "approver") == .reasonNeeded)
    #expect(desk.refusal(of: PlaceHold(.person(ID(999)), reason: "诉"), as: "approver") == .unknownPerson(ID(999)))
    try desk.ask(PlaceHold(.studio(desk.studio("YY001")), reason: "行政诉讼"), as: "approver")
    let hold = ID<Hold>(desk.register.sequence)
    #expect(hold.description.hasPrefix("H"))
    #expect(desk.refusal(of: erase(member), as: "approver") == .retention(.held(member, hold)))
    #expect(desk.refusal(of: erase(stranger), as: "approver") == nil)
    #expect(desk.refusal(of: ReleaseHold(ID(999), reason: "结案"), as: "approver") == .retention(.unknownHold(ID(999))))
    #expect(desk.refusal(of: ReleaseHold(hold, reason: ""), as: "approver") == .reasonNeeded)
    try desk.ask(ReleaseHold(hold, reason: "判决生效"), as: "approver", on: "2024-03-01")
    #expect(
      desk.refusal(of: ReleaseHold(hold, reason: "结案"), as: "approver")
        == .retention(.holdReleased(hold, "2024-03-01")))
    try desk.ask(erase(member), as: "approver")
    #expect(desk.register.persons[member]?.erased == "2024-03-01")
  }

  @Test("an open objection holds who raised it and whom its studio concerns; an answered one holds nobody")
  func objections() throws {
    var desk = try Desk()
    try desk.ask(RecordMembers(rows: [desk.member("YY001", "technician", 6)]), as: "clerk")
    try desk.ask(RecordMembers(rows: [desk.member("YY002", "technician", 6)]), as: "clerk")
    let round = try desk.openWithPanel()
    for code in ["YY001", "YY002", "YY003"] { try desk.markAll(code, in: round, 80) }
    try desk.ask(CloseRound(round: round), as: "clerk")
    try desk.ask(PublishRound(round: round, address: "网站"), as: "clerk")
    let members = try ["YY001", "YY002"].map { try #require(desk.file($0).team.first?.person) }
    let objection = RaiseObjection(
      round: round, studio: desk.studio("YY001"), by: .new(desk.commitment(), nil), text: "材料不实")
    try desk.ask(objection, as: "clerk")
    let id = desk.objection
    let objector = try #require(desk.register.objection(id)?.by)
    for person in [objector, members[0]] {
      #expect(desk.refusal(of: erase(person), as: "approver") == .retention(.disputed(person, id.description)))
    }
    #expect(desk.refusal(of: erase(members[1]), as: "approver") == nil)
    try desk.ask(AnswerObjection(objection: id, isUpheld: false, text: "经查属实"), as: "approver")
    for person in [objector] + members { #expect(desk.refusal(of: erase(person), as: "approver") == nil) }
    // About the whole round: every studio in it is concerned.
    try desk.ask(RaiseObjection(round: round, studio: nil, by: nil, text: "程序不当"), as: "clerk")
    #expect(
      desk.refusal(of: erase(members[1]), as: "approver")
        == .retention(.disputed(members[1], desk.objection.description)))
  }

  @Test("Art. 8: the expert of an open application is not erased; of one that was withdrawn the time has to run out")
  func applying() throws {
    var desk = try Desk(studios: [])
    let id = try desk.receive()
    let expert = try desk.application(id).expert
    #expect(desk.refusal(of: erase(expert), as: "approver") == .retention(.applying(expert, id)))
    try desk.ask(WithdrawApplication(id, reason: "单位撤回"), as: "clerk")
    #expect(desk.refusal(of: erase(expert), as: "approver") != .retention(.applying(expert, id)))
  }
}

import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Art. 9, 15: one studio for each expert, one for each unit and occupation; changes of a studio")
struct ApplicationUniquenessTests {
  private func asking(_ desk: Desk, _ row: ReceiveApplications.Row) -> Refusal? {
    desk.refusal(of: ReceiveApplications(rows: [row]), as: "clerk")
  }

  private func expert(_ desk: Desk, _ code: String) throws -> ID<Person> {
    try #require(desk.register.studio(named: code)).expert
  }

  @Test("Art. 9: an expert with a living studio or an open application is refused; a cancelled studio frees the expert")
  func expert() throws {
    var desk = try Desk()
    let leading = try expert(desk, "YY001")
    #expect(asking(desk, desk.row(expert: .known(leading))) == .application(.expertLeads("YY001")))
    let waived = desk.row(expert: .known(leading), waiver: "确有需要")
    #expect(asking(desk, waived) == .application(.expertLeads("YY001")))
    let id = try desk.receive()
    let applying = try desk.application(id).expert
    #expect(asking(desk, desk.row(unit: "单位21", expert: .known(applying))) == .application(.expertApplied(id)))
    try desk.ask(WithdrawApplication(id, reason: "撤回"), as: "clerk")
    #expect(asking(desk, desk.row(unit: "单位21", expert: .known(applying))) == nil)
    let both = [desk.row(expert: .known(applying)), desk.row(unit: "单位21", expert: .known(applying))]
    #expect(
      desk.refusal(of: ReceiveApplications(rows: both), as: "clerk") == .application(.expertTwice(unit: "单位21")))
    let studio = desk.studio("YY001")
    desk.alter { $0.studios[studio]?.move(.cancel) }
    #expect(asking(desk, desk.row(expert: .known(leading))) == nil)
  }

  @Test("Art. 9: the expert is checked once more at confirmation")
  func expertLater() throws {
    var desk = try Desk()
    let id = try desk.receive()
    try desk.recommend(id)
    try desk.publish(id)
    let row = ImportStudios.Row(
      code: "YY050", unit: "单位50", expert: .known(try desk.application(id).expert), occupation: "车工",
      confirmed: "2023-01-01")
    try desk.ask(ImportStudios(rows: [row]), as: "clerk")
    #expect(
      desk.refusal(of: desk.confirming(id, "YY020"), as: "clerk", on: "2024-02-08")
        == .application(.expertLeads("YY050")))
  }

  @Test(
    "Art. 9: a blank in a unit or occupation makes no other one",
    arguments: [("单位1 ", "焊工"), ("单位1", " 焊工"), ("单 位1", "焊　工"), ("单位１", "焊工\u{200B}")])
  func spacing(unit: String, occupation: String) throws {
    var desk = try Desk()
    let person = OpenAccount.Holder.new(desk.commitment(), nil)
    let row = desk.row(unit: unit, expert: person, occupation: occupation)
    guard case .application(.unitHasStudio(_, _, "YY001", _, _)) = asking(desk, row) else {
      Issue.record("\(unit), \(occupation)")
      return
    }
    #expect(
      ReceiveApplications.Row(unit: " 甲厂 ", applicant: "", field: "", expert: row.expert, occupation: "车工 ").unit
        == "甲厂")
  }

  @Test("Art. 9: as a rule one studio for each unit and occupation, waivable with a written reason")
  func unit() throws {
    var desk = try Desk()
    let person = OpenAccount.Holder.new(desk.commitment(), nil)
    let refused = asking(desk, desk.row(unit: "单位1", expert: person, occupation: "焊工"))
    guard case .application(.unitHasStudio("单位1", "焊工", "YY001", true, _)) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(asking(desk, desk.row(unit: "单位1", expert: person, occupation: "车工")) == nil)
    #expect(asking(desk, desk.row(unit: "单位1", expert: person, occupation: "焊工", waiver: "两条独立生产线")) == nil)
    #expect(asking(desk, desk.row(unit: "单位1", expert: person, occupation: "焊工", waiver: "  ")) == .reasonNeeded)
  }

  @Test("Art. 9: the unit is checked once more at confirmation, and the waiver can come then")
  func unitLater() throws {
    var desk = try Desk()
    let (first, second) = (try desk.receive(), try desk.receive())
    try desk.recommend(second)
    try desk.publish(second)
    try desk.confirm(first, "YY020", published: "2024-02-01", on: "2024-02-08")
    guard case .application(.unitHasStudio) = desk.refusal(of: desk.confirming(second, "YY021"), as: "clerk") else {
      Issue.record("a second studio of the unit is taken")
      return
    }
    try desk.ask(WaiveUnitRule(second, reason: "两条独立生产线"), as: "clerk")
    try desk.ask(desk.confirming(second, "YY021"), as: "clerk")
    try desk.approveBoth()
    #expect(desk.register.studio(named: "YY021")?.unit == "单位20")
  }

  @Test("Art. 9: a branch is part of its enterprise until both departments count it as a unit")
  func branch() throws {
    var desk = try Desk()
    let person = OpenAccount.Holder.new(desk.commitment(), nil)
    let row = desk.row(unit: "单位1二分厂", enterprise: "单位1", expert: person, occupation: "焊工")
    guard case .application(.unitHasStudio) = asking(desk, row) else {
      Issue.record("the branch counts by itself")
      return
    }
    try desk.ask(Propose(.countBranch("单位1二分厂", enterprise: "单位1"), reason: "独立生产线"), as: "clerk")
    try desk.ask(Approve(desk.proposal), as: "approver")
    #expect(asking(desk, row) != nil)
    try desk.ask(Approve(desk.proposal), as: "org-approver")
    #expect(asking(desk, row) == nil)
    #expect(desk.register.branches["单位1二分厂"]?.enterprise == "单位1")
  }

  @Test("Art. 15: another expert only where the fact is recorded; by the studio's own unit, without a notice, by both")
  func changeExpert() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    let person = OpenAccount.Holder.new(desk.commitment(), nil)
    let row = desk.row(.changeExpert(studio), unit: "单位1", expert: person, occupation: "焊工")
    #expect(asking(desk, row) == .cancellation(.expertAvailable("YY001")))
    desk.alter {
      $0.studios[studio]?.unavailable = Unavailability(cause: .retirement, since: "2024-01-15", canGoOn: false)
    }
    let other = desk.row(.changeExpert(studio), unit: "单位9", expert: person, occupation: "焊工")
    #expect(asking(desk, other) == .application(.notItsUnit("YY001", unit: "单位1")))
    let id = try desk.receive(.changeExpert(studio), unit: "单位1", occupation: "焊工")
    #expect(asking(desk, row) == .application(.studioApplied("YY001", id)))
    try desk.recommend(id)
    let publishing = PublishApplications([id], address: "网站", screenshot: Desk.scan)
    #expect(desk.refusal(of: publishing, as: "clerk") == .application(.noNotice(id)))
    #expect(desk.refusal(of: desk.confirming(id, "YY099"), as: "clerk") == .application(.codeRefused(id)))
    let former = try expert(desk, "YY001")
    try desk.ask(desk.confirming(id, nil), as: "clerk")
    try desk.ask(Approve(desk.proposal), as: "approver")
    #expect(try expert(desk, "YY001") == former)
    try desk.ask(Approve(desk.proposal), as: "org-approver")
    #expect(try expert(desk, "YY001") == desk.application(id).expert)
    #expect(desk.register.studio(named: "YY001")?.formerExperts == [former])
  }

  @Test("Art. 15: joint building only after a transfer, with the expert and another unit")
  func jointBuilding() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    let leading = try expert(desk, "YY001")
    let purpose = Application.Purpose.jointBuilding(studio, partner: "单位30")
    let row = desk.row(purpose, unit: "单位1", expert: .known(leading), occupation: "焊工")
    let retired = Unavailability(cause: .retirement, since: "2024-01-15", canGoOn: false)
    desk.alter { $0.studios[studio]?.unavailable = retired }
    #expect(asking(desk, row) == .cancellation(.notAllowedFor("YY001", retired, .buildJointly)))
    desk.alter {
      $0.studios[studio]?.unavailable = Unavailability(cause: .transfer, since: "2024-01-15", canGoOn: false)
    }
    let person = OpenAccount.Holder.new(desk.commitment(), nil)
    #expect(
      asking(desk, desk.row(purpose, unit: "单位1", expert: person, occupation: "焊工"))
        == .application(.otherExpert("YY001")))
    let own = desk.row(.jointBuilding(studio, partner: "单位1"), unit: "单位1", expert: .known(leading), occupation: "焊工")
    #expect(asking(desk, own) == .application(.samePartner("单位1")))
    let id = try desk.receive(purpose, unit: "单位1", expert: leading, occupation: "焊工")
    #expect(desk.refusal(of: desk.finding(id, "presence", .met), as: "clerk") == nil)
    try desk.recommend(id)
    try desk.ask(desk.confirming(id, nil), as: "clerk")
    try desk.approveBoth()
    #expect(desk.register.studio(named: "YY001")?.partner == "单位30")
    #expect(try expert(desk, "YY001") == leading)
  }

  @Test("Art. 15: checked once more at confirmation, when the expert has come back")
  func changeLater() throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    desk.alter {
      $0.studios[studio]?.unavailable = Unavailability(cause: .illness, since: "2024-01-15", canGoOn: false)
    }
    let id = try desk.receive(.changeExpert(studio), unit: "单位1", occupation: "焊工")
    try desk.recommend(id)
    desk.alter { $0.studios[studio]?.unavailable = nil }
    #expect(desk.refusal(of: desk.confirming(id, nil), as: "clerk") == .cancellation(.expertAvailable("YY001")))
  }
}

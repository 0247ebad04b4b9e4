import Foundation
import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Art. 5–8: an application from its receipt to both departments' confirmation")
struct ApplicationsTests {
  @Test("Art. 8(1): the five kinds of applicant are a closed list; Art. 5 names the fields")
  func applicants() throws {
    var desk = try Desk()
    let terms = try desk.register.life().applications
    #expect(terms.kinds.map(\.title.zh) == ["企业（行业）", "民办职业学校", "院校", "社会组织", "新型经济合作组织"])
    #expect(terms.fields.count == 3)
    let holder = OpenAccount.Holder.new(desk.commitment(), nil)
    let wrong = [
      desk.row(expert: holder, applicant: "government"), desk.row(expert: holder, field: "gardening"),
    ].map { desk.refusal(of: ReceiveApplications(rows: [$0]), as: "clerk") }
    guard case .application(.unknownApplicant("government", _, _)) = wrong[0],
      case .application(.unknownField("gardening", _, _)) = wrong[1]
    else {
      Issue.record("\(wrong)")
      return
    }
  }

  @Test("Art. 8(1): an application is complete, or says what it lacks; supporting copies are not required")
  func materials() throws {
    var desk = try Desk()
    let id = try desk.receive()
    let required = ["form", "account", "report", "id-card", "certificates", "diploma", "photo"]
    #expect(try desk.application(id).lacking.map(\.id) == required)
    #expect(try desk.application(id).stage == .received)
    let review = ReviewApplication(id, minutes: "纪要", .recommended)
    let refused = desk.refusal(of: review, as: "clerk")
    guard case .application(.incomplete(id, let lacking)) = refused else {
      Issue.record("\(String(describing: refused))")
      return
    }
    #expect(lacking.count == 7)
    try desk.complete(id)
    #expect(try desk.application(id).stage == .complete)
    #expect(desk.refusal(of: review, as: "org-clerk") == nil)
    #expect(
      desk.refusal(of: RecordMaterial(id, material: "passport", scan: nil), as: "clerk")
        == .application(.unknownMaterial("passport")))
    #expect(desk.refusal(of: RecordMaterial(id, material: "form", scan: "0"), as: "clerk") == .badDigest)
  }

  @Test(
    "Art. 8(1): the account has 1,000 to 1,500 characters",
    arguments: [(999, false), (1000, true), (1500, true), (1501, false)])
  func account(_ count: Int, _ isTaken: Bool) throws {
    var desk = try Desk()
    let id = try desk.receive()
    let command = RecordMaterial(id, material: "account", scan: Desk.scan, characters: count)
    #expect((desk.refusal(of: command, as: "clerk") == nil) == isTaken)
  }

  @Test("Art. 8(1): white space does not count, a letter with its accent counts once")
  func counting() throws {
    #expect("他 从\t事\n焊　接".charactersWithoutSpace == 5)
    #expect("e\u{301}".charactersWithoutSpace == 1)
    var desk = try Desk()
    let id = try desk.receive()
    let uncounted = desk.refusal(of: RecordMaterial(id, material: "account", scan: Desk.scan), as: "clerk")
    guard case .application(.lengthNeeded) = uncounted else {
      Issue.record("\(String(describing: uncounted))")
      return
    }
  }

  @Test("Art. 6: three conditions of the unit, eight basic and six special ones of the expert, in the article's words")
  func conditions() throws {
    let conditions = try Desk().register.life().applications.conditions
    #expect(conditions.count { $0.subject == .unit } == 3)
    #expect(conditions.count { $0.subject == .expert && !$0.isSpecial } == 8)
    #expect(
      conditions.filter(\.isSpecial).map { String($0.title.zh.prefix(6)) } == [
        "获得县级及以", "在技术革新和", "在研发新产品", "在培养高技能", "在挖掘、传承", "在本职业（工",
      ])
    #expect(conditions.filter(\.isWaivable).map(\.id) == ["age"])
  }

  @Test("Art. 6(2): only the age, which holds as a rule, is waived, and with a written reason")
  func waiving() throws {
    var desk = try Desk()
    let id = try desk.receive()
    for condition in try desk.register.life().applications.conditions {
      let refusal = desk.refusal(of: desk.finding(id, condition.id, .notMet, waiver: "技艺独有"), as: "clerk")
      if condition.id == "age" {
        #expect(refusal == nil)
      } else {
        #expect(refusal == .application(.conditionNotWaivable(condition.title, condition.source)))
      }
    }
    #expect(desk.refusal(of: desk.finding(id, "age", .notMet, waiver: " "), as: "clerk") == .reasonNeeded)
    try desk.recommend(id)
    try desk.ask(desk.finding(id, "age", .notMet), as: "clerk")
    #expect(try desk.application(id).unsettled.map(\.id) == ["age"])
    try desk.ask(desk.finding(id, "age", .notMet, waiver: "技艺独有"), as: "clerk")
    #expect(try desk.application(id).unsettled.isEmpty)
  }

  @Test("Art. 6(2): a team has 3 to 15", arguments: [(2, false), (3, true), (15, true), (16, false)])
  func team(_ size: Int, _ isTaken: Bool) throws {
    var desk = try Desk()
    let id = try desk.receive()
    #expect((desk.refusal(of: desk.finding(id, "team", .met, number: size), as: "clerk") == nil) == isTaken)
    #expect(desk.refusal(of: desk.finding(id, "team", .notMet, number: size), as: "clerk") == nil)
    #expect(desk.refusal(of: desk.finding(id, "team", .met), as: "clerk") != nil)
  }

  @Test(
    "Art. 6: the six months can only be undertaken, the unit's means may be, nothing else; no age enters the journal")
  func undertaking() throws {
    var desk = try Desk()
    let id = try desk.receive()
    let may = try desk.register.life().applications.conditions.map(\.id).filter {
      desk.refusal(of: desk.finding(id, $0, .undertaken), as: "clerk") == nil
    }
    #expect(may == ["unit-means", "presence"])
    #expect(desk.refusal(of: desk.finding(id, "presence", .met), as: "clerk") != nil)
    #expect(desk.refusal(of: desk.finding(id, "presence", .undertaken, number: 5), as: "clerk") != nil)
    #expect(desk.refusal(of: desk.finding(id, "age", .met, number: 54), as: "clerk") != nil)
  }

  @Test("Art. 6(2): at least one of the six special conditions")
  func special() throws {
    var desk = try Desk()
    let id = try desk.receive()
    try desk.meet(id)
    #expect(try desk.application(id).unsettled.isEmpty)
    try desk.ask(desk.finding(id, "contest", .notShown), as: "clerk")
    #expect(
      try desk.application(id).unsettled.map(\.id)
        == ["contest", "breakthrough", "development", "teaching", "heritage", "mastery"])
    try desk.ask(desk.finding(id, "heritage", .met), as: "clerk")
    #expect(try desk.application(id).unsettled.isEmpty)
  }

  @Test("Art. 8(2): reviewed, on notice for five working days, then confirmed by both departments, never by one")
  func confirmation() throws {
    var desk = try Desk()
    let id = try desk.receive()
    #expect(desk.refusal(of: desk.confirming(id, "YY020"), as: "clerk") != nil)
    try desk.recommend(id)
    #expect(desk.refusal(of: desk.confirming(id, "YY020"), as: "clerk") == .application(.notPublished(id)))
    // From Friday 2 February 2024: 2, 4 (a Sunday on which people work), 5, 6, 7.
    try desk.publish(id, on: "2024-02-01")
    #expect(try desk.application(id).notice?.until == "2024-02-07")
    #expect(
      desk.refusal(of: desk.confirming(id, "YY020"), as: "clerk", on: "2024-02-07")
        == .application(.noticeRunning(id, until: "2024-02-07")))
    desk.today = "2024-02-08"
    #expect(desk.refusal(of: desk.confirming(id, nil), as: "clerk") == .application(.codeNeeded(id)))
    #expect(desk.refusal(of: desk.confirming(id, "YY001"), as: "clerk") == .codeTaken("YY001"))
    try desk.ask(desk.confirming(id, "YY020"), as: "clerk")
    let proposal = desk.proposal
    try desk.ask(Approve(proposal), as: "approver")
    #expect(desk.register.studio(named: "YY020") == nil)
    #expect(desk.refusal(of: Approve(proposal), as: "approver-2") != nil)
    try desk.ask(Approve(proposal), as: "org-approver")
    let studio = try #require(desk.register.studio(named: "YY020"))
    #expect(studio.application == id)
    #expect(studio.confirmed == "2024-02-08")
    #expect([studio.unit, studio.occupation] == ["单位20", "电工"])
    #expect(try desk.application(id).stage == .confirmed)
    #expect(desk.register.studio(from: id)?.code == "YY020")
    #expect(
      desk.refusal(of: WithdrawApplication(id, reason: "撤回"), as: "clerk")
        == .application(.ended(id, .confirmed)))
  }

  @Test("Art. 8(2): what the experts do not recommend, or what has a condition against it, is not published")
  func notRecommended() throws {
    var desk = try Desk()
    let (first, second) = (try desk.receive(), try desk.receive(unit: "单位22"))
    for id in [first, second] { try desk.complete(id) }
    try desk.ask(ReviewApplication(first, minutes: "纪要", .notRecommended), as: "org-clerk")
    try desk.ask(ReviewApplication(second, minutes: "纪要", .recommended), as: "clerk")
    func publishing(_ id: ID<Application>) -> PublishApplications {
      PublishApplications([id], address: "网站", screenshot: Desk.scan)
    }
    #expect(desk.refusal(of: publishing(first), as: "clerk") == .application(.notRecommended(first)))
    guard case .application(.conditionsOpen(second, let open)) = desk.refusal(of: publishing(second), as: "clerk")
    else {
      Issue.record("conditions are not asked for")
      return
    }
    #expect(open.count == 17)
    try desk.ask(Propose(.rejectApplication(first), reason: "专家评审未通过"), as: "clerk")
    try desk.approveBoth()
    #expect(try desk.application(first).stage == .rejected)
  }

  @Test("working rule: a calendar year without data is refused")
  func calendar() throws {
    var desk = try Desk()
    let id = try desk.receive(on: "2050-12-20")
    try desk.recommend(id)
    let publishing = PublishApplications([id], address: "网站", screenshot: Desk.scan)
    #expect(desk.refusal(of: publishing, as: "clerk", on: "2050-12-30") == .rules(.noCalendar(year: 2051)))
  }

  @Test("steps keep their order: none lies before the one before")
  func order() throws {
    var desk = try Desk()
    let id = try desk.receive(on: "2024-03-01")
    let form = RecordMaterial(id, material: "form", scan: nil)
    #expect(
      desk.refusal(of: form, as: "clerk", on: "2024-02-29", entered: "2024-03-01")
        == .beforeThat("2024-02-29", "2024-03-01"))
    try desk.complete(id)
    let review = ReviewApplication(id, minutes: "纪要", .recommended)
    #expect(desk.refusal(of: review, as: "clerk", on: "2024-02-29", entered: "2024-03-01") != nil)
  }

  @Test("the small county has no rules about applications, so that none is taken")
  func elsewhere() throws {
    var desk = try Desk(Repository.smallCounty, studios: ["2024-02-01"], on: "2024-02-01")
    let row = desk.row(expert: .new(desk.commitment(), nil))
    #expect(desk.refusal(of: ReceiveApplications(rows: [row]), as: "clerk") == .rules(.noLife))
  }
}

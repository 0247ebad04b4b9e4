import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Art. 7, 13, 22: who meets the conditions is recommended, excellent ones first")
struct RecommendationTests {
  private func find(_ condition: String, _ isMet: Bool = true, _ code: String = "YY001", in desk: Desk) -> FindCandidacy
  {
    FindCandidacy(studio: desk.studio(code), condition: condition, isMet: isMet, note: "核查记录")
  }

  private func make(_ target: String = "municipal-studio", _ code: String = "YY001", in desk: Desk)
    -> MakeRecommendation
  {
    MakeRecommendation(studio: desk.studio(code), target: target, document: "云人社函〔2026〕21号")
  }

  private func answer(
    _ isGranted: Bool, _ target: String = "municipal-studio", in desk: Desk
  ) -> AnswerRecommendation {
    AnswerRecommendation(studio: desk.studio("YY001"), target: target, isGranted: isGranted, document: "渝人社发〔2026〕8号")
  }

  private let municipal = ["key-field", "industry-leader", "municipal-conditions"]

  private func ready() throws -> Desk {
    var desk = try Desk(judges: 0, on: "2026-02-01")
    for condition in municipal { try desk.ask(find(condition, in: desk), as: "clerk") }
    return desk
  }

  private func states(_ desk: Desk, _ target: String, _ code: String = "YY001") throws -> [ConditionState] {
    try desk.register.candidacies(for: target).first { $0.studio == desk.studio(code) }?.conditions.map(\.state) ?? []
  }

  @Test("Art. 7, 22: the targets of the text, each with its article")
  func targets() throws {
    let rules = try #require(try Repository.host().rules.life?.recommendations)
    #expect(
      rules.targets.map(\.label.zh) == [
        "市级技能大师工作室", "国家级技能大师工作室", "云阳英才", "重庆市杰出人才突出贡献奖", "重庆市劳动模范", "重庆市五一劳动奖章",
      ])
    let (seventh, other) = (try #require(Source("Art. 7")), try #require(Source("Art. 22")))
    #expect(rules.targets.map(\.source) == [seventh, seventh, other, other, other, other])
    #expect(rules.targets.first?.conditions == municipal)
  }

  @Test("Art. 7: a condition that is not found met, or that nobody has looked at, is named and prevents it")
  func lacking() throws {
    var desk = try Desk(judges: 0, on: "2026-02-01")
    let rules = try #require(desk.rules.life?.recommendations)
    let labels = municipal.compactMap { id in rules.conditions.first { $0.id == id }?.label }
    let target = try #require(rules.targets.first?.label)
    #expect(
      desk.refusal(of: make(in: desk), as: "approver")
        == .recommendation(.lacking("YY001", target: target, notMet: [], notShown: labels)))
    try desk.ask(find("key-field", in: desk), as: "clerk")
    try desk.ask(find("industry-leader", false, in: desk), as: "department")
    #expect(
      desk.refusal(of: make(in: desk), as: "approver")
        == .recommendation(.lacking("YY001", target: target, notMet: [labels[1]], notShown: [labels[2]])))
    try desk.ask(find("industry-leader", in: desk), as: "clerk")
    try desk.ask(find("municipal-conditions", in: desk), as: "clerk")
    #expect(desk.refusal(of: make(in: desk), as: "approver") == nil)
    // What is met for the municipality is not yet met for the state.
    #expect(try states(desk, "national-studio") == [.met, .met, .notShown])
    #expect(try states(desk, "municipal-studio", "YY002") == [.notShown, .notShown, .notShown])
  }

  @Test("the latest finding decides, by its own day, and each needs a note")
  func latest() throws {
    var desk = try ready()
    try desk.ask(find("key-field", false, in: desk), as: "clerk", on: "2026-03-01")
    try desk.ask(find("key-field", in: desk), as: "clerk", on: "2026-02-15", entered: "2026-03-02")
    #expect(try states(desk, "municipal-studio") == [.notMet, .met, .met])
    let blank = FindCandidacy(studio: desk.studio("YY001"), condition: "key-field", isMet: true, note: " ")
    #expect(desk.refusal(of: blank, as: "clerk") == .reasonNeeded)
    let unknown = desk.refusal(of: find("fame", in: desk), as: "clerk")
    let known = desk.rules.life?.recommendations.conditions.map { Refusal.Choice($0.id, $0.label) } ?? []
    #expect(unknown == .recommendation(.unknownCondition("fame", known: known)))
  }

  @Test("Art. 15: what was found of an expert says nothing of the next one; what was found of the unit stays")
  func newExpert() throws {
    var desk = try ready()
    desk.happen(PersonAdded(commitment: desk.commitment().digest, studio: nil))
    desk.happen(
      ExpertChanged(
        studio: desk.studio("YY001"), expert: ID(desk.register.sequence), occupation: "焊工", partner: nil,
        application: ID(1)))
    #expect(try states(desk, "municipal-studio") == [.met, .notShown, .notShown])
  }

  @Test(
    "only a studio in care is recommended, and is on the list", arguments: [Studio.Move.suspend, .fail, .cancel, .end])
  func inCare(_ move: Studio.Move) throws {
    struct Moved: Event {
      static let kind = "test-moved"
      let studio: ID<Studio>
      let move: String
      func apply(to register: inout Register, as record: Record) {
        if let move = Studio.Move(rawValue: move) { register.studios[studio]?.move(move) }
      }
    }
    var desk = try ready()
    let studio = desk.studio("YY001")
    desk.happen(Moved(studio: studio, move: move.rawValue))
    let standing = try #require(desk.standing("YY001"))
    #expect(desk.refusal(of: make(in: desk), as: "approver") == .recommendation(.notInCare("YY001", standing)))
    #expect(try !desk.register.candidacies().contains { $0.studio == studio })
  }

  @Test("the bureau recommends once, until an answer has come; what was granted is not asked for again")
  func once() throws {
    var desk = try ready()
    let label = try #require(desk.rules.life?.recommendations.targets.first?.label)
    #expect(
      desk.refusal(of: answer(true, in: desk), as: "clerk") == .recommendation(.notRecommended("YY001", target: label)))
    try desk.ask(make(in: desk), as: "approver", on: "2026-03-01")
    let already = Refusal.recommendation(.recommendedAlready("YY001", target: label, on: "2026-03-01"))
    #expect(desk.refusal(of: make(in: desk), as: "approver") == already)
    #expect(
      desk.refusal(of: answer(true, in: desk), as: "clerk", on: "2026-02-28", entered: "2026-03-02")
        == .beforeThat("2026-02-28", "2026-03-01"))
    try desk.ask(answer(false, in: desk), as: "clerk", on: "2026-05-01")
    #expect(desk.refusal(of: make(in: desk), as: "approver") == nil)
    try desk.ask(make(in: desk), as: "approver", on: "2027-03-01")
    try desk.ask(answer(true, in: desk), as: "clerk", on: "2027-05-01")
    #expect(desk.register.recommendations.map(\.outcome?.isGranted) == [false, true])
    #expect(
      desk.refusal(of: make(in: desk), as: "approver")
        == .recommendation(.recommendedAlready("YY001", target: label, on: "2027-03-01")))
  }

  @Test("an answer is a fact: it is recorded of a studio whose title was cancelled since")
  func answerAfterEnd() throws {
    var desk = try ready()
    try desk.ask(make(in: desk), as: "approver")
    desk.happen(TitleCancelled(studio: desk.studio("YY001"), round: ID(1)))
    #expect(desk.refusal(of: answer(false, in: desk), as: "clerk") == nil)
  }

  @Test("Art. 13: excellent in the last confirmed regular round first, then by score, then by code")
  func order() throws {
    var desk = try Desk(studios: Array(repeating: "2022-06-01", count: 5))
    func order() throws -> [String] {
      try desk.register.candidacies(for: "yunyang-talent").map { desk.register.code(of: $0.studio) }
    }
    #expect(try order() == ["YY001", "YY002", "YY003", "YY004", "YY005"])
    // One place of five at 20%; 91 points without the place come behind it.
    _ = try desk.runRound(["YY001": 80, "YY002": 91, "YY003": 80, "YY004": 85, "YY005": 95])
    #expect(try order() == ["YY005", "YY002", "YY004", "YY001", "YY003"])
    let listed = try desk.register.candidacies(for: "yunyang-talent")
    #expect(listed.map(\.isExcellent) == [true, false, false, false, false])
    #expect(listed.map(\.score) == [95, 91, 85, 80, 80])
    // Another round, in which another is excellent, and the former one is not any more.
    _ = try desk.runRound(
      ["YY001": 80, "YY002": 92, "YY003": 81, "YY004": 85, "YY005": 80], years: 2026...2027, on: "2028-01-05")
    #expect(try order() == ["YY002", "YY004", "YY003", "YY001", "YY005"])
    let known = desk.rules.life?.recommendations.targets.map { Refusal.Choice($0.id, $0.label) } ?? []
    #expect(throws: Refusal.recommendation(.unknownTarget("fame", known: known))) {
      try desk.register.candidacies(for: "fame")
    }
  }

  @Test("Art. 5, 7: the field of a studio that came from an application is known, and decides no condition by itself")
  func field() throws {
    var desk = try Desk(judges: 0)
    let id = try desk.receive()
    try desk.confirm(id, "YY020", published: "2024-02-01", on: "2024-02-19")
    let (own, taken) = (desk.register.studio(named: "YY020"), desk.register.studio(named: "YY001"))
    #expect(desk.register.field(of: try #require(own))?.zh == "先进制造业")
    #expect(desk.register.field(of: try #require(taken)) == nil)
    let found = try desk.register.candidacies(for: "municipal-studio").first { $0.studio == own?.id }
    #expect(found?.conditions.allSatisfy { $0.state == .notShown } == true)
  }
}

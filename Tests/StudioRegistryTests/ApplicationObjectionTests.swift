import Foundation
import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("Art. 8(2): objections to what is on public notice; and the journal of applications")
struct ApplicationObjectionTests {
  /// Two applications on notice from 1 to 7 February 2024.
  private func published() throws -> (desk: Desk, first: ID<Application>, second: ID<Application>) {
    var desk = try Desk()
    let (first, second) = (try desk.receive(), try desk.receive(unit: "单位22"))
    for id in [first, second] { try desk.recommend(id) }
    try desk.publish(first, second, on: "2024-02-01")
    return (desk, first, second)
  }

  private func object(_ id: ID<Application>) -> ObjectToApplication {
    ObjectToApplication(id, by: nil, channel: "来信", text: "竞赛证书不实")
  }

  @Test("an objection is answered within ten working days, and until then nothing is confirmed")
  func answering() throws {
    var (desk, first, _) = try published()
    try desk.ask(object(first), as: "clerk", on: "2024-02-05")
    let objection = ID<Objection>(desk.register.sequence)
    // 6, 7, 8, 9, 18 (a Sunday on which people work), 19, 20, 21, 22, 23.
    #expect(try desk.application(first).objections[objection]?.answerBy == "2024-02-23")
    let open = Refusal.application(.objectionOpen(objection, first))
    #expect(desk.refusal(of: desk.confirming(first, "YY020"), as: "clerk", on: "2024-02-08") == open)
    let answer = AnswerApplicationObjection(objection, isUpheld: false, text: "经核实属实")
    try desk.ask(answer, as: "approver", on: "2024-02-08")
    #expect(desk.refusal(of: desk.confirming(first, "YY020"), as: "clerk") == nil)
    #expect(desk.refusal(of: answer, as: "approver") == .application(.objectionAnswered(objection)))
  }

  @Test("an upheld objection re-opens the application concerned only: reviewed and published anew")
  func upheld() throws {
    var (desk, first, second) = try published()
    try desk.ask(object(first), as: "clerk", on: "2024-02-05")
    let objection = ID<Objection>(desk.register.sequence)
    try desk.ask(AnswerApplicationObjection(objection, isUpheld: true, text: "证书不实"), as: "approver")
    #expect(try desk.application(first).stage == .complete)
    #expect(try desk.application(second).stage == .published)
    desk.today = "2024-02-08"
    #expect(desk.refusal(of: desk.confirming(first, "YY020"), as: "clerk") == .application(.notReviewed(first)))
    #expect(desk.refusal(of: desk.confirming(second, "YY022"), as: "clerk") == nil)
    try desk.ask(ReviewApplication(first, minutes: "纪要2号", .recommended), as: "clerk")
    #expect(try desk.application(first).stage == .reviewed)
    #expect(desk.refusal(of: desk.confirming(first, "YY020"), as: "clerk") == .application(.notPublished(first)))
    try desk.publish(first)
    #expect(try desk.application(first).notices.count == 2)
    #expect(desk.refusal(of: desk.confirming(first, "YY020"), as: "clerk") != nil)
  }

  @Test("a late objection is recorded and flagged; without a notice there is nothing to object to")
  func late() throws {
    var (desk, first, _) = try published()
    try desk.ask(object(first), as: "org-clerk", on: "2024-02-08")
    #expect(try desk.application(first).objections.values.map(\.isLate) == [true])
    let other = try desk.receive(unit: "单位23")
    #expect(desk.refusal(of: object(other), as: "clerk") == .application(.notPublished(other)))
    #expect(desk.refusal(of: object(first), as: "clerk", on: "2024-01-31") != nil)
  }

  @Test("what waits is due: materials, review, notice, answer, confirmation")
  func due() throws {
    var desk = try Desk(studios: [])
    func tasks(_ desk: Desk) -> [Due] {
      desk.register.due(until: "2049-12-31", on: desk.today).filter { due in
        switch due.task {
        case .application, .answerApplication: true
        default: false
        }
      }
    }
    let id = try desk.receive()
    #expect(tasks(desk) == [Due(day: "2024-02-01", task: .application(id, .complete))])
    try desk.complete(id)
    try desk.meet(id)
    #expect(tasks(desk).map(\.task) == [.application(id, .review)])
    try desk.ask(ReviewApplication(id, minutes: "纪要", .recommended), as: "clerk")
    #expect(tasks(desk).map(\.task) == [.application(id, .publish)])
    try desk.publish(id)
    #expect(tasks(desk) == [Due(day: "2024-02-07", task: .application(id, .noticeEnds))])
    try desk.ask(object(id), as: "clerk", on: "2024-02-05")
    let objection = ID<Objection>(desk.register.sequence)
    desk.today = "2024-02-08"
    #expect(tasks(desk) == [Due(day: "2024-02-23", task: .answerApplication(objection, id))])
    try desk.ask(AnswerApplicationObjection(objection, isUpheld: false, text: "不成立"), as: "approver")
    #expect(tasks(desk) == [Due(day: "2024-02-08", task: .application(id, .confirm))])
    #expect(tasks(desk).map(\.party) == [.bureau])
    try desk.ask(desk.confirming(id, "YY020"), as: "clerk")
    try desk.approveBoth()
    #expect(tasks(desk).isEmpty)
  }

  @Test("the journal replayed from its start, as it was or through JSON, gives the same register")
  func replay() throws {
    var (desk, first, second) = try published()
    try desk.ask(object(second), as: "clerk", on: "2024-02-05")
    let objection = ID<Objection>(desk.register.sequence)
    try desk.ask(AnswerApplicationObjection(objection, isUpheld: true, text: "不实"), as: "approver")
    try desk.ask(WithdrawApplication(second, reason: "单位撤回"), as: "clerk")
    try desk.ask(desk.confirming(first, "YY020"), as: "clerk", on: "2024-02-08")
    try desk.approveBoth()
    var (same, decoded) = (Register(modules: desk.register.modules), Register(modules: desk.register.modules))
    for (event, record) in desk.journal {
      #expect(same.allows(event, as: record), "\(type(of: event).kind)")
      same.apply(event, as: record)
      decoded.apply(try roundTrip(event), as: record)
    }
    #expect(Observed(same) == Observed(desk.register))
    #expect(Observed(decoded) == Observed(desk.register))
  }

  private func roundTrip<Kind: Event>(_ event: Kind) throws -> any Event {
    try JSONDecoder().decode(Kind.self, from: JSONEncoder().encode(event))
  }

  @Test("a confirmation or a studio written into the journal by hand does not follow from what stands before it")
  func forged() throws {
    let (desk, first, _) = try published()
    let record = Record(sequence: desk.register.sequence + 1, on: "2024-02-05", actor: desk.account("clerk"))
    #expect(!desk.register.allows(ApplicationConfirmed(application: first, code: "YY020"), as: record))
    let expert = try desk.application(first).expert
    let studio = StudioEntered(
      code: "YY020", unit: "单位20", expert: expert, occupation: "电工", confirmed: "2024-02-05", application: first)
    #expect(!desk.register.allows(studio, as: record))
  }

  @Test("a refused step leaves everything as it was")
  func unchanged() throws {
    var (desk, first, second) = try published()
    let before = desk.register
    let commands: [any Command] = [
      desk.confirming(first, "YY020"), ReviewApplication(second, minutes: "纪要", .recommended),
      RecordMaterial(first, material: "account", scan: Desk.scan, characters: 10),
      desk.finding(first, "health", .undertaken), WaiveUnitRule(first, reason: " "),
      PublishApplications([first, second], address: "网站", screenshot: Desk.scan),
      Propose(.countBranch("单位20", enterprise: "单位20"), reason: "分厂"),
    ]
    for command in commands {
      #expect(throws: Refusal.self) { try desk.ask(command, as: "clerk") }
      #expect(Observed(desk.register) == Observed(before))
    }
  }
}

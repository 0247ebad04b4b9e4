import Scoring
import Testing

@testable import StudioRegistry

@Suite("Nobody lets himself in: who may issue and take back access for whom")
struct AccessCommandTests {
  private func issue(_ desk: Desk, _ login: String, until: Day = "2024-02-20") -> IssueAccess {
    IssueAccess([desk.account(login)], until: until)
  }

  @Test("a clerk sees to judges and contacts, an approver to everybody", arguments: ["J1", "contact"])
  func slips(_ login: String) throws {
    let desk = try Desk()
    for official in ["clerk", "approver"] {
      #expect(desk.refusal(of: issue(desk, login), as: official) == nil)
      #expect(desk.refusal(of: RevokeAccess(desk.account(login)), as: official) == nil)
    }
  }

  @Test("a clerk cannot let an official in, an approver can", arguments: ["approver", "organisation-approver"])
  func officials(_ login: String) throws {
    let desk = try Desk()
    let other = login == "approver" ? "approver-2" : Desk.login(of: .organisationApprover)
    let role = try #require(desk.register.account(login: other)).role
    let refusal = Refusal.access(.approverOnly(other, role: role))
    #expect(desk.refusal(of: issue(desk, other), as: "clerk") == refusal)
    #expect(desk.refusal(of: RevokeAccess(desk.account(other)), as: "clerk") == refusal)
    #expect(desk.refusal(of: issue(desk, other), as: "approver") == nil)
  }

  @Test(
    "the first time for oneself is the start; after that another approver has to do it, and nobody takes his own back")
  func oneself() throws {
    var desk = try Desk()
    try desk.ask(issue(desk, "approver"), as: "approver")
    #expect(desk.refusal(of: issue(desk, "approver"), as: "approver") == .access(.ownAccess("approver")))
    #expect(desk.refusal(of: issue(desk, "approver"), as: "approver-2") == nil)
    #expect(desk.refusal(of: RevokeAccess(desk.account("approver")), as: "approver") == .access(.ownAccess("approver")))
  }

  @Test("an approver beside whom there is no other may again")
  func alone() throws {
    var desk = try Desk()
    try desk.ask(issue(desk, "approver"), as: "approver")
    try desk.ask(CloseAccount(account: desk.account("approver-2"), reason: "调离"), as: "approver")
    #expect(desk.refusal(of: issue(desk, "approver"), as: "approver") == nil)
  }

  @Test("a code can be used from the day itself to sixty days on, and no longer")
  func days() throws {
    let desk = try Desk()
    let first = desk.today
    #expect(desk.refusal(of: issue(desk, "J1", until: first), as: "clerk") == nil)
    #expect(desk.refusal(of: issue(desk, "J1", until: first.adding(days: 60)), as: "clerk") == nil)
    #expect(
      desk.refusal(of: issue(desk, "J1", until: first.adding(days: 61)), as: "clerk")
        == .access(.tooLong(first.adding(days: 61), latest: first.adding(days: 60))))
    #expect(
      desk.refusal(of: issue(desk, "J1", until: first.adding(days: -1)), as: "clerk")
        == .daysReversed(first, first.adding(days: -1)))
  }

  @Test("the journal tells who was let in, until when, and that it was taken back")
  func told() throws {
    var desk = try Desk()
    let judge = desk.account("J1")
    try desk.ask(IssueAccess([judge, judge, desk.account("J2")], until: "2024-02-20"), as: "clerk")
    #expect(desk.register.access.count == 2)
    #expect(desk.register.access[judge] == AccessGrant(issued: desk.today, until: "2024-02-20"))
    try desk.ask(RevokeAccess(judge), as: "clerk")
    #expect(desk.register.access[judge]?.revoked == desk.today)
    try desk.ask(CloseAccount(account: judge, reason: "调离"), as: "approver")
    #expect(desk.refusal(of: issue(desk, "J1"), as: "clerk") == .accountClosed("J1"))
  }

  @Test("written into the journal by hand, a code for oneself or by who may not does not stand")
  func byHand() throws {
    var desk = try Desk()
    try desk.ask(issue(desk, "approver"), as: "approver")
    let own = AccessIssued(account: desk.account("approver"), until: "2024-02-20")
    func stands(_ event: AccessIssued, by login: String) -> Bool {
      desk.register.allows(
        event, as: Record(sequence: desk.register.sequence + 1, on: desk.today, actor: desk.account(login)))
    }
    #expect(!stands(own, by: "approver"))
    #expect(!stands(own, by: "clerk"))
    #expect(!stands(AccessIssued(account: desk.account("J1"), until: "2024-02-20"), by: "J2"))
    #expect(stands(own, by: "approver-2"))
  }
}

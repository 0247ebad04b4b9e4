import Scoring
import StudioRegistry
import Testing

@Suite("A decision of consequence takes two persons, and the second is never one of those behind the first")
struct TwoPersonTests {
  private let scan = String(repeating: "0123456789abcdef", count: 4)

  /// A desk on 5 January 2026 on which J1 has signed sheets for `YY001`.
  private func marked() throws -> (desk: Desk, round: ID<Round>) {
    var desk = try Desk()
    let round = try desk.openWithPanel(alternates: ["J8", "J9"])
    try desk.mark("YY001", in: round, by: "J1", 30, 25, 10, 15)
    return (desk, round)
  }

  private func returning(_ desk: Desk, _ round: ID<Round>, _ rubric: String = "competition-results") -> Decision {
    let name = SheetName(studio: desk.studio("YY001"), rubric: rubric)
    return .returnSheet(round: round, judge: desk.account("J1"), sheet: name)
  }

  /// The sheet that is to go back.
  private func sheet(_ desk: Desk, _ round: ID<Round>) throws -> Sheet? {
    try desk.entered("YY001", "competition-results", in: round, by: "J1")
  }

  @Test("what is proposed is not done until another person in the right role approves, and then it is")
  func approved() throws {
    var (desk, round) = try marked()
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    let proposal = desk.proposal
    #expect(try sheet(desk, round)?.signed != nil)
    #expect(desk.register.pending.map(\.id) == [proposal])
    #expect(desk.register.pending.first?.waitsFor == [.bureauApprover])
    let refused = desk.refusal(of: Approve(proposal), as: "org-approver")
    #expect(refused == .notYourApproval(proposal, waitsFor: [.bureauApprover]))
    try desk.ask(Approve(proposal), as: "approver-2")
    #expect(try sheet(desk, round) == nil)
    #expect(desk.register.pending.isEmpty)
    #expect(desk.refusal(of: Approve(proposal), as: "approver") == .proposalSettled(proposal))
    #expect(desk.refusal(of: SendBack(proposal, reason: "晚了"), as: "approver") == .proposalSettled(proposal))
    #expect(desk.refusal(of: Approve(ID(1)), as: "approver") == .unknownProposal(ID(1)))
  }

  @Test("a proposal needs a reason, is made once, and is checked at once")
  func proposing() throws {
    var (desk, round) = try marked()
    #expect(desk.refusal(of: Propose(returning(desk, round), reason: " \u{3000}"), as: "clerk") == .reasonNeeded)
    let none = desk.refusal(of: Propose(.confirmRound(round), reason: "公示期满"), as: "clerk")
    #expect(none == .notPublished(round))
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    let again = desk.refusal(of: Propose(returning(desk, round), reason: "笔误"), as: "clerk-2")
    #expect(again == .proposalOpen(desk.proposal))
  }

  @Test("the proposer cannot approve under another account")
  func twoAccounts() throws {
    var (desk, round) = try marked()
    try desk.open("director", .bureauApprover, person: desk.person("clerk"))
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    #expect(desk.refusal(of: Approve(desk.proposal), as: "director") == .ownProposal(desk.proposal))
    #expect(desk.refusal(of: Approve(desk.proposal), as: "approver") == nil)
  }

  @Test("the proposer cannot approve as the approver's deputy, and another clerk can")
  func deputyOfTheApprover() throws {
    var (desk, round) = try marked()
    for deputy in ["clerk", "clerk-2"] {
      try desk.ask(
        AppointDeputy(
          for: desk.account("approver"), deputy: desk.account(deputy), from: "2026-01-01", until: "2026-01-31"),
        as: "approver")
    }
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    #expect(desk.refusal(of: Approve(desk.proposal), as: "clerk", for: "approver") == .ownProposal(desk.proposal))
    #expect(desk.refusal(of: Approve(desk.proposal), as: "clerk-2", for: "approver") == nil)
  }

  @Test("for whom a deputy proposed cannot approve, nor can the deputy")
  func principalOfTheProposer() throws {
    var (desk, round) = try marked()
    try desk.open("director", .bureauApprover, person: desk.person("clerk"))
    try desk.open("director-2", .bureauApprover, person: desk.person("clerk-2"))
    try desk.ask(
      AppointDeputy(
        for: desk.account("clerk"), deputy: desk.account("clerk-2"), from: "2026-01-01", until: "2026-01-31"),
      as: "approver")
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk-2", for: "clerk")
    #expect(desk.refusal(of: Approve(desk.proposal), as: "director") == .ownProposal(desk.proposal))
    #expect(desk.refusal(of: Approve(desk.proposal), as: "director-2") == .ownProposal(desk.proposal))
    #expect(desk.refusal(of: Approve(desk.proposal), as: "approver") == nil)
  }

  @Test(
    "a deputy acts from the first day to the last, whatever day the act is to hold on",
    arguments: [
      ("2026-01-31", "2026-01-31", false), ("2026-02-01", "2026-02-01", true), ("2026-02-10", "2026-02-10", true),
      ("2026-02-11", "2026-02-11", false), ("2026-02-05", "2026-02-20", false), ("2026-01-20", "2026-02-05", false),
    ] as [(Day, Day, Bool)])
  func deputyDays(_ on: Day, _ entered: Day, _ isTaken: Bool) throws {
    var (desk, round) = try marked()
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    try desk.ask(
      AppointDeputy(
        for: desk.account("approver"), deputy: desk.account("clerk-2"), from: "2026-02-01", until: "2026-02-10"),
      as: "approver")
    let refusal = desk.refusal(of: Approve(desk.proposal), as: "clerk-2", for: "approver", on: on, entered: entered)
    #expect(refusal == (isTaken ? nil : .noDeputy("clerk-2", of: "approver", on: on)))
    let without = desk.refusal(of: Approve(desk.proposal), as: "clerk-2", on: on, entered: entered)
    #expect(without == .notAllowed(.approve, role: .bureauClerk, allowed: [.bureauApprover, .organisationApprover]))
  }

  @Test("what a deputy did is kept with both names")
  func deputyRecorded() throws {
    var (desk, round) = try marked()
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    try desk.ask(
      AppointDeputy(
        for: desk.account("approver"), deputy: desk.account("clerk-2"), from: "2026-01-01", until: "2026-02-10"),
      as: "approver")
    try desk.ask(Approve(desk.proposal), as: "clerk-2", for: "approver")
    let record = try #require(desk.journal.last?.record)
    #expect(record.actor == desk.account("clerk-2"))
    #expect(record.behalf == desk.account("approver"))
    let approval = try #require(desk.register.proposals[desk.proposal]?.approvals.first)
    #expect(Set(approval.persons) == [desk.person("clerk-2"), desk.person("approver")])
  }

  @Test(
    "a deputy belongs to the same department, and is another person",
    arguments: [
      ("approver", "approver", "org-clerk"), ("approver", "approver", "supervisor"), ("approver", "approver", "J1"),
      ("approver", "org-approver", "org-clerk"), ("org-approver", "approver", "clerk"),
      ("approver", "approver", "approver"), ("approver", "J1", "J2"),
    ])
  func badDeputy(_ asker: String, _ principal: String, _ deputy: String) throws {
    let desk = try Desk()
    let command = AppointDeputy(
      for: desk.account(principal), deputy: desk.account(deputy), from: "2026-01-01", until: "2026-01-31")
    #expect(desk.refusal(of: command, as: asker) == .badDeputy(deputy, of: principal))
  }

  @Test("a deputy's days are not reversed, and end with the principal's account")
  func deputyEnds() throws {
    var (desk, round) = try marked()
    let (approver, clerk) = (desk.account("approver-2"), desk.account("clerk-2"))
    let reversed = AppointDeputy(for: approver, deputy: clerk, from: "2026-02-02", until: "2026-02-01")
    #expect(desk.refusal(of: reversed, as: "approver") == .daysReversed("2026-02-02", "2026-02-01"))
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    try desk.ask(AppointDeputy(for: approver, deputy: clerk, from: "2026-01-01", until: "2026-02-01"), as: "approver")
    #expect(desk.refusal(of: Approve(desk.proposal), as: "clerk-2", for: "approver-2") == nil)
    try desk.ask(CloseAccount(account: approver, reason: "退休"), as: "approver")
    #expect(
      desk.refusal(of: Approve(desk.proposal), as: "clerk-2", for: "approver-2")
        == .noDeputy("clerk-2", of: "approver-2", on: desk.today))
  }

  @Test(
    "a signed paper is entered by one and checked by another, neither of them checking what is one's own",
    arguments: [
      ("clerk", "clerk", false), ("clerk", "clerk-2", true), ("clerk-2", "clerk-2", false),
      ("clerk-2", "clerk", false), ("clerk-2", "org-clerk", true), ("org-clerk", "org-clerk", false),
    ])
  func paper(_ enterer: String, _ checker: String, _ isTaken: Bool) throws {
    var (desk, round) = try marked()
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    #expect(desk.refusal(of: CheckPaper(desk.proposal), as: checker) == .noPaper(desk.proposal))
    try desk.ask(
      EnterPaper(desk.proposal, number: "云人社〔2026〕3号", date: "2026-01-05", scan: scan), as: enterer)
    #expect(try sheet(desk, round) != nil)
    let refusal = desk.refusal(of: CheckPaper(desk.proposal), as: checker)
    #expect(refusal == (isTaken ? nil : .ownProposal(desk.proposal)))
    guard isTaken else { return }
    try desk.ask(CheckPaper(desk.proposal), as: checker)
    #expect(try sheet(desk, round) == nil)
    #expect(desk.register.proposals[desk.proposal]?.paper?.number == "云人社〔2026〕3号")
    #expect(desk.refusal(of: CheckPaper(desk.proposal), as: checker) == .proposalSettled(desk.proposal))
  }

  @Test("a paper checked by the enterer's other account, or by a deputy of the enterer, is refused")
  func paperSamePerson() throws {
    var (desk, round) = try marked()
    try desk.open("clerk-3", .bureauClerk, person: desk.person("clerk-2"))
    try desk.open("clerk-4", .bureauClerk)
    try desk.ask(
      AppointDeputy(
        for: desk.account("clerk-2"), deputy: desk.account("clerk-4"), from: "2026-01-01", until: "2026-01-31"),
      as: "approver")
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    try desk.ask(EnterPaper(desk.proposal, number: "3号", date: "2026-01-05", scan: scan), as: "clerk-2")
    #expect(desk.refusal(of: CheckPaper(desk.proposal), as: "clerk-3") == .ownProposal(desk.proposal))
    #expect(
      desk.refusal(of: CheckPaper(desk.proposal), as: "clerk-4", for: "clerk-2") == .ownProposal(desk.proposal))
    #expect(desk.refusal(of: CheckPaper(desk.proposal), as: "clerk-4") == nil)
  }

  @Test("a paper has a number, a date between proposal and entry, and the digest of its scan")
  func paperFields() throws {
    var (desk, round) = try marked()
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk", on: "2026-01-07")
    let proposal = desk.proposal
    func refusal(_ number: String, _ date: Day, _ scan: String, on day: Day = "2026-01-09") -> Refusal? {
      desk.refusal(of: EnterPaper(proposal, number: number, date: date, scan: scan), as: "clerk-2", on: day)
    }
    #expect(refusal("3号", "2026-01-07", scan) == nil)
    #expect(refusal("3号", "2026-01-09", scan) == nil)
    #expect(refusal("3号", "2026-01-06", scan) == .paperDate("2026-01-06", proposed: "2026-01-07"))
    #expect(refusal("3号", "2026-01-10", scan) == .paperDate("2026-01-10", proposed: "2026-01-07"))
    #expect(refusal("", "2026-01-08", scan) == .reasonNeeded)
    #expect(refusal("3号", "2026-01-08", String(scan.dropLast())) == .badDigest)
    #expect(refusal("3号", "2026-01-08", scan.uppercased()) == .badDigest)
    #expect(refusal("3号", "2026-01-06", scan, on: "2026-01-06") == .beforeThat("2026-01-06", "2026-01-07"))
  }

  @Test("who has to approve may send back with a reason, and the same may be proposed anew")
  func sendBack() throws {
    var (desk, round) = try marked()
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    let proposal = desk.proposal
    #expect(desk.refusal(of: SendBack(proposal, reason: " "), as: "approver") == .reasonNeeded)
    #expect(
      desk.refusal(of: SendBack(proposal, reason: "理由不足"), as: "org-approver")
        == .notYourApproval(proposal, waitsFor: [.bureauApprover]))
    try desk.ask(SendBack(proposal, reason: "理由不足"), as: "approver")
    #expect(desk.register.proposals[proposal]?.sentBack == "理由不足")
    #expect(desk.register.pending.isEmpty)
    #expect(desk.refusal(of: Approve(proposal), as: "approver") == .proposalSettled(proposal))
    #expect(try sheet(desk, round) != nil)
    #expect(desk.refusal(of: Propose(returning(desk, round), reason: "评委书面申请"), as: "clerk") == nil)
  }

  @Test("an approval looks at the register as it stands on its day, not as it was when it was proposed")
  func checkedAgain() throws {
    var (desk, round) = try marked()
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk")
    let first = desk.proposal
    try desk.carry(.replaceJudge(round: round, judge: desk.account("J1"), by: desk.account("J8")))
    #expect(
      desk.refusal(of: Approve(first), as: "approver")
        == .noSheet(judge: "J1", studio: "YY001", rubric: "competition-results"))
    try desk.ask(EnterPaper(first, number: "3号", date: desk.today, scan: scan), as: "clerk")
    #expect(
      desk.refusal(of: CheckPaper(first), as: "clerk-2")
        == .noSheet(judge: "J1", studio: "YY001", rubric: "competition-results"))
  }

  @Test("nothing is approved on a day before it was proposed")
  func beforeProposal() throws {
    var (desk, round) = try marked()
    try desk.ask(Propose(returning(desk, round), reason: "笔误"), as: "clerk", on: "2026-01-07")
    #expect(
      desk.refusal(of: Approve(desk.proposal), as: "approver", on: "2026-01-06", entered: "2026-01-07")
        == .beforeThat("2026-01-06", "2026-01-07"))
  }
}

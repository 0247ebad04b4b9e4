import Scoring
import StudioRegistry
import Testing

@Suite("Art. 18: the title that both departments gave is taken by both")
struct BothDepartmentsTests {
  /// A desk on which `YY002` has failed twice, and the clerk has proposed to cancel its title.
  private func failedTwice() throws -> Desk {
    var desk = try Desk()
    try desk.failTwice("YY002")
    try desk.proceedings(against: "YY002")
    try desk.ask(Propose(.cancelTitle(desk.studio("YY002")), reason: "整改仍不合格"), as: "clerk")
    return desk
  }

  @Test("the title that both departments gave is cancelled by both, in either order", arguments: [true, false])
  func bothDepartments(_ isBureauFirst: Bool) throws {
    var desk = try failedTwice()
    let order = isBureauFirst ? ["approver", "org-approver"] : ["org-approver", "approver"]
    let roles: [Role] =
      isBureauFirst ? [.bureauApprover, .organisationApprover] : [.organisationApprover, .bureauApprover]
    #expect(desk.register.pending.first?.waitsFor == [.bureauApprover, .organisationApprover])
    try desk.ask(Approve(desk.proposal), as: order[0])
    #expect(desk.standing("YY002") == .rectifying)
    #expect(desk.register.pending.first?.waitsFor == [roles[1]])
    #expect(
      desk.refusal(of: Approve(desk.proposal), as: order[0]) == .notYourApproval(desk.proposal, waitsFor: [roles[1]]))
    try desk.ask(Approve(desk.proposal), as: order[1])
    // Decided by both, it is in effect from its service.
    #expect(desk.standing("YY002") == .rectifying)
    let proceedings = try #require(desk.register.openCase(against: desk.studio("YY002")))
    try desk.ask(ServeCancellation(proceedings.id, number: "9号", receipt: "回证"), as: "clerk")
    #expect(desk.standing("YY002") == .cancelled)
  }

  @Test("one person does not approve for both departments")
  func onePersonForBoth() throws {
    var desk = try failedTwice()
    try desk.open("org-director", .organisationApprover, person: desk.person("approver"))
    try desk.ask(Approve(desk.proposal), as: "approver")
    #expect(desk.refusal(of: Approve(desk.proposal), as: "org-director") == .ownProposal(desk.proposal))
    #expect(desk.refusal(of: Approve(desk.proposal), as: "org-approver") == nil)
  }

  @Test("the department that has not approved yet may still send the cancellation back")
  func sentBackByTheOther() throws {
    var desk = try failedTwice()
    try desk.ask(Approve(desk.proposal), as: "approver")
    let refused = desk.refusal(of: SendBack(desk.proposal, reason: "缓议"), as: "approver-2")
    #expect(refused == .notYourApproval(desk.proposal, waitsFor: [.organisationApprover]))
    try desk.ask(SendBack(desk.proposal, reason: "缓议"), as: "org-approver")
    #expect(desk.standing("YY002") == .rectifying)
  }
}

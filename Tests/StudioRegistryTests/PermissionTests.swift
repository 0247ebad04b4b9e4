import StudioRegistry
import Testing

@Suite("A role may ask for what its part in the law needs, and for nothing else")
struct PermissionTests {
  /// Who may ask for what, by the regulation and the issue: the two departments direct the work (Art. 4), the bureau
  /// inspects and assesses, the competent department coordinates (Art. 11), a studio has one contact (Art. 12(3)), and a
  /// supervisor reads everything and changes nothing.
  ///
  /// `c` bureau's clerk, `a` bureau's approver, `C` and `A` those of the organisation department, `s` supervisor, `j` judge,
  /// `o` studio's contact, `d` competent department.
  static let table: [(CommandName, String)] =
    core + ApplicationsSamples.permissions + CareSamples.permissions + PlansSamples.permissions
    + ApprenticesSamples.permissions + FundsSamples.permissions + CancellationSamples.permissions
    + RecommendationSamples.permissions + SecretsSamples.permissions + RetentionSamples.permissions
    + AccessSamples.permissions

  private static let core: [(CommandName, String)] = [
    (.found, "a"),
    (.openAccount, "a"), (.closeAccount, "a"), (.erasePerson, "a"),
    (.appointDeputy, "aA"),
    (.addPerson, "caCA"), (.changePerson, "caCA"), (.recordEmployment, "caCA"),
    (.importStudios, "c"),
    (.enterEvidence, "co"), (.verifyEvidence, "cad"), (.rejectEvidence, "cad"),
    (.openRound, "c"), (.appointPanel, "c"), (.closeRound, "c"), (.countVote, "c"), (.publishRound, "c"),
    (.recuse, "cj"), (.enterSheets, "cj"),
    (.signSheets, "j"), (.castVote, "j"),
    (.raiseObjection, "cCo"), (.answerObjection, "a"),
    (.serveRectification, "c"), (.openSecondAssessment, "c"),
    (.proposeReturn, "c"), (.proposeReplacement, "c"), (.proposeConfirmation, "c"), (.proposeAbandonment, "c"),
    (.proposeTitleCancellation, "c"),
    (.approve, "aA"), (.sendBack, "aA"),
    (.enterPaper, "cC"), (.checkPaper, "cC"), (.checkPaperSheets, "cC"),
    (.adoptRules, "a"), (.interpretRules, "a"),
  ]

  static let letters: [Character: Role] = [
    "c": .bureauClerk, "a": .bureauApprover, "C": .organisationClerk, "A": .organisationApprover, "s": .supervisor,
    "j": .judge, "o": .contact, "d": .department,
  ]

  @Test("the table has every command once and every role, and the supervisor in no row")
  func complete() {
    #expect(
      Self.table.map(\.0).sorted { $0.rawValue < $1.rawValue }
        == CommandName.allCases.sorted { $0.rawValue < $1.rawValue })
    #expect(Set(Self.letters.values) == Set(Role.allCases))
    #expect(!Self.table.contains { $0.1.contains("s") })
  }

  @Test("every command is open to exactly the roles of the table", arguments: table)
  func allowed(_ command: CommandName, _ letters: String) {
    #expect(Permissions.roles(for: command) == Set(letters.compactMap { Self.letters[$0] }))
  }

  @Test("the samples have every command")
  func samples() throws {
    let names = try SampleCommands().all.map(\.name)
    #expect(Set(names) == Set(CommandName.allCases))
    // To sign is asked for in two ways: for what was entered, and with what is entered.
    #expect(names.count == CommandName.allCases.count + 1)
  }

  @Test(
    "a command asked by any other role is refused before anything else, and changes nothing", arguments: Role.allCases)
  func refused(_ role: Role) throws {
    let samples = try SampleCommands()
    let table = Dictionary(uniqueKeysWithValues: Self.table)
    for command in samples.all {
      let allowed = Set(table[command.name, default: ""].compactMap { Self.letters[$0] })
      var desk = samples.desk
      let refusal = desk.refusal(of: command, as: Desk.login(of: role))
      if allowed.contains(role) {
        if case .notAllowed = refusal { Issue.record("\(command.name) is refused to \(role)") }
      } else {
        #expect(refusal == .notAllowed(command.name, role: role, allowed: allowed))
        _ = try? desk.ask(command, as: Desk.login(of: role))
        #expect(desk.register.sequence == samples.desk.register.sequence)
        #expect(Observed(desk.register) == Observed(samples.desk.register))
      }
    }
  }

  @Test("before the founding nothing but the founding is taken, and it is taken once")
  func founding() throws {
    let samples = try SampleCommands()
    let empty = Register(modules: samples.desk.register.modules)
    for command in samples.all {
      let request = Request(account: nil, on: "2024-02-01", today: "2024-02-01", channel: .test)
      if command.name == .found {
        #expect(throws: Never.self) { try empty.decide(command, request) }
        #expect(samples.desk.refusal(of: command, as: "approver") == .alreadyFounded)
      } else {
        #expect(throws: Refusal.notFounded) { try empty.decide(command, request) }
      }
    }
  }

  @Test("who is unknown, has left, or asks for a day to come is refused")
  func whoAsks() throws {
    var desk = try Desk()
    let command = AddPerson(person: desk.commitment())
    #expect(desk.refusal(of: command, as: "nobody") == .unknownAccount)
    #expect(
      desk.refusal(of: command, as: "clerk", on: "2024-02-02", entered: "2024-02-01")
        == .dayToCome("2024-02-02", today: "2024-02-01"))
    try desk.ask(CloseAccount(account: desk.account("clerk"), reason: "调离"), as: "approver", on: "2024-03-01")
    #expect(desk.refusal(of: command, as: "clerk") == .accountClosed("clerk"))
    #expect(
      desk.refusal(of: CloseAccount(account: desk.account("approver"), reason: "调离"), as: "approver") == .ownAccount)
  }

  @Test("a closed account cannot ask for a day on which it was still open")
  func closedAccountBackdated() throws {
    var desk = try Desk()
    let command = AddPerson(person: desk.commitment())
    try desk.ask(CloseAccount(account: desk.account("clerk"), reason: "调离"), as: "approver", on: "2024-03-01")
    #expect(desk.refusal(of: command, as: "clerk-2", on: "2024-02-20", entered: "2024-03-05") == nil)
    #expect(desk.refusal(of: command, as: "clerk", on: "2024-02-20", entered: "2024-03-05") == .accountClosed("clerk"))
  }
}

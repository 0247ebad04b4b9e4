import Scoring
import StudioRegistry
import Testing

/// The transition table as the regulation has it, written from its text.
///
/// Art. 13, 20: who does not pass rectifies for a year, and is in care again after passing; who fails again loses the title.
/// Art. 14: a title is cancelled on grave grounds, wherever the studio stands. Art. 15: an expert who cannot lead it may
/// cost a studio its title, too; until that is decided it rests (working rule), and goes on with its expert back or another
/// one. A unit may give a studio up (working rule), though not one that has to rectify, whose fate Art. 20 decides. What
/// is cancelled comes back by reconsideration or judgment alone; what has ended does not.
@Suite("Art. 13, 14, 15, 20: a studio moves as the law draws it, and by no other way")
struct StandingTests {
  static let table: [(from: Studio.Standing, move: Studio.Move, to: Studio.Standing?)] = [
    (.inCare, .fail, .rectifying), (.inCare, .pass, nil), (.inCare, .suspend, .suspended), (.inCare, .resume, nil),
    (.inCare, .cancel, .cancelled), (.inCare, .end, .ended), (.inCare, .restore, nil),

    (.suspended, .fail, .suspended), (.suspended, .pass, .suspended), (.suspended, .suspend, nil),
    (.suspended, .resume, .inCare), (.suspended, .cancel, .cancelled), (.suspended, .end, .ended),
    (.suspended, .restore, nil),

    (.rectifying, .fail, .rectifying), (.rectifying, .pass, .inCare), (.rectifying, .suspend, .suspended),
    (.rectifying, .resume, nil), (.rectifying, .cancel, .cancelled), (.rectifying, .end, nil),
    (.rectifying, .restore, nil),

    (.cancelled, .fail, nil), (.cancelled, .pass, nil), (.cancelled, .suspend, nil), (.cancelled, .resume, nil),
    (.cancelled, .cancel, nil), (.cancelled, .end, nil), (.cancelled, .restore, .inCare),

    (.ended, .fail, nil), (.ended, .pass, nil), (.ended, .suspend, nil), (.ended, .resume, nil),
    (.ended, .cancel, nil), (.ended, .end, nil), (.ended, .restore, nil),
  ]

  @Test("the table has every standing and every move once")
  func complete() {
    #expect(Self.table.count == Studio.Standing.allCases.count * Studio.Move.allCases.count)
    #expect(Set(Self.table.map { "\($0.from) \($0.move)" }).count == Self.table.count)
  }

  @Test("what is drawn happens and what is not is refused, through the register's own commands", arguments: table)
  func drawn(_ row: (from: Studio.Standing, move: Studio.Move, to: Studio.Standing?)) throws {
    guard let decision = Self.decision(row.move) else { return }
    var desk = try Self.desk(row.from)
    try desk.prepare(for: row.move)
    let studio = desk.studio("YY001")
    if let to = row.to {
      if row.move == .cancel {
        try desk.cancel("YY001", ground: "fraud")
      } else {
        try desk.carry(decision(studio), by: desk.approvers(of: decision(studio)))
      }
      #expect(desk.standing("YY001") == to)
    } else if row.move == .cancel {
      let open = OpenCancellation(studio: studio, ground: "fraud", facts: "谎报成果")
      #expect(desk.refusal(of: open, as: "clerk") == .notDrawn("YY001", row.from, .cancel))
    } else {
      let refusal = desk.refusal(of: Propose(decision(studio), reason: "依据会议纪要"), as: "clerk")
      #expect(refusal == .notDrawn("YY001", row.from, row.move))
    }
  }

  @Test("a studio that failed while it was suspended rectifies once it goes on; Art. 20's year runs all the same")
  func failedWhileSuspended() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel()
    for (code, total) in [("YY001", 60), ("YY002", 80), ("YY003", 80)] as [(String, Points)] {
      try desk.markAll(code, in: round, total)
    }
    try desk.ask(CloseRound(round: round), as: "clerk")
    try desk.suspend("YY001")
    try desk.publishAndConfirm(round)
    #expect(desk.standing("YY001") == .suspended)
    try desk.ask(ServeRectification(studio: desk.studio("YY001"), receipt: "回证"), as: "clerk")
    try desk.ask(RecordAvailable(studio: desk.studio("YY001"), reason: "康复"), as: "clerk")
    try desk.carry(.resume(desk.studio("YY001")))
    #expect(desk.standing("YY001") == .rectifying)
  }

  @Test("a suspended studio is not assessed: a new round lists it apart")
  func suspendedInRound() throws {
    var desk = try Desk()
    try desk.suspend("YY001")
    let id = try desk.openRound()
    let round = try desk.round(id)
    #expect(round.studios.map(desk.register.code) == ["YY002", "YY003"])
    #expect(round.suspended.map(desk.register.code) == ["YY001"])
    #expect(round.deferred.isEmpty && round.rectifying.isEmpty)
  }

  @Test("a decision that is not drawn is refused, a fact is recorded all the same", arguments: [true, false])
  func facts(_ isCancelled: Bool) throws {
    var desk = try Self.desk(isCancelled ? .cancelled : .ended)
    let fact = RecordUnavailable(
      studio: desk.studio("YY001"), Unavailability(cause: .transfer, since: desk.today, canGoOn: false))
    #expect(desk.refusal(of: fact, as: "clerk") == nil)
    try desk.ask(fact, as: "clerk")
    #expect(desk.register.studio(named: "YY001")?.unavailable?.cause == .transfer)
    #expect(desk.standing("YY001") == (isCancelled ? .cancelled : .ended))
    #expect(
      !desk.register.due(until: "2099-12-31", on: desk.today).map(\.task)
        .contains(.decideUnavailable(desk.studio("YY001"))))
  }

  /// The decision by which a move is made; nil where a round makes it.
  private static func decision(_ move: Studio.Move) -> ((ID<Studio>) -> Decision)? {
    switch move {
    case .fail, .pass: nil
    case .suspend: Decision.suspend
    case .resume: Decision.resume
    case .cancel: Decision.cancelTitle
    case .end: Decision.end
    case .restore: Decision.restore
    }
  }

  /// A desk on which `YY001` stands somewhere.
  private static func desk(_ standing: Studio.Standing) throws -> Desk {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    switch standing {
    case .inCare: break
    case .suspended: try desk.suspend("YY001")
    case .rectifying: _ = try desk.runRound(["YY001": 60, "YY002": 80, "YY003": 80])
    case .cancelled: try desk.cancel("YY001", ground: "fraud")
    case .ended: try desk.carry(.end(studio), by: ["approver", "org-approver"])
    }
    #expect(desk.standing("YY001") == standing)
    return desk
  }
}

extension Desk {
  /// Suspends a studio whose expert fell ill.
  mutating func suspend(_ code: String) throws {
    let illness = Unavailability(cause: .illness, since: today, canGoOn: false)
    try ask(RecordUnavailable(studio: studio(code), illness), as: "clerk")
    try carry(.suspend(studio(code)))
  }

  /// Records the facts that a move needs besides a standing from which it is drawn.
  fileprivate mutating func prepare(for move: Studio.Move) throws {
    let studio = studio("YY001")
    switch move {
    case .suspend:
      let illness = Unavailability(cause: .illness, since: today, canGoOn: false)
      try ask(RecordUnavailable(studio: studio, illness), as: "clerk")
    case .resume where register.studios[studio]?.unavailable != nil:
      try ask(RecordAvailable(studio: studio, reason: "康复"), as: "clerk")
    case .restore:
      guard let found = register.cancellationsInOrder.last else { return }
      try ask(FileAppeal(found.id, remedy: "litigation", document: "受理通知书"), as: "clerk")
      try ask(
        DecideAppeal(found.id, remedy: "litigation", outcome: .annulled, document: "判决书"), as: "clerk")
    default: break
    }
  }

  fileprivate func approvers(of decision: Decision) -> [String] {
    decision.approvers.map { $0 == .bureauApprover ? "approver" : "org-approver" }
  }
}

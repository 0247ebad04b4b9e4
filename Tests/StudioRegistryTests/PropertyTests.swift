import Foundation
import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("Whatever is asked in whatever order, the register keeps the law")
struct PropertyTests {
  private static let seeds: [UInt64] = Array(1...12)

  private func run(_ seed: UInt64, check: (Desk) throws -> Void = { _ in }) throws -> RandomOffice {
    var office = try RandomOffice(seed: seed)
    for _ in 0..<500 {
      if office.step() { try check(office.desk) }
    }
    return office
  }

  @Test(
    "together the offices reach what they have to: two results, votes, awards, second assessments, cancelled titles")
  func reach() throws {
    let desks = try Self.seeds.map { try run($0).desk }
    let rounds = desks.flatMap { $0.register.roundsInOrder }
    #expect(rounds.contains { $0.results.count > 1 })
    #expect(rounds.contains { $0.results.contains { $0.counted != nil } })
    #expect(rounds.contains { !$0.earlier.isEmpty })
    #expect(rounds.contains { !$0.replacements.isEmpty })
    #expect(rounds.contains { $0.kind != .regular && $0.confirmed != nil })
    #expect(desks.contains { !$0.register.awards.isEmpty })
    #expect(Set(desks.flatMap { $0.register.rectifications.compactMap(\.outcome) }) == [.passed, .failed])
    #expect(desks.contains { $0.register.studios.values.contains { $0.standing == .cancelled } })
  }

  @Test("the journal replayed from its start, as it was or through JSON, gives the same register", arguments: seeds)
  func replay(_ seed: UInt64) throws {
    let desk = try run(seed).desk
    var (same, decoded) = (Register(modules: desk.register.modules), Register(modules: desk.register.modules))
    for (event, record) in desk.journal {
      same.apply(event, as: record)
      decoded.apply(try roundTrip(event), as: record)
    }
    let observed = Observed(desk.register)
    #expect(Observed(same) == observed)
    #expect(Observed(decoded) == observed)
  }

  private func roundTrip<Kind: Event>(_ event: Kind) throws -> any Event {
    try JSONDecoder().decode(Kind.self, from: JSONEncoder().encode(event))
  }

  @Test("a refused command changes nothing", arguments: seeds)
  func refused(_ seed: UInt64) throws {
    var office = try RandomOffice(seed: seed)
    for _ in 0..<300 {
      let before = office.desk
      if office.step() { continue }
      #expect(office.desk.journal.count == before.journal.count)
      #expect(Observed(office.desk.register) == Observed(before.register))
    }
  }

  @Test("no studio has two awards for a round, and none but a qualified one of a regular round", arguments: seeds)
  func awards(_ seed: UInt64) throws {
    let register = try run(seed).desk.register
    let awards = register.awards.map { [$0.round.description, $0.studio.description] }
    #expect(Set(awards).count == awards.count)
    for award in register.awards {
      let round = try register.round(award.round)
      #expect(round.kind == .regular)
      #expect(round.result?[award.studio]?.grade == .qualified)
    }
    for round in register.roundsInOrder where round.kind != .regular {
      #expect(round.results.allSatisfy { $0.excellent.isEmpty && $0.tied.isEmpty && $0.closing.quota == nil })
    }
  }

  @Test(
    "an earlier result never changes, a title once cancelled stays so, and nothing published is lost", arguments: seeds)
  func neverBack(_ seed: UInt64) throws {
    var results: [ID<Round>: [ObservedResult]] = [:]
    var cancelled: Set<ID<Studio>> = []
    var confirmed: Set<ID<Round>> = []
    _ = try run(seed) { desk in
      for round in desk.register.roundsInOrder {
        let now = round.results.map(ObservedResult.init)
        let before = results[round.id, default: []]
        // The last may still get votes; those before it, and a confirmed one, are done.
        #expect(now.count >= before.count)
        let done = confirmed.contains(round.id) ? before.count : max(0, before.count - 1)
        #expect(Array(now.prefix(done)) == Array(before.prefix(done)))
        for (new, old) in zip(now, before) { #expect(new.studios == old.studios && new.marking == old.marking) }
        results[round.id] = now
        if round.confirmed != nil { confirmed.insert(round.id) }
      }
      for studio in cancelled { #expect(desk.register.studios[studio]?.standing == .cancelled) }
      cancelled = Set(desk.register.studios.values.filter { $0.standing == .cancelled }.map(\.id))
    }
  }

  @Test(
    "a title is cancelled only after two failures and with both departments' approval or a checked paper",
    arguments: seeds)
  func cancelled(_ seed: UInt64) throws {
    let register = try run(seed).desk.register
    for studio in register.studios.values where studio.standing == .cancelled {
      #expect(register.rectifications.contains { $0.studio == studio.id && $0.outcome == .failed })
      let carried = register.proposals.values.filter { $0.isCarried && $0.decision == .cancelTitle(studio.id) }
      #expect(carried.count == 1)
      for proposal in carried {
        let persons = [proposal.persons] + proposal.approvals.map(\.persons)
        #expect(proposal.paper != nil || proposal.waitsFor.isEmpty)
        #expect(Set(persons.joined()).count == persons.joined().count)
      }
    }
  }

  @Test("the order in which sheets are entered never matters for what closes the round", arguments: seeds)
  func order(_ seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var desk = try Desk(judges: 7)
    let round = try desk.openWithPanel()
    var sheets: [(String, SheetMarks)] = []
    for judge in 1...7 {
      for code in ["YY001", "YY002", "YY003"] {
        for rubric in desk.rules.rubrics {
          let marks = rubric.criteria.map { criterion in
            (
              criterion.id,
              Points(hundredths: 25 * Int.random(in: 0...(criterion.maximum.hundredths / 25), using: &random))
            )
          }
          let sheet = desk.sheet(code, rubric.id, Dictionary(uniqueKeysWithValues: marks))
          sheets.append(("J\(judge)", sheet))
        }
      }
    }
    func closing(_ sheets: [(String, SheetMarks)]) throws -> ([StudioSettled], [RoundClosed]) {
      var copy = desk
      for (judge, sheet) in sheets {
        try copy.ask(EnterSheets(round: round, judge: copy.account(judge), sheets: [sheet]), as: judge)
      }
      for judge in Set(sheets.map(\.0)) { try copy.ask(SignSheets(round: round, sheets: []), as: judge) }
      let events = try copy.ask(CloseRound(round: round), as: "clerk")
      return (events.compactMap { $0 as? StudioSettled }, events.compactMap { $0 as? RoundClosed })
    }
    let (settled, closed) = try closing(sheets)
    #expect(settled.count == 3)
    #expect(closed.count == 1)
    for _ in 0..<3 {
      let other = try closing(sheets.shuffled(using: &random))
      #expect(other.0 == settled)
      #expect(other.1 == closed)
    }
  }
}

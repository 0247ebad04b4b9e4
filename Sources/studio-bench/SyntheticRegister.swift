import Foundation
import Journal
import Scoring
import StudioRegistry

/// A seeded register on a file: studios, verified evidence, a round whose sheets were saved and signed one by one.
final class SyntheticRegister {
  /// 1 March 2026, 12:00 in the county.
  static let now = 1_772_337_600_000

  private let registrar: Registrar
  private let rules: RuleSet
  private let studios: Int
  private(set) var round = ID<Round>(1)
  private var random = SystemRandomNumberGenerator()

  init(path: String, registry: ModuleRegistry, rules: RuleSet, studios: Int) async throws {
    self.rules = rules
    self.studios = studios
    try SQLiteStore.create(path: path).close()
    // Nobody times the filling, and nobody needs it after a crash.
    let store = try SQLiteStore(path: path, pragmas: ["synchronous = OFF"])
    registrar = try await Registrar(store, modules: registry) { Self.now }
  }

  /// Fills the register up to a number of entries, a round ready to be closed among them.
  func fill(to count: Int, judges: Int) async throws {
    let opened = try await openRound(judges: judges)
    round = opened.id
    for judge in opened.panel { try await mark(opened.studios, as: judge) }
    let end = try await registrar.end().sequence
    try await enterEvidence(opened.studios, rows: count - end - 1, as: opened.clerk)
    let items = try await registrar.read { Array($0.evidence.keys).sorted() }
    try await ask(VerifyEvidence(items: items), account("approver"))
  }

  /// Founds the register, and opens a round with a panel that has marked nothing yet.
  func openRound(judges: Int) async throws -> OpenedRound {
    guard let adopted = Day("2024-01-02"), let confirmed = Day("2022-06-01"),
      let period = Period("2024-01-01..2025-12-31")
    else { throw CocoaError(.formatting) }
    let adoption = Adoption(document: rules.document, on: adopted)
    let founder = sealed("主任")
    try await ask(
      Found(rules: rules, adoption: adoption, login: "approver", person: founder.commitment), nil, [founder])
    let approver = try await account("approver")
    let clerk = try await open("clerk", .bureauClerk, by: approver)
    var panel: [ID<Account>] = []
    for judge in 1...judges { panel.append(try await open("J\(judge)", .judge, by: approver)) }
    try await importStudios(confirmed, as: clerk)
    try await ask(OpenRound(period: period, rules: rules, adoption: adoption), clerk)
    let opened = try await registrar.read { ($0.roundsInOrder[0].id, $0.studiosInOrder.map(\.id)) }
    let reason = judges == rules.rounds.panel.value ? nil : "试验"
    try await ask(AppointPanel(round: opened.0, judges: panel, alternates: [], reason: reason), clerk)
    return OpenedRound(id: opened.0, clerk: clerk, panel: panel, studios: opened.1)
  }

  private func importStudios(_ confirmed: Day, as clerk: ID<Account>) async throws {
    let experts = (1...studios).map { sealed("专家\($0)") }
    let rows = experts.enumerated().map { place, expert in
      ImportStudios.Row(
        code: "YY" + String(repeating: "0", count: 4 - String(place + 1).count) + "\(place + 1)", unit: "单位\(place)",
        expert: .new(expert.commitment, nil), occupation: "焊工", confirmed: confirmed)
    }
    try await ask(ImportStudios(rows: rows), clerk, experts)
  }

  /// Every sheet is saved on its own and signed on its own, as from a phone.
  private func mark(_ studios: [ID<Studio>], as judge: ID<Account>) async throws {
    for (place, studio) in studios.enumerated() {
      for rubric in rules.rubrics {
        let marks = Self.marks(rubric, studio: place, judge: judge.sequence)
        let sheet = SheetMarks(studio: studio, rubric: rubric.id, marks: marks)
        try await ask(EnterSheets(round: round, judge: judge, sheets: [sheet]), judge)
        let name = SheetName(studio: studio, rubric: rubric.id)
        try await ask(SignSheets(round: round, sheets: [name]), judge)
      }
    }
  }

  /// Marks in quarter points, which vary from judge to judge, studio to studio and criterion to criterion.
  static func marks(_ rubric: Rubric, studio: Int, judge: Int) -> [String: Points] {
    let marks = rubric.criteria.enumerated().map { number, criterion in
      let quarters = criterion.maximum.hundredths / 25
      let share = 60 + (studio * 7 + judge * 13 + number * 5) % 40
      return (criterion.id, Points(hundredths: quarters * share / 100 * 25))
    }
    return Dictionary(uniqueKeysWithValues: marks)
  }

  private func enterEvidence(_ studios: [ID<Studio>], rows: Int, as clerk: ID<Account>) async throws {
    let rows = (0..<rows).map { row in
      let day = "202\(4 + row % 2)-0\(1 + row % 9)-1\(row % 9)"
      let cells =
        row % 3 == 0
        ? ("projects", ["number": "YGX-\(row)", "title": "薄壁不锈钢管背面免充氩焊接工艺改进", "accepted_on": day])
        : row % 3 == 1
          ? ("exchanges", ["title": "焊工新技术讲座第\(row)期", "held_on": day])
          : ("contests", ["title": "全县职工技能练兵第\(row)场", "held_on": day])
      return EnterEvidence.Row(studio: studios[row % studios.count], kind: cells.0, cells: cells.1, people: [:])
    }
    try await ask(EnterEvidence(persons: [], rows: rows), clerk)
  }

  private func open(_ login: String, _ role: Role, by approver: ID<Account>) async throws -> ID<Account> {
    let person = sealed("人员\(login)")
    try await ask(OpenAccount(login: login, role: role, holder: .new(person.commitment, nil)), approver, [person])
    return try await account(login)
  }

  private func account(_ login: String) async throws -> ID<Account> {
    guard let id = try await registrar.read({ $0.account(login: login)?.id }) else {
      throw CocoaError(.fileReadUnknown)
    }
    return id
  }

  private func sealed(_ name: String) -> SealedPerson { SealedPerson(PersonValues(name: name), using: &random) }

  private func ask(_ command: some Command, _ account: ID<Account>?, _ persons: [SealedPerson] = []) async throws {
    _ = try await registrar.submit(Submission(command, account: account, channel: .test, persons: persons))
  }
}

/// A round whose panel may begin.
struct OpenedRound: Sendable {
  let id: ID<Round>
  let clerk: ID<Account>
  let panel: [ID<Account>]
  let studios: [ID<Studio>]
}

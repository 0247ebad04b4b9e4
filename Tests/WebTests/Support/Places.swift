import Journal
import Scoring
import StudioRegistry

@testable import Web

/// What can stand in the braces of an address: the register's ids, what concerns the visitor first.
struct Places: Sendable {
  private var values: [String: [String]]
  /// The names in braces for which nothing was known.
  private(set) var unknown: Set<String> = []

  init(_ site: TestSite, for login: String? = nil) async throws {
    values = try await site.registrar.read { register in
      Self.values(register, studio: login.flatMap { register.account(login: $0)?.studio })
    }
  }

  init(_ values: [String: [String]]) { self.values = values }

  private static func values(_ register: Register, studio own: ID<Studio>?) -> [String: [String]] {
    func ids<Entity>(_ ids: some Sequence<ID<Entity>>) -> [String] { ids.sorted().map(\.description) }
    let round = register.roundsInOrder.last
    // Nobody is recused from the first studio, in which there is most to see.
    let studios = (own.map { [$0.description] } ?? []) + ids(round?.studios ?? []) + ids(register.studios.keys)
    let rubrics = round?.rules.rubrics ?? []
    func isOwn(_ studio: ID<Studio>?) -> Bool { own == nil || studio == own }
    return [
      "round": ids(register.rounds.keys).reversed(), "studio": studios, "language": ["zh", "en"],
      "rubric": rubrics.map(\.id), "criterion": rubrics.flatMap(\.criteria).map(\.id), "file": ["site.css"],
      "judge": ids(round?.marking.panel ?? []).reversed(), "account": ids(register.accounts.keys),
      "application": ids(register.applications.keys), "proposal": ids(register.proposals.keys).reversed(),
      "objection": ids(register.rounds.values.flatMap(\.objections.keys)) + ["O1"],
      "plan": ids(register.plans.values.filter { isOwn($0.studio) }.map(\.id)) + ["Y1"],
      "apprentice": ids(register.apprentices.values.filter { isOwn($0.studio) }.map(\.id)) + ["T1"],
      "claim": register.claims.filter { isOwn($0.studio) }.map { $0.claim.name } + ["E1"],
      "kind": register.modules.kinds.map(\.id), "person": ids(register.persons.keys),
      "case": ids(register.cancellations.keys),
      "entry": ["1", "100"], "sequence": ["100"], "picture": ["ranking", "rubrics"],
      "digest": [String(repeating: "0", count: 64)],
    ]
  }

  /// An address with ids in place of its braces: the first combinations, as many as are wanted.
  mutating func paths(_ pattern: String, upTo limit: Int = 1) -> [String] {
    var paths = [""]
    for part in pattern.split(separator: "/") {
      var choices = [String(part)]
      if part.hasPrefix("{") {
        let name = String(part.dropFirst().dropLast())
        if values[name] == nil { unknown.insert(name) }
        choices = values[name] ?? []
      }
      paths = Array(paths.flatMap { path in choices.prefix(limit).map { "\(path)/\($0)" } }.prefix(limit))
    }
    return pattern == "/" ? ["/"] : paths
  }
}

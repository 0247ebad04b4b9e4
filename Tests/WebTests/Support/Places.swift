import HTTPTypes
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

  private init(_ values: [String: [String]]) { self.values = values }

  /// Ids that nothing has.
  static let nowhere = Places([
    "language": ["en"], "file": ["site.css"], "studio": ["S999999"], "round": ["R999999"],
  ])

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

  /// An address with the first id in place of each of its braces, and one that nothing has where none is known.
  func path(_ pattern: String) -> String {
    pattern.replacing(/\{([a-z]+)\}/) { values[String($0.1)]?.first ?? "A999999" }
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

extension Client {
  /// Comes to a route at one of its addresses, with an empty form where it takes one.
  func come(to route: Route, at path: String) async throws -> Reply {
    route.method == .get ? try await get(path) : try await post(path)
  }
}

extension Route {
  /// Somebody who may come to it, where not everybody may.
  var visitor: String? {
    guard case .roles(let roles) = access else { return nil }
    return Cast.logins.first { roles.contains($0.role) }?.login
  }
}

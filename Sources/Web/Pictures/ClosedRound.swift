import Scoring
import StudioRegistry
import Wording

/// A closed round's result as pictures and prints show it: what was stored when it was closed, nothing computed anew.
struct ClosedRound: Sendable {
  let round: Round
  let result: RoundResult
  /// The studios that it names, and those of the round before.
  let studios: [ID<Studio>: Studio]
  let accounts: [ID<Account>: Account]
  /// The round with which it is compared, and its last result.
  let former: (round: Round, result: RoundResult)?

  /// - Parameter version: an earlier version of the result; the last one where it is nil.
  /// - Throws: ``Turned/notFound`` where there is no such result, or marks are being changed.
  init(_ id: ID<Round>, version: Int?, in register: Register) throws(Turned) {
    guard let round = register.rounds[id], version != nil || round.hasPictures,
      let result = round.results.first(where: { $0.version == version ?? round.results.count })
    else { throw .notFound }
    (self.round, self.result) = (round, result)
    former = register.former(of: round)
    studios = register.studios
    accounts = register.accounts
  }

  var rules: RuleSet { round.rules }
  /// On what the assessment rests: the regulation, and the article of the pass mark.
  var basis: PrintNotice.Basis {
    PrintNotice.Basis(rules.title, document: round.adoption.document, source: rules.passMark.source)
  }
  var excellent: Set<ID<Studio>> { Set(result.excellent) }

  func code(_ studio: ID<Studio>) -> String { studios[studio]?.code ?? studio.description }
  func unit(_ studio: ID<Studio>) -> String { studios[studio]?.unit ?? "" }

  /// The panel's logins, in its order.
  var judges: [String] { result.marking.panel.map { accounts[$0]?.login ?? $0.description } }
}

extension Round {
  /// Whether it has a result that stands: while marks are being changed none is drawn.
  var hasPictures: Bool { stage != .marking && result != nil }
}

extension Visit {
  /// The closed round in the address, in the version that the query names.
  func closedRound() async throws -> ClosedRound {
    let id: ID<Round> = try id("round")
    let version = query["version"].flatMap { Int($0) }
    return try await read { register in try ClosedRound(id, version: version, in: register) }
  }
}

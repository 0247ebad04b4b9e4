package import Scoring

/// A result as it is read: settled again from the sheets on which it rests, with the reference marks that were stored.
package struct SettledResult: Sendable {
  package let settlement: Settlement
  /// The reference marks of each studio, by its code.
  package let reference: [String: [ReferenceMark]]
}

/// What comes from a result's sheets now is not what was stored when the round was closed.
package struct NotAsStored: Error {
  /// The code of the first studio of which it is true.
  package let studio: String
}

extension Register {
  /// A stored result, settled again; the panel's vote is in it where it was counted.
  ///
  /// - Parameter people: how a person in a row of evidence is named.
  /// - Throws: ``NotAsStored``, or a ``Refusal`` where a number is too large.
  package func settled(
    _ round: Round, _ result: RoundResult, people: (ID<Person>) -> String
  ) throws -> SettledResult {
    let settlement = try round.settlement(of: result.marking, in: self)
    for settled in result.studios {
      let outcome = settlement.outcome(of: code(of: settled.studio))
      guard outcome?.score == settled.score, outcome?.rank == settled.rank, outcome?.excellence == settled.excellence
      else { throw NotAsStored(studio: code(of: settled.studio)) }
    }
    let reference = reference(of: result.studios, people: people)
    guard let counted = result.counted, !counted.chosen.isEmpty else {
      return SettledResult(settlement: settlement, reference: reference)
    }
    return SettledResult(settlement: settlement.voting(for: Set(counted.chosen.map(code))), reference: reference)
  }

  /// What closing a round would come to as it stands.
  package func foreseen(
    _ round: Round, people: (ID<Person>) -> String
  ) throws(Refusal) -> (result: SettledResult, studios: [StudioSettled]) {
    let studios = try recomputed(round.id, reason: nil).compactMap { $0 as? StudioSettled }
    let settlement = try round.settlement(of: round.marking, in: self)
    return (SettledResult(settlement: settlement, reference: reference(of: studios, people: people)), studios)
  }

  /// The persons whom the rows of evidence behind a studio's reference marks name.
  package func persons(named settled: StudioSettled) -> Set<ID<Person>> {
    var found: Set<ID<Person>> = []
    _ = reference(of: [settled]) { person in
      found.insert(person)
      return person.description
    }
    return found
  }

  /// Stored reference marks with their rows of evidence, by the studios' codes.
  private func reference(
    of studios: [StudioSettled], people: (ID<Person>) -> String
  ) -> [String: [ReferenceMark]] {
    var reference: [String: [ReferenceMark]] = [:]
    for settled in studios {
      reference[code(of: settled.studio)] = settled.referenceMarks.map { mark in
        mark.mark(
          { evidence[$0].flatMap { record(of: $0, people: people) } }, renamed: { renamed($0, people: people) },
          people: { persons[$0] == nil ? nil : people($0) })
      }
    }
    return reference
  }
}

package import Scoring

/// Something open in the register that may yet need to know who somebody is.
package struct Dispute: Hashable, Sendable {
  /// Of the objection or case, `O12`.
  package let id: String
  package let since: Day

  package init(id: String, since: Day) {
    (self.id, self.since) = (id, since)
  }
}

extension Register {
  /// What is open that names a person, or concerns one of the person's studios; each part of the law adds its own.
  package func disputes(touching person: ID<Person>) -> [Dispute] {
    let studios = studios(of: person)
    var disputes = roundDisputes(touching: person, studios)
    disputes += applicationDisputes(touching: person, studios)
    disputes += cancellationDisputes(touching: studios)
    disputes.sort { ($0.since, $0.id) < ($1.since, $1.id) }
    return disputes
  }

  /// Objections to results that nobody has answered yet; one about a whole round concerns all its studios.
  private func roundDisputes(touching person: ID<Person>, _ studios: Set<ID<Studio>>) -> [Dispute] {
    roundsInOrder.flatMap { round in
      let isConcerned = !studios.isDisjoint(with: round.studios)
      return round.objections.values.filter { $0.answer == nil }.sorted { $0.id < $1.id }.filter { objection in
        objection.by == person || (objection.studio.map(studios.contains) ?? isConcerned)
      }.map { Dispute(id: $0.id.description, since: $0.received) }
    }
  }

  /// Objections to an application that nobody has answered yet.
  private func applicationDisputes(touching person: ID<Person>, _ studios: Set<ID<Studio>>) -> [Dispute] {
    applications.values.flatMap { application in
      let isConcerned = application.expert == person || application.purpose.studio.map(studios.contains) == true
      return application.objections.values.filter { $0.answer == nil && (isConcerned || $0.by == person) }
        .map { Dispute(id: $0.id.description, since: $0.received) }
    }
  }

  /// Proceedings that are not ended, and reconsideration or suits that are pending.
  private func cancellationDisputes(touching studios: Set<ID<Studio>>) -> [Dispute] {
    cancellationsInOrder.filter { found in
      studios.contains(found.studio) && (found.isOpen || found.appeals.contains { $0.outcome == nil })
    }.map { Dispute(id: $0.id.description, since: $0.opened) }
  }

  /// The holds that nobody has released, on a person or on one of the person's studios.
  package func holds(on person: ID<Person>) -> [Hold] {
    let studios = studios(of: person)
    return holdsInOrder.filter { hold in
      guard hold.released == nil else { return false }
      return switch hold.subject {
      case .person(let held): held == person
      case .studio(let held): studios.contains(held)
      }
    }
  }

  /// The studios with which somebody has or had to do: as expert, contact, member, apprentice, in a row of evidence.
  package func studios(of person: ID<Person>) -> Set<ID<Studio>> {
    var found = Set([persons[person]?.studio].compactMap(\.self))
    for studio in studios.values where studio.expert == person || studio.formerExperts.contains(person) {
      found.insert(studio.id)
    }
    for account in accounts.values where account.person == person { account.studio.map { _ = found.insert($0) } }
    for (studio, file) in care
    where file.members.contains(where: { $0.person == person })
      || file.officers.contains(where: { $0.person == person })
    {
      found.insert(studio)
    }
    let text = person.description
    for item in evidence.values where item.cells.values.contains(text) { found.insert(item.studio) }
    for apprentice in apprentices.values where apprentice.person == person { found.insert(apprentice.studio) }
    return found
  }
}

package import Scoring

/// A record that names a person, and since when what it is about is over.
package struct Retained: Hashable, Sendable {
  package let record: RuleSet.Retention.Record
  /// Nil while it goes on: an office, a membership, a title.
  package let ended: Day?

  package init(_ record: RuleSet.Retention.Record, ended: Day?) {
    (self.record, self.ended) = (record, ended)
  }

  /// Until when the values are kept for it, as the rules say.
  package func end(by rules: RuleSet.Retention) -> End {
    guard let ended else { return .open }
    return switch rules.period(for: record)?.keep {
    case .permanent, nil: .permanent
    case .untilTheyLeave: .day(ended)
    case .years(let years): .day(ended.adding(months: 12 * years))
    }
  }

  package enum End: Hashable, Sendable {
    /// It goes on.
    case open
    case permanent
    /// The last day.
    case day(Day)
  }
}

/// Somebody whose values are past their time: for which record they were kept longest, and until when.
package struct Expired: Hashable, Sendable {
  package let person: ID<Person>
  package let record: RuleSet.Retention.Record
  package let until: Day
}

extension Register {
  /// Which records name whom; each part of the law adds its own.
  func retained() -> [ID<Person>: [Retained]] {
    var found: [(ID<Person>, Retained)] = []
    found += retainedByDecisions
    found += retainedByRounds
    found += retainedByEvidence
    found += retainedByAccounts
    found += retainedByApplications
    found += retainedByApprentices
    found += retainedByCare
    var retained: [ID<Person>: [Retained]] = [:]
    for (person, record) in found { retained[person, default: []].append(record) }
    return retained
  }

  /// The records that name one person, those that are kept longest first.
  package func retained(of person: ID<Person>) -> [Retained] {
    let found = retained()[person] ?? persons[person].map { [Retained(.unattached, ended: $0.added)] } ?? []
    return Set(found).sorted { ($0.record.rawValue, $0.ended ?? .latest) < ($1.record.rawValue, $1.ended ?? .latest) }
  }

  /// The persons whose values are past their time on a day, in the order of their ids.
  package func expired(on day: Day) -> [Expired] {
    guard let rules = rules?.life?.retention else { return [] }
    let retained = retained()
    var expired: [Expired] = []
    for person in persons.values.filter({ $0.erased == nil }).sorted(by: { $0.id < $1.id }) {
      let records = retained[person.id] ?? [Retained(.unattached, ended: person.added)]
      var last: Expired?
      for record in records {
        guard case .day(let until) = record.end(by: rules), until < day else {
          last = nil
          break
        }
        if let found = last, (found.until, found.record.rawValue) >= (until, record.record.rawValue) { continue }
        last = Expired(person: person.id, record: record.record, until: until)
      }
      if let last { expired.append(last) }
    }
    return expired
  }

  /// One task for all whose values are past their time, and whom nothing holds.
  func retentionDue(on today: Day) -> [Due] {
    let free = expired(on: today).filter { holds(on: $0.person).isEmpty && disputes(touching: $0.person).isEmpty }
    guard let first = free.map(\.until).min() else { return [] }
    return [Due(day: first.adding(days: 1), task: .eraseValues(persons: free.count))]
  }

  /// Refuses an erasure while a hold or a dispute needs the values, or a time that binds is running.
  func checkErasure(of person: ID<Person>, on day: Day) throws(Refusal) {
    if let hold = holds(on: person).first { throw .retention(.held(person, hold.id)) }
    if let dispute = disputes(touching: person).first { throw .retention(.disputed(person, dispute.id)) }
    guard let rules = rules?.life?.retention else { return }
    for record in retained(of: person) {
      guard let period = rules.period(for: record.record), period.isBinding else { continue }
      switch record.end(by: rules) {
      case .day(let until) where until < day: continue
      case .day(let until): throw .retention(.kept(person, period.title, until: until, period.source))
      // A title that goes on is refused before this.
      case .open, .permanent: throw .retention(.kept(person, period.title, until: nil, period.source))
      }
    }
  }
}

// MARK: - Who is named where

extension Register {
  private var retainedByDecisions: [(ID<Person>, Retained)] {
    studiosInOrder.flatMap { studio in
      let file = careFile(of: studio.id)
      let former = studio.formerExperts.map { ($0, Retained(.decisions, ended: file.expertSince ?? studio.confirmed)) }
      return [(studio.expert, Retained(.decisions, ended: file.overSince))] + former
    }
  }

  /// Judges from the end of the round, and who objected from the answer.
  private var retainedByRounds: [(ID<Person>, Retained)] {
    roundsInOrder.flatMap { round in
      let ended = round.confirmed ?? round.abandoned
      let judges = Set(round.marking.panel + round.alternates + round.replacements.map(\.judge))
      let sheets = judges.compactMap { accounts[$0]?.person }.map { ($0, Retained(.sheets, ended: ended)) }
      let objectors = round.objections.values.compactMap { objection in
        objection.by.map { ($0, Retained(.objections, ended: objection.answer?.on)) }
      }
      return sheets + objectors
    }
  }

  private var retainedByEvidence: [(ID<Person>, Retained)] {
    let personal = Dictionary(
      modules.kinds.map { ($0.id, $0.columns.filter(\.isPersonal).map(\.id)) }
    ) { first, _ in first }
    return evidence.values.flatMap { item in
      (personal[item.kind] ?? []).compactMap { item.cells[$0].flatMap { ID<Person>($0) } }
        .map { ($0, Retained(.evidence, ended: item.entered)) }
    }
  }

  /// Accounts of both departments from their closing; those of contacts until they leave.
  private var retainedByAccounts: [(ID<Person>, Retained)] {
    accounts.values.map { ($0.person, Retained($0.role == .contact ? .contacts : .accounts, ended: $0.closed)) }
  }

  /// Who was to lead a studio, from the application's end; of one that was confirmed the studio's expert stands elsewhere.
  private var retainedByApplications: [(ID<Person>, Retained)] {
    applications.values.flatMap { application in
      let objectors = application.objections.values.compactMap { objection in
        objection.by.map { ($0, Retained(.objections, ended: objection.answer?.day)) }
      }
      let ended: Day? =
        switch application.ending {
        case .rejected(let day, _), .withdrawn(let day, _): day
        case .confirmed, nil: nil
        }
      if case .confirmed = application.ending { return objectors }
      return objectors + [(application.expert, Retained(.rejectedApplications, ended: ended))]
    }
  }

  private var retainedByApprentices: [(ID<Person>, Retained)] {
    apprentices.values.map { ($0.person, Retained(.apprentices, ended: $0.ended)) }
  }

  private var retainedByCare: [(ID<Person>, Retained)] {
    care.values.flatMap { file in
      file.members.map { ($0.person, Retained(.members, ended: $0.left)) }
        + file.officers.map { ($0.person, Retained(.contacts, ended: $0.ended)) }
    }
  }
}

import Scoring

package struct AppealFiled: Event {
  package static let kind = "appeal-filed"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>
  /// The remedy's id.
  package let remedy: String
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.cancellations[cancellation]?.appeals.append(
      CancellationCase.Appeal(remedy: remedy, filed: record.on, document: document))
  }
}

package struct AppealDecided: Event {
  package static let kind = "appeal-decided"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>
  package let remedy: String
  package let outcome: CancellationCase.Appeal.Outcome
  package let document: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    let appeals = register.cancellations[cancellation]?.appeals ?? []
    guard let place = appeals.lastIndex(where: { $0.remedy == remedy && $0.outcome == nil }) else { return }
    register.cancellations[cancellation]?.appeals[place].outcome = outcome
    register.cancellations[cancellation]?.appeals[place].ended = record.on
    register.cancellations[cancellation]?.appeals[place].ruling = document
  }
}

/// The cancellation was found to be wrong: the studio stands again where it stood.
package struct StudioRestored: Event {
  package static let kind = "studio-restored"
  package let studio: ID<Studio>
  package let cancellation: ID<CancellationCase>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.cancellations[cancellation]?.restored = record.on
    register.studios[studio]?.move(.restore)
    guard register.studios[studio]?.standing == .rectifying else { return }
    // A second assessment that it passed while it had no title holds once it stands again.
    if !register.hasToRectify(studio) { register.studios[studio]?.move(.pass) }
    guard let place = register.rectifications.lastIndex(where: { $0.studio == studio && $0.outcome == .failed }) else {
      return
    }
    // The second assessment on which the cancellation rested does not count any more; another is opened.
    register.rectifications[place].outcome = nil
    register.rectifications[place].second = nil
  }
}

/// Records that reconsideration was asked for or a suit brought: a fact, whether in time or not.
package struct FileAppeal: Command {
  package var name: CommandName { .fileAppeal }
  package let cancellation: ID<CancellationCase>
  package let remedy: String
  package let document: String

  package init(_ cancellation: ID<CancellationCase>, remedy: String, document: String) {
    self.cancellation = cancellation
    self.remedy = remedy
    self.document = document
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.served(cancellation, on: asker.on)
    let title = try found.title(of: remedy)
    guard !found.appeals.contains(where: { $0.remedy == remedy && $0.outcome == nil }) else {
      throw .cancellation(.appealPending(found.id, title))
    }
    try require(document)
    return [AppealFiled(studio: found.studio, cancellation: found.id, remedy: remedy, document: document)]
  }
}

/// Records how an appeal ended.
package struct DecideAppeal: Command {
  package var name: CommandName { .decideAppeal }
  package let cancellation: ID<CancellationCase>
  package let remedy: String
  package let outcome: CancellationCase.Appeal.Outcome
  package let document: String

  package init(
    _ cancellation: ID<CancellationCase>, remedy: String, outcome: CancellationCase.Appeal.Outcome, document: String
  ) {
    self.cancellation = cancellation
    self.remedy = remedy
    self.outcome = outcome
    self.document = document
  }

  package var freeTexts: [String] { [document] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.served(cancellation, on: asker.on)
    let title = try found.title(of: remedy)
    guard let appeal = found.appeals.last(where: { $0.remedy == remedy && $0.outcome == nil }) else {
      throw .cancellation(.noAppeal(found.id, title))
    }
    guard appeal.filed <= asker.on else { throw .beforeThat(asker.on, appeal.filed) }
    try require(document)
    return [
      AppealDecided(
        studio: found.studio, cancellation: found.id, remedy: remedy, outcome: outcome, document: document)
    ]
  }
}

extension CancellationCase {
  /// What the decision calls a remedy.
  fileprivate func title(of remedy: String) throws(Refusal) -> Text {
    let remedies = decided?.remedies ?? []
    guard let found = remedies.first(where: { $0.id == remedy }) else {
      throw .cancellation(.unknownRemedy(remedy, among: remedies.map { Refusal.Choice($0.id, $0.title) }))
    }
    return found.title
  }
}

extension Register {
  /// Proceedings whose decision was served.
  fileprivate func served(_ id: ID<CancellationCase>, on day: Day) throws(Refusal) -> CancellationCase {
    let found = try cancellation(id)
    guard let service = found.service else { throw .cancellation(.unserved(id)) }
    guard service.on <= day else { throw .beforeThat(day, service.on) }
    return found
  }

  /// What follows from restoring a studio: only where a cancellation was annulled, and its expert leads no other studio (Art. 9).
  func restoring(_ id: ID<Studio>) throws(Refusal) -> StudioRestored {
    let studio = try studio(id, for: .restore)
    guard let found = cancellationsInOrder.last(where: { $0.studio == id && $0.service != nil }),
      found.restored == nil, found.appeals.contains(where: { $0.outcome == .annulled })
    else { throw .cancellation(.notAnnulled(studio.code)) }
    if let other = studiosInOrder.first(where: { $0.id != id && $0.expert == studio.expert && !$0.isOver }) {
      throw .expertHasStudio(other.code)
    }
    return StudioRestored(studio: id, cancellation: found.id)
  }
}

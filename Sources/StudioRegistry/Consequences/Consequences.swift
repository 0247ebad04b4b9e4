package import Scoring

/// A year to rectify, for a studio that did not pass (Art. 20).
package struct Rectification: Hashable, Sendable {
  package let studio: ID<Studio>
  /// The round that it failed.
  package let round: ID<Round>
  package let decided: Day
  /// The day on which the notice was served, from which the time runs.
  package internal(set) var served: Day?
  /// The last day to rectify.
  package internal(set) var until: Day?
  /// The second assessment, once it is opened.
  package internal(set) var second: ID<Round>?
  package internal(set) var outcome: Outcome?

  package enum Outcome: String, CaseIterable, Sendable { case passed, failed }
}

/// A round's outcome was confirmed by a second person, and its consequences follow.
package struct RoundConfirmed: Event {
  package static let kind = "round-confirmed"
  package let round: ID<Round>
  package let version: Int
  package let excellent: [ID<Studio>]
  package let qualified: [ID<Studio>]
  package let unqualified: [ID<Studio>]

  package var studios: [ID<Studio>] { qualified + unqualified }

  package func apply(to register: inout Register, as record: Record) {
    guard let found = register.rounds[round] else { return }
    register.rounds[round]?.confirmed = record.on
    switch found.kind {
    case .regular:
      register.awards += register.awards(of: found, to: excellent, on: record.on)
      let failed = unqualified.filter { register.studios[$0]?.isOver != true }
      register.rectifications += failed.map { Rectification(studio: $0, round: round, decided: record.on) }
      for studio in failed { register.studios[studio]?.move(.fail) }
    case .secondAssessment:
      for place in register.rectifications.indices where register.rectifications[place].second == round {
        let studio = register.rectifications[place].studio
        if qualified.contains(studio) {
          register.rectifications[place].outcome = .passed
          // Another round may have found more that is to be rectified.
          if !register.hasToRectify(studio) { register.studios[studio]?.move(.pass) }
        } else if unqualified.contains(studio) {
          register.rectifications[place].outcome = .failed
        } else {
          // Too few sheets say nothing: another second assessment can be opened.
          register.rectifications[place].second = nil
        }
      }
    }
  }
}

package struct RectificationServed: Event {
  package static let kind = "rectification-served"
  package let studio: ID<Studio>
  package let round: ID<Round>
  package let until: Day
  /// How it was served: who signed the receipt, as a part or a number.
  package let receipt: String

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    guard
      let place = register.rectifications.firstIndex(where: { $0.studio == studio && $0.round == round })
    else { return }
    register.rectifications[place].served = record.on
    register.rectifications[place].until = until
  }
}

/// Records that the rectification notice was served; the time runs from that day.
package struct ServeRectification: Command {
  package var name: CommandName { .serveRectification }
  package let studio: ID<Studio>
  package let receipt: String

  package init(studio: ID<Studio>, receipt: String) {
    self.studio = studio
    self.receipt = receipt
  }

  package var freeTexts: [String] { [receipt] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let rectification = try register.rectification(of: studio)
    let round = try register.round(rectification.round)
    if let served = rectification.served { throw .rectification(.servedAlready(register.code(of: studio), on: served)) }
    guard rectification.decided <= asker.on else { throw .beforeThat(asker.on, rectification.decided) }
    try require(receipt)
    let until = asker.on.adding(months: round.rules.rounds.rectification.value)
    return [RectificationServed(studio: studio, round: round.id, until: until, receipt: receipt)]
  }
}

/// Opens the second assessment of studios whose time to rectify is over, under the rules of the round that they failed.
package struct OpenSecondAssessment: Command {
  package var name: CommandName { .openSecondAssessment }
  package let chosen: [ID<Studio>]

  package init(studios: [ID<Studio>]) {
    chosen = studios
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    guard !chosen.isEmpty, Set(chosen).count == chosen.count else { throw .nothingToDo }
    var round: Round?
    var (first, last) = (9999, 1000)
    for studio in chosen {
      let found = try register.rectification(of: studio)
      let code = register.code(of: studio)
      let source = try register.round(found.round)
      guard round == nil || round?.id == source.id else { throw .rectification(.differentRounds) }
      round = source
      guard let served = found.served, let until = found.until else { throw .rectification(.notServed(code)) }
      guard until < asker.on else {
        throw .rectification(.stillRectifying(code, until: until, source.rules.rounds.rectification.source))
      }
      if let second = found.second { throw .rectification(.secondOpened(code, second)) }
      (first, last) = (min(first, served.year), max(last, until.year))
    }
    guard let round, let period = Period(years: first...max(first, last)) else { throw .nothingToDo }
    return [
      RoundOpened(
        period: period, rules: round.rules, adoption: round.adoption, assessed: chosen.sorted(), deferred: [],
        rectifying: [], suspended: nil, second: round.id)
    ]
  }
}

extension Register {
  /// Whether a studio failed a round and has not passed its second assessment yet, wherever it stands.
  func hasToRectify(_ studio: ID<Studio>) -> Bool {
    rectifications.contains { $0.studio == studio && $0.outcome != .passed }
  }

  /// The rectification in which a studio is.
  func rectification(of studio: ID<Studio>) throws(Refusal) -> Rectification {
    guard let found = rectifications.last(where: { $0.studio == studio && $0.outcome == nil }) else {
      throw .rectification(.notRectifying(code(of: studio)))
    }
    return found
  }
}

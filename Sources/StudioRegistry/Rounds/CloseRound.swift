package import Scoring

/// Closes a round: settles every studio from the signed sheets, and stores how.
///
/// It is a pure function of the register, so that anybody can do it again from the journal and get the same bytes.
package struct CloseRound: Command {
  package var name: CommandName { .closeRound }
  package let round: ID<Round>
  /// Why there is another version.
  package let reason: String?
  /// Why it is closed though sheets are missing; studios below the minimum panel get no outcome.
  package let incomplete: String?

  package init(round: ID<Round>, reason: String? = nil, incomplete: String? = nil) {
    self.round = round
    self.reason = reason
    self.incomplete = incomplete
  }

  package var freeTexts: [String] { [reason, incomplete].compactMap(\.self) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let (round, unsigned) = try checked(in: register, by: asker)
    return try RoundClosing(of: round, in: register, reason: reasons, missing: unsigned).events()
  }

  package func decide(in register: Register, by asker: Asker, workers: Int) async throws(Refusal) -> [any Event] {
    let (round, unsigned) = try checked(in: register, by: asker)
    return try await RoundClosing(of: round, in: register, reason: reasons, missing: unsigned).events(workers: workers)
  }

  private var reasons: String? {
    let given = [reason, incomplete].compactMap(\.self)
    return given.isEmpty ? nil : given.joined(separator: "; ")
  }

  /// The round, and what is missing, once it is known that it may be closed.
  private func checked(in register: Register, by asker: Asker) throws(Refusal) -> (Round, unsigned: [SheetKey]) {
    let round = try register.round(round, on: asker.on)
    guard round.confirmed == nil else { throw .roundConfirmed(round.id) }
    guard round.abandoned == nil else { throw .roundAbandoned(round.id) }
    if let last = round.result {
      guard last.on <= asker.on else { throw .beforeThat(asker.on, last.on) }
      guard round.isReopened || round.hasNewlyUpheld else { throw .nothingChanged(round.id) }
      guard let reason else { throw .reasonNeeded }
      try require(reason)
    }
    guard !round.marking.panel.isEmpty else { throw .noPanel(round.id) }
    if let open = register.proposals.values.filter({ $0.isOpen && $0.decision.round == round.id }).map(\.id).min() {
      throw .proposalOpen(open)
    }
    try register.checkCertified(in: round.id)
    let unsigned = round.unsigned
    if !unsigned.isEmpty {
      guard let incomplete else {
        let first = unsigned.prefix(5).map { key in
          "\(register.login(of: key.judge)) \(register.code(of: key.studio)) \(round.rules.rubrics[key.rubric].id)"
        }
        throw .unsigned(count: unsigned.count, first: first)
      }
      try require(incomplete)
    }
    return (round, unsigned)
  }
}

extension Round {
  /// Whether an objection was upheld since the last result.
  package var hasNewlyUpheld: Bool {
    objections.values.contains { $0.answer?.isUpheld == true && $0.answer?.version == results.count }
  }

  /// The events that settle the round as it stands.
  func closing(in register: Register, reason: String?, missing: [SheetKey]) throws(Refusal) -> [any Event] {
    try RoundClosing(of: self, in: register, reason: reason, missing: missing).events()
  }

  /// Settles marks: the signed sheets of the panel, studios by their codes and judges by their logins.
  package func settlement(of marking: Marking, in register: Register) throws(Refusal) -> Settlement {
    do throws(NumberError) {
      let rules =
        switch kind {
        case .regular: rules
        // Art. 20: passing the second assessment is a pass, never excellence.
        case .secondAssessment: rules.withoutExcellence
        }
      return try Settlement(of: book(of: marking, in: register), by: rules)
    } catch {
      throw .numberTooLarge
    }
  }

  private func book(of marking: Marking, in register: Register) -> Scorebook {
    let layout = SheetLayout(rules)
    let slots = Dictionary(layout.ids.enumerated().map { ($1, $0) }) { first, _ in first }
    var book = Scorebook(layout: layout)
    var sheets: [RecusalKey: Int] = [:]
    for studio in studios {
      for judge in marking.panel {
        let number = book.sheet(studio: register.code(of: studio), judge: register.login(of: judge))
        sheets[RecusalKey(judge: judge, studio: studio)] = number
      }
    }
    for (key, recusal) in marking.recusals where marking.panel.contains(key.judge) {
      book.recuse(
        register.login(of: key.judge), from: register.code(of: key.studio), because: recusal.shownReason)
    }
    for (key, adjustments) in marking.adjustments {
      for adjustment in adjustments { book.adjust(register.code(of: key.studio), rubric: key.rubric, by: adjustment) }
    }
    for (key, sheet) in marking.sheets where sheet.signed != nil {
      guard let number = sheets[RecusalKey(judge: key.judge, studio: key.studio)] else { continue }
      for (id, points) in sheet.marks {
        guard let slot = slots[id] else { continue }
        // The register took each sheet once, and none whole beside parts.
        try? book.enter(Int32(clamping: points.hundredths), slot: slot, sheet: number)
        if let reason = sheet.reasons[id] { book.note(reason, slot: slot, sheet: number) }
      }
    }
    return book
  }
}

extension JudgeRecused {
  /// The relation's word, and the reason behind it where there is one.
  var shownReason: String { reason.isEmpty ? relation.rawValue : "\(relation.rawValue): \(reason)" }
}

extension Register {
  /// The events that close a round as it stands, whoever asks: what a stored closing is compared with.
  package func recomputed(_ round: ID<Round>, reason: String?) throws(Refusal) -> [any Event] {
    let round = try self.round(round)
    return try round.closing(in: self, reason: reason, missing: round.unsigned)
  }
}

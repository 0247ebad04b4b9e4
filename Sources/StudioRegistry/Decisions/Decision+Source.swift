package import Scoring

extension Decision {
  /// On what it rests, as the rules that it goes by cite it; a working rule where they name no article.
  package func source(in register: Register) -> Source { Source.joined(sources(in: register)) }

  private func sources(in register: Register) -> [Source] {
    let life = register.rules?.life
    switch self {
    case .confirmRound(let round): return register.rounds[round]?.rules.sourcesOfOutcome ?? []
    case .cancelTitle(let studio):
      let found = register.openCase(against: studio) ?? register.cancellationsInOrder.last { $0.studio == studio }
      return found.map { [$0.ground.source] } ?? []
    case .confirmApplication(let application, _), .rejectApplication(let application):
      return register.applications[application]?.terms?.sourcesOfDecision ?? []
    case .countBranch: return life.map { [$0.applications.branches.source] } ?? []
    case .pay(let payment): return register.sources(of: payment.grant, to: payment.studio)
    case .reversePayment(let id):
      guard let entry = register.ledgerEntry(id), case .paid(let grant) = entry.kind else { return [] }
      return register.sources(of: grant, to: entry.studio)
    case .suspend, .resume:
      return life?.cancellation.grounds.filter { $0.basis == .unavailable }.map(\.source) ?? []
    case .returnSheet, .replaceJudge, .abandonRound, .end, .restore: return []
    }
  }
}

extension RuleSet {
  /// What passing, excellence and failing rest on.
  fileprivate var sourcesOfOutcome: [Source] {
    [passMark.source] + (excellence.map { [$0.award.source] } ?? []) + [rounds.rectification.source]
  }
}

extension RuleSet.Applications {
  /// What has to be met and handed in, and how many studios a unit may have.
  fileprivate var sourcesOfDecision: [Source] {
    conditions.map(\.source) + materials.map(\.source) + [unitRule.source]
  }
}

extension Register {
  /// By what the county pays.
  fileprivate func sources(of grant: Grant, to studio: ID<Studio>) -> [Source] {
    let source: Source? =
      switch grant {
      case .subsidy: ledgers[studio]?.terms?.subsidy.yuan.source
      case .award(let round): rounds[round]?.rules.excellence?.award.source
      }
    return source.map { [$0] } ?? []
  }
}

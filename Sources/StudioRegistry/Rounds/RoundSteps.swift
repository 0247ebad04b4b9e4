package import Scoring

/// What a round waits for: what the bureau does next, or for whom it has to wait.
package enum RoundStep: Hashable, Sendable {
  case appointPanel
  /// A proposal about the round waits for another person.
  case approve(ID<Proposal>)
  /// So many sheets are not signed.
  case sheets(missing: Int, judges: Int)
  /// So many paper sheets wait for their second entry.
  case paper(Int)
  /// Certified points wait for a second cleared person (Art. 17).
  case certify(Int)
  case close
  /// Something changed since the last result.
  case closeAnew
  case vote(votes: Int, voters: Int)
  case publish
  case noticeRuns(until: Day)
  case answer(ID<Objection>, by: Day)
  /// An objection was upheld: sheets of the studio concerned can be returned, and the round is closed anew.
  case correct(ID<Objection>)
  case confirm
}

extension Register {
  /// What a round waits for on a day, in the order in which it is to be done.
  package func steps(of round: Round, on today: Day) -> [RoundStep] {
    guard round.stage != .confirmed, round.stage != .abandoned else { return round.unanswered }
    guard !round.marking.panel.isEmpty else { return [.appointPanel] }
    let proposals = pending.filter { $0.decision.round == round.id }.map { RoundStep.approve($0.id) }
    let certified = certifiedInOrder.count { $0.round == round.id && $0.isOpen }
    return proposals + (certified == 0 ? [] : [.certify(certified)]) + round.unanswered
      + round.ownSteps(on: today, isWaiting: !proposals.isEmpty)
  }
}

extension Round {
  fileprivate var unanswered: [RoundStep] {
    objections.values.filter { $0.answer == nil }.sorted { $0.id < $1.id }.map { .answer($0.id, by: $0.answerBy) }
  }

  /// The sheets that were entered from paper once.
  package var waitingForSecondEntry: [SheetKey] {
    unsigned.filter { marking.sheets[$0]?.enteredFromPaper.isEmpty == false }
  }

  /// The judges who may vote on the tie of the last result.
  package var voters: [ID<Account>] {
    guard let result, result.isUndecided else { return [] }
    return result.marking.panel.filter { judge in !result.tied.contains { isRecused(judge, from: $0) } }
  }

  fileprivate func ownSteps(on today: Day, isWaiting: Bool) -> [RoundStep] {
    let upheld = objections.values.filter { $0.answer?.isUpheld == true && $0.answer?.version == results.count }
      .sorted { $0.id < $1.id }.map { RoundStep.correct($0.id) }
    switch stage {
    case .marking:
      let unsigned = unsigned
      let paper = waitingForSecondEntry.count
      guard unsigned.isEmpty else {
        return upheld + (paper == 0 ? [] : [.paper(paper)]) + [
          .sheets(missing: unsigned.count, judges: Set(unsigned.map(\.judge)).count)
        ]
      }
      return isWaiting ? upheld : upheld + [results.isEmpty ? .close : .closeAnew]
    case .closed:
      guard let result, result.isUndecided else { return [.publish] }
      return [.vote(votes: result.votes.count, voters: voters.count)]
    case .published:
      guard upheld.isEmpty else { return upheld + (isWaiting ? [] : [.closeAnew]) }
      guard let notice = publications.last, notice.until < today else {
        return publications.last.map { [.noticeRuns(until: $0.until)] } ?? []
      }
      return isWaiting || !unanswered.isEmpty ? [] : [.confirm]
    case .confirmed, .abandoned: return []
    }
  }
}

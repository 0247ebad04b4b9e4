import Scoring

extension Register {
  /// What waits in proceedings, and of studios whose expert cannot lead them.
  func cancellationDue(on today: Day) -> [Due] {
    var due: [Due] = []
    for studio in studiosInOrder where !studio.isOver && openCase(against: studio.id) == nil {
      guard let unavailable = studio.unavailable, !unavailable.allows.isEmpty else { continue }
      due.append(Due(day: unavailable.since, task: .decideUnavailable(studio.id)))
    }
    for found in cancellationsInOrder {
      if found.isOpen {
        due.append(nextStep(of: found, on: today))
      } else if let annulled = found.appeals.first(where: { $0.outcome == .annulled })?.ended, found.restored == nil,
        studios[found.studio]?.standing == .cancelled
      {
        due.append(Due(day: annulled, task: .restore(found.studio)))
      }
    }
    return due
  }

  private func nextStep(of found: CancellationCase, on today: Day) -> Due {
    guard let invitation = found.invitation else {
      return Due(day: found.opened, task: .inviteStatement(found.id, studio: found.studio))
    }
    if found.decided != nil {
      return Due(day: invitation.until, task: .serveCancellation(found.id, studio: found.studio))
    }
    return found.statement == nil && today <= invitation.until
      ? Due(day: invitation.until, task: .statementEnds(found.id, studio: found.studio))
      : Due(day: invitation.until.adding(days: 1), task: .decideCancellation(found.id, studio: found.studio))
  }
}

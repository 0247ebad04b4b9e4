import Scoring

extension Application {
  /// What an open application waits for.
  package enum Step: String, CaseIterable, Sendable {
    /// The unit still owes materials, or findings are missing.
    case complete
    case review, publish
    /// Objections are in time until that day.
    case noticeEnds = "notice-ends"
    case confirm
    /// The review did not recommend it.
    case reject
  }

  /// The next step of an open application and the day by which, or since when, it waits.
  func next(on today: Day) -> (day: Day, step: Step)? {
    guard isOpen else { return nil }
    guard lacking.isEmpty else { return (received, .complete) }
    guard let review else { return (latest, .review) }
    guard review.isRecommended else { return (review.day, .reject) }
    guard unsettled.isEmpty else { return (review.day, .complete) }
    guard needsNotice else { return (review.day, .confirm) }
    guard let notice else { return (review.day, .publish) }
    guard today > notice.until else { return (notice.until, .noticeEnds) }
    return openObjections.isEmpty ? (notice.until.adding(days: 1), .confirm) : nil
  }
}

extension Register {
  func applicationsDue(on today: Day) -> [Due] {
    applicationsInOrder.flatMap { application in
      let answers = application.openObjections.map {
        Due(day: $0.answerBy, task: .answerApplication($0.id, application.id))
      }
      guard let next = application.next(on: today) else { return answers }
      return answers + [Due(day: next.day, task: .application(application.id, next.step))]
    }
  }
}

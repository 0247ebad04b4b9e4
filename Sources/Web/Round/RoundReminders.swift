import Scoring
import StudioRegistry
import Wording

extension RoundDesk {
  /// How many days a judge is given where nobody says by when.
  private static let reminderDays = 7

  /// A text to copy for each judge who has sheets left: what, by when, and where.
  func reminders() async throws -> Answer {
    try await visit.trying {
      let by = try visit.query.day("by", phrases)
      if let by, by < today { throw Turned.said(say(.pastDay(by))) }
      return try reminders(by: by, refused: nil)
    } else: {
      try reminders(by: nil, refused: $0)
    }
  }

  private func reminders(by: Day?, refused: String?) throws -> Answer {
    let last = by ?? today.adding(days: Self.reminderDays)
    let left = Dictionary(grouping: round.unsigned, by: \.judge)
    let returned = Set(round.earlier.filter { $0.value.last?.why == .returned }.keys)
    let texts = round.marking.panel.compactMap { judge -> Model? in
      guard let own = left[judge] else { return nil }
      var studios: [String] = []
      for key in own where studios.last != names.studio(key.studio) { studios.append(names.studio(key.studio)) }
      let reminder = Reminder(
        judge: names.account(judge), period: round.period, sheets: own.count, studios: studios,
        returned: own.count { returned.contains($0) }, by: last, address: "\(visit.address)/judge")
      // Judges are written to in Chinese, whatever language the clerk reads.
      return [
        "login": reminder.judge, "id": judge.description,
        "text": Language.zh.phrases.page(RoundNotice.reminder(reminder)),
      ]
    }
    return try page(
      .reminders, .reminders, ["texts": texts, "hasTexts": !texts.isEmpty, "by": last.description], refused: refused)
  }
}

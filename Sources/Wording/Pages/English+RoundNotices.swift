import Scoring
import StudioRegistry

extension English {
  func page(_ notice: RoundNotice) -> String {
    switch notice {
    case .title(let id, let period, let isSecond):
      "\(isSecond ? "Second assessment" : "Round") \(id), \(years(period))"
    case .document(let adoption): "under \(adoption.document) of \(adoption.on)"
    case .todo(let step): todo(step)
    case .version(let version, let day): "Result \(version), closed on \(day)"
    case .publication(let notice):
      "Result \(notice.version) on public notice since \(notice.on): \(notice.address); objections until \(notice.until)."
    case .confirmedOn(let day): "Confirmed on \(day)."
    case .signed(let signed, let all): "\(signed)/\(all)"
    case .returned(let signed, let all): "returned \(signed)/\(all)"
    case .panelSize(let size):
      "A panel usually has \(size.value) judges (\(source(size.source))), always an odd number."
    case .noticeDays(let days):
      "The notice runs \(days.value) working days from the day after publication (\(source(days.source)))."
    case .answerDays(let days):
      "An objection is answered within \(days.value) working days from the day after it came (\(source(days.source)))."
    case .differences(let count):
      "The two entries differ in \(count == 1 ? "1 place" : "\(count) places"); nothing was recorded."
    case .reminder(let reminder): self.reminder(reminder)
    case .needed(let label): "Fill in “\(label)”."
    case .badYear(let text): "“\(text)” is no year; write it as 2024."
    case .badAddress(let text):
      "“\(text)” is no web address: give the notice's whole one, which begins with http:// or https://."
    case .pastDay(let day): "\(day) is over: choose today or a later day."
    case .badMark(let id, let text): "\(id): “\(text)” is no mark; write it as 6.5."
    case .far(let factor):
      "the mean distance is more than \(factor) times that of the middle judge of the panel; a working rule of this page"
    }
  }

  private func todo(_ step: RoundStep) -> String {
    switch step {
    case .appointPanel: "Appoint the panel"
    case .approve(let proposal): "Proposal \(proposal) waits for another person’s approval"
    case .sheets(let missing, let judges):
      "\(missing) sheets of \(judges == 1 ? "1 judge" : "\(judges) judges") are not signed: remind them"
    case .paper(let count): "\(count == 1 ? "1 paper sheet waits" : "\(count) paper sheets wait") for the second entry"
    case .certify(let count):
      "\(count) certified \(count == 1 ? "addition waits" : "additions wait") for a second cleared person (Art. 17)"
    case .close: "All sheets are signed: look at the preview and close the round"
    case .closeAnew: "Something changed: close the round anew, with the reason"
    case .vote(let votes, let voters): "A tie for excellence: the panel votes; \(votes) of \(voters) have"
    case .publish: "Publish the result"
    case .noticeRuns(let until): "On public notice; objections until \(until)"
    case .answer(let objection, let by): "Answer objection \(objection) by \(by)"
    case .correct(let objection):
      "Objection \(objection) was upheld: return the sheets concerned, or close the round anew"
    case .confirm: "The notice has ended: propose the confirmation"
    }
  }

  private func reminder(_ reminder: Reminder) -> String {
    let returned = reminder.returned == 0 ? "" : " (\(reminder.returned) of them came back)"
    return """
      To judge \(reminder.judge):
      in the assessment of \(years(reminder.period)) you have not signed everything, studios: \(reminder.studios.count), \
      rubrics in all: \(reminder.sheets)\(returned). The studios are \(reminder.studios.joined(separator: ", ")).
      Please mark and sign them by \(reminder.by): \(reminder.address)
      If you are related to a studio, declare your recusal there first. Never enter state secrets.
      """
  }
}

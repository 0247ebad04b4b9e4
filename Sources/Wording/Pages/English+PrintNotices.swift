import Scoring
import StudioRegistry

extension English {
  package func page(_ notice: PrintNotice) -> String {
    switch notice {
    case .day(let day): "\(day.day) \(months[day.month - 1]) \(day.year)"
    case .issuers(let names): names.joined(separator: " and ")
    case .addressees(let names): names.joined(separator: ", ")
    case .summaryTitle(let period, let isSecond): "Panel Summary Sheet, \(assessment(isSecond)) \(years(period))"
    case .summaryVersion(let version, let day, let studios, let judges):
      "version \(version), closed on \(page(PrintNotice.day(day))); \(studios) studios, \(judges) judges"
    case .exactTotal(let total): "before rounding \(total)"
    case .places(let places, let base): "Places for excellence: \(places) (base \(base))"
    case .noticeTitle(let period, let isSecond, let isCorrection):
      "\(isCorrection ? "Corrected " : "")Notice of Results: \(assessment(isSecond)) \(years(period))"
    case .noticeOpening(let period, let basis, let organisation, let bureau, let isSecond):
      "Under \(cited(basis)), the \(organisation.en) and the \(bureau.en) carried out the \(assessment(isSecond).lowercased()) of skill-master studios for \(years(period)). The results are hereby published."
    case .noticeReplaces(let day, let address):
      "This corrects the notice of \(page(PrintNotice.day(day))) (\(address)) and stands in its place; the former is void."
    case .noticeCounts(let qualified, let excellent, let unqualified, let incomplete):
      "Qualified: \(qualified), of these excellent: \(excellent)\(unqualified.map { "; unqualified: \($0)" } ?? "")\(incomplete.map { "; without an outcome: \($0)" } ?? "")."
    case .noticeRunning(let from, let until):
      "From \(page(PrintNotice.day(from))) to \(page(PrintNotice.day(until))), both days included."
    case .noticePlanned(let days, let isWorking):
      "From ______________ to ______________, both days included: \(self.days(days, isWorking)) from the day after publication."
    case .noticeObjections(let organisation, let bureau, let answer, let isWorking):
      "Whoever objects may turn to the \(organisation.en) or the \(bureau.en) within that time, by letter, by telephone or in person, preferably by name; an anonymous lead has to be checkable. Each is answered within \(days(answer, isWorking)) from the day after it is received."
    case .rectificationTitle(let studio): "Notice to \(studio) to Rectify within a Time"
    case .rectify(let period, let basis, let score, let mark):
      "In the assessment \(years(period)) under \(cited(basis)) your studio's final score was \(score?.description ?? "—"), below \(mark.plain): unqualified. You are notified of the following:"
    case .timeToRectify(let months, let source):
      "Under \(self.source(source)) you have \(time(months)) to rectify, from the day on which this notice is served. "
    case .timeRunning(let served, let until):
      "It was served on \(page(PrintNotice.day(served))); the time ends on \(page(PrintNotice.day(until)))."
    case .secondAssessment(let mark, let source):
      "After that time a second assessment follows under the same rules, with \(mark.plain) to pass. If the studio is unqualified again, the title is cancelled (\(self.source(source)))."
    case .weakest(let criterion, let median, let maximum): "\(criterion.en) \(median)/\(maximum)"
    case .cancellationTitle(let ground, let studio): "Decision on \(studio): \(ground.wording.en)"
    case .party(let studio, let code, let unit, let expert):
      "Party: \(studio) (\(code)) of \(unit), named after \(expert)."
    case .exhibit(let place, let title, let digest): "\(place). \(title) (SHA-256 \(digest))"
    case .invited(let day, let until):
      "The studio was told on \(page(PrintNotice.day(day))) that it may state its case until \(page(PrintNotice.day(until)))."
    case .stated(let day, let text): "On \(page(PrintNotice.day(day))) it stated: \(text)"
    case .decided(let studio, let ground, let basis):
      "This is the case of “\(ground.title.en)”. Under \(cited(basis)) it is decided of \(studio): \(ground.wording.en)."
    case .remedy(let place, let remedy):
      "(\(place)) \(remedy.title.en): whoever disagrees may \(place == 1 ? "" : "also ")\(remedy.act?.en ?? "turn to") \(remedy.body.en) \(remedy.limit.en), under the \(remedy.law.en)."
    case .served(let day):
      "This decision takes effect on the day of service. Served on: \(page(PrintNotice.day(day)))."
    case .reportTitle(let period, let isSecond): "Report on the \(assessment(isSecond)) \(years(period))"
    case .reportResult(let period, let assessed, let qualified, let unqualified, let excellent, let incomplete):
      "Of \(assessed) studios assessed for \(years(period)), \(qualified) are qualified (\(excellent) of them excellent) and \(unqualified) unqualified\(incomplete > 0 ? "; \(incomplete) cannot be graded yet" : "")."
    case .reportRules(let basis, let mark):
      "Under \(cited(basis)) \(mark.plain) points pass."
    case .reportComparison(let better, let worse, let same, let new, let missing):
      "Of the studios of both rounds \(better) rose, \(worse) fell and \(same) kept their score; \(new) are new, \(missing) are missing or have no score."
    case .percent(let points): "\(points)%"
    case .award(let studios, let each, let sum, let source):
      "Awards for excellence (\(self.source(source))): \(studios) × \(yuan(each)) = \(yuan(sum))."
    case .paid(let studios, let sum): "Paid so far: \(studios), \(yuan(sum))."
    case .more(let count): "And \(count) more."
    case .objection(let id, let studio, let received, let by):
      "\(id) about \(studio ?? "the whole round"), received on \(page(PrintNotice.day(received))), to be answered by \(page(PrintNotice.day(by)))."
    case .changesShown(let count): "Only the \(count) studios that changed most, or rank first."
    }
  }

  private var months: [String] {
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
  }

  private func cited(_ basis: PrintNotice.Basis) -> String {
    "\(source(basis.source)) of the \(basis.regulation.en) (\(basis.document))"
  }

  private func assessment(_ isSecond: Bool) -> String { isSecond ? "Second Assessment" : "Assessment" }

  private func days(_ count: Int, _ isWorking: Bool) -> String {
    "\(count) \(isWorking ? "working" : "calendar") \(count == 1 ? "day" : "days")"
  }

  private func time(_ months: Int) -> String {
    guard months % 12 == 0 else { return months == 1 ? "1 month" : "\(months) months" }
    return months == 12 ? "1 year" : "\(months / 12) years"
  }
}

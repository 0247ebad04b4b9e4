package import Scoring

/// A review as it was scored: all that it takes to compute it again.
package struct ScoredReview: Codable, Hashable, Sendable {
  package let sheets: [Sheet]
  package let score: Points
  /// The exact score before rounding, `14999/200`.
  package let exact: String
  package let grade: Grade

  /// What a judge gave, by criterion.
  package struct Sheet: Codable, Hashable, Sendable {
    package let judge: ID<Account>
    package let marks: [String: Points]

    package init(judge: ID<Account>, marks: [String: Points]) {
      (self.judge, self.marks) = (judge, marks)
    }
  }
}

package struct ApplicationReviewed: Event {
  package static let kind = "application-reviewed"
  package let application: ID<Application>
  package let isRecommended: Bool
  /// The number of the minutes.
  package let minutes: String
  package let scored: ScoredReview?

  package func apply(to register: inout Register, as record: Record) {
    register.applications[application]?.reviews.append(
      Application.Review(day: record.on, isRecommended: isRecommended, minutes: minutes, scored: scored))
    register.applications[application]?.isReopened = false
    register.applications[application]?.step(on: record.on)
  }
}

/// Records the experts' review, organised by both departments (Art. 8(2)): by its minutes, or scored by the host.
package struct ReviewApplication: Command {
  package var name: CommandName { .reviewApplication }
  package let application: ID<Application>
  package let minutes: String
  package let result: Result

  package enum Result: Hashable, Sendable {
    case recommended
    case notRecommended
    /// As the score and its pass mark say.
    case scored([ScoredReview.Sheet])
  }

  package init(_ application: ID<Application>, minutes: String, _ result: Result) {
    (self.application, self.minutes, self.result) = (application, minutes, result)
  }

  package var freeTexts: [String] { [minutes] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    [try register.reviewing(self, on: asker.on)]
  }
}

extension Register {
  fileprivate func reviewing(_ asked: ReviewApplication, on day: Day) throws(Refusal) -> ApplicationReviewed {
    let found = try open(asked.application, after: day)
    try require(asked.minutes)
    guard found.lacking.isEmpty else {
      throw .application(.incomplete(found.id, lacking: found.lacking.map(\.title)))
    }
    guard found.review == nil else { throw .application(.reviewedAlready(found.id)) }
    let scored: ScoredReview?
    if case .scored(let sheets) = asked.result {
      try checkJudges(of: sheets, reviewing: found, on: day)
      scored = try found.scoring(sheets, in: self)
    } else {
      if let use = found.terms?.review?.use, use.value == .always { throw .application(.scoresNeeded(use.source)) }
      scored = nil
    }
    return ApplicationReviewed(
      application: found.id, isRecommended: scored.map { $0.grade == .qualified } ?? (asked.result == .recommended),
      minutes: asked.minutes, scored: scored)
  }

  /// A score follows from the sheets, and whether it recommends from the score.
  func allows(_ reviewed: ApplicationReviewed, on day: Day) -> Bool {
    let result: ReviewApplication.Result =
      if let scored = reviewed.scored {
        .scored(scored.sheets)
      } else {
        reviewed.isRecommended ? .recommended : .notRecommended
      }
    let asked = ReviewApplication(reviewed.application, minutes: reviewed.minutes, result)
    return (try? reviewing(asked, on: day)) == reviewed
  }

  /// Refuses who is no judge, comes twice, or works or lately worked in the unit that applies.
  fileprivate func checkJudges(
    of sheets: [ScoredReview.Sheet], reviewing application: Application, on day: Day
  ) throws(Refusal) {
    let years = application.rules.rounds.sameUnit.value
    var persons: Set<ID<Person>> = []
    for sheet in sheets {
      guard let account = accounts[sheet.judge], account.isOpen(on: day) else { throw .unknownAccount }
      guard account.role == .judge else { throw .notAJudge(account.login) }
      guard persons.insert(account.person).inserted else { throw .judgeTwice(account.login) }
      let worked = (self.persons[account.person]?.employments ?? []).filter { employment in
        employment.until.map { $0.adding(months: 12 * years) >= day } ?? true
      }.map(\.unit.withoutSpacing)
      let near = (application.units + [application.enterprise].compactMap(\.self)).map(\.withoutSpacing)
      guard account.person != application.expert, !worked.contains(where: near.contains) else {
        throw .application(.judgeOfUnit(account.login, unit: application.unit))
      }
    }
  }
}

extension Application {
  /// What a review comes to; the same sheets under the same rules always give the same.
  fileprivate func scoring(_ sheets: [ScoredReview.Sheet], in register: Register) throws(Refusal) -> ScoredReview {
    let settlement = try settlement(of: sheets, in: register)
    guard let outcome = settlement.outcome(of: id.description), let score = outcome.score else {
      let minimum = rules.panel.minimum
      throw .panelTooSmall(sheets.count, needed: minimum.value, minimum.source)
    }
    do throws(NumberError) {
      let exact = try PanelScore.total(of: settlement.scores(of: outcome))
      return ScoredReview(sheets: sheets, score: score, exact: exact.description, grade: outcome.grade)
    } catch {
      throw .numberTooLarge
    }
  }

  /// A review settled by the host as a round of one, with the application in the studio's place.
  package func settlement(of sheets: [ScoredReview.Sheet], in register: Register) throws(Refusal) -> Settlement {
    guard let rules = rules.reviewing, let rubric = rules.rubrics.first else { throw .application(.noReviewRubric) }
    let layout = SheetLayout(rules)
    let slots = Dictionary(layout.ids.enumerated().map { ($1, $0) }) { first, _ in first }
    var book = Scorebook(layout: layout)
    for sheet in sheets {
      try check(sheet, rubric, in: register)
      let number = book.sheet(studio: id.description, judge: register.login(of: sheet.judge))
      for (criterion, points) in sheet.marks {
        // Every judge has one sheet, and none is marked whole.
        if let slot = slots[criterion] { try? book.enter(Int32(points.hundredths), slot: slot, sheet: number) }
      }
    }
    do throws(NumberError) { return try Settlement(of: book, by: rules) } catch { throw .numberTooLarge }
  }

  /// Refuses a sheet that is not full, or has marks that are not the rubric's or too high.
  private func check(_ sheet: ScoredReview.Sheet, _ rubric: Rubric, in register: Register) throws(Refusal) {
    for id in sheet.marks.keys.sorted() {
      guard let criterion = rubric.criteria.first(where: { $0.id == id }) else {
        throw .unknownCriterion(id, rubric: rubric.id)
      }
      guard let points = sheet.marks[id], points >= .zero, points <= criterion.maximum else {
        throw .markOutOfRange(id, sheet.marks[id] ?? .zero, maximum: criterion.maximum, criterion.source)
      }
    }
    let missing = rubric.criteria.map(\.id).filter { sheet.marks[$0] == nil }
    guard missing.isEmpty else {
      throw .sheetUnfinished(studio: id.description, rubric: rubric.id, missing: missing)
    }
  }
}

import Scoring
import StudioRegistry

extension Desk {
  /// Opens a round as the clerk.
  mutating func openRound(
    _ years: ClosedRange<Int> = 2024...2025, on day: Day = "2026-01-05", adopted: Adoption = Desk.adoption
  ) throws -> ID<Round> {
    try ask(try Desk.opening(years, rules, adopted), as: "clerk", on: day)
    return ID(register.sequence)
  }

  static func opening(_ years: ClosedRange<Int>, _ rules: RuleSet, _ adopted: Adoption = adoption) throws -> OpenRound {
    guard let period = Period(years: years) else { throw NumberError.outOfRange }
    return OpenRound(period: period, rules: rules, adoption: adopted)
  }

  func panel(_ round: ID<Round>, _ judges: [String], _ alternates: [String] = [], reason: String? = nil) -> AppointPanel
  {
    AppointPanel(round: round, judges: judges.map(account), alternates: alternates.map(account), reason: reason)
  }

  /// A sheet of marks by criterion, or by the rubric's own id.
  func sheet(_ code: String, _ rubric: String, _ marks: [String: Points]) -> SheetMarks {
    SheetMarks(studio: studio(code), rubric: rubric, marks: marks)
  }

  /// A judge enters and signs sheets that mark every rubric of a studio whole, in rule-set order.
  mutating func mark(_ code: String, in round: ID<Round>, by judge: String, _ points: Points...) throws(Refusal) {
    let sheets = zip(rules.rubrics, points).map { sheet(code, $0.id, [$0.id: $1]) }
    try ask(EnterSheets(round: round, judge: account(judge), sheets: sheets), as: judge)
    try ask(SignSheets(round: round, sheets: []), as: judge)
  }

  /// All judges of the panel enter and sign the same sum for a studio, laid out over the rubrics from the first on.
  mutating func markAll(_ code: String, in round: ID<Round>, _ total: Points) throws {
    for judge in try self.round(round).marking.panel {
      let login = register.login(of: judge)
      guard try !self.round(round).isRecused(judge, from: studio(code)) else { continue }
      try ask(EnterSheets(round: round, judge: judge, sheets: sheets(code, total)), as: login)
      try ask(SignSheets(round: round, sheets: []), as: login)
    }
  }

  /// Sheets that mark every criterion of every rubric, so that all of them add up to a total.
  func sheets(_ code: String, _ total: Points) -> [SheetMarks] {
    var left = total
    return rules.rubrics.map { rubric in
      var marks: [String: Points] = [:]
      for criterion in rubric.criteria {
        let points = min(left, criterion.maximum)
        left = left - points
        marks[criterion.id] = points
      }
      return sheet(code, rubric.id, marks)
    }
  }

  /// A round with a panel of the judges from `J1` on.
  mutating func openWithPanel(
    _ years: ClosedRange<Int> = 2024...2025, on day: Day = "2026-01-05", judges: Int? = nil, alternates: [String] = []
  ) throws -> ID<Round> {
    let round = try openRound(years, on: day)
    let judges = (1...(judges ?? rules.rounds.panel.value)).map { "J\($0)" }
    try ask(panel(round, judges, alternates), as: "clerk")
    return round
  }

  /// Proposes a decision as the clerk, and approves it.
  mutating func carry(_ decision: Decision, by approvers: [String] = ["approver"]) throws(Refusal) {
    try ask(Propose(decision, reason: "依据会议纪要"), as: "clerk")
    let proposal = proposal
    for approver in approvers { try ask(Approve(proposal), as: approver) }
  }

  /// Publishes a closed round, and confirms it on the first day after the notice.
  mutating func publishAndConfirm(_ round: ID<Round>) throws {
    try ask(PublishRound(round: round, address: "云阳县人民政府网"), as: "clerk")
    let until = try self.round(round).publications.last?.until ?? today
    today = until.adding(days: 1)
    try carry(.confirmRound(round))
  }

  /// A whole round in which all judges give each studio the same sum.
  mutating func runRound(
    _ totals: [String: Points], years: ClosedRange<Int> = 2024...2025, on day: Day = "2026-01-05"
  ) throws -> ID<Round> {
    let round = try openWithPanel(years, on: day)
    for (code, total) in totals.sorted(by: { $0.key < $1.key }) { try markAll(code, in: round, total) }
    try ask(CloseRound(round: round), as: "clerk")
    try publishAndConfirm(round)
    return round
  }

  /// Serves a failed studio its notice, and runs its second assessment with the same sum from every judge.
  mutating func secondAssessment(of code: String, _ total: Points, served: Day) throws -> ID<Round> {
    try ask(ServeRectification(studio: studio(code), receipt: "送达回证1号"), as: "clerk", on: served)
    let until = register.rectifications.last { $0.studio == studio(code) }?.until
    try ask(OpenSecondAssessment(studios: [studio(code)]), as: "clerk", on: (until ?? today).adding(days: 1))
    let round = ID<Round>(register.sequence)
    try ask(panel(round, (1...7).map { "J\($0)" }), as: "clerk")
    try markAll(code, in: round, total)
    try ask(CloseRound(round: round), as: "clerk")
    try publishAndConfirm(round)
    return round
  }

  /// Opens proceedings against a studio, and brings them to where they can be decided.
  @discardableResult
  mutating func proceedings(
    against code: String, ground: String = "failed-again", facts: String = "复评不合格"
  ) throws -> ID<CancellationCase> {
    try ask(OpenCancellation(studio: studio(code), ground: ground, facts: facts), as: "clerk")
    let id = ID<CancellationCase>(register.sequence)
    try ask(AddExhibit(id, title: "复评结果", digest: String(repeating: "0", count: 64)), as: "clerk")
    try ask(InviteStatement(id, receipt: "送达回证2号"), as: "clerk")
    try ask(RecordStatement(id, text: "请求宽限"), as: "clerk")
    return id
  }

  /// Cancels a title from the ground to the service.
  @discardableResult
  mutating func cancel(
    _ code: String, ground: String = "failed-again", by approvers: [String] = ["approver", "org-approver"]
  ) throws -> ID<CancellationCase> {
    let id = try proceedings(against: code, ground: ground)
    try carry(.cancelTitle(studio(code)), by: approvers)
    try ask(ServeCancellation(id, number: "云人社〔2027〕9号", receipt: "送达回证3号"), as: "clerk")
    return id
  }

  /// Lets a studio fail a round of three, and its second assessment.
  mutating func failTwice(_ code: String) throws {
    var totals: [String: Points] = ["YY001": 80, "YY002": 80, "YY003": 80]
    totals[code] = 60
    _ = try runRound(totals)
    _ = try secondAssessment(of: code, 60, served: "2026-03-02")
  }

  /// A judge's sheet as it stands.
  func entered(_ code: String, _ rubric: String, in round: ID<Round>, by judge: String) throws -> Sheet? {
    let found = try self.round(round)
    return found.marking.sheets.first { isSheet($0.key, code, rubric, judge, found) }?.value
  }

  /// The sheets of a judge that no longer count.
  func earlier(_ code: String, _ rubric: String, in round: ID<Round>, by judge: String) throws -> [EarlierSheet] {
    let found = try self.round(round)
    return found.earlier.first { isSheet($0.key, code, rubric, judge, found) }?.value ?? []
  }

  private func isSheet(_ key: SheetKey, _ code: String, _ rubric: String, _ judge: String, _ round: Round) -> Bool {
    key.judge == account(judge) && key.studio == studio(code) && round.rules.rubrics[key.rubric].id == rubric
  }
}

import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

extension Story {
  private static let panel = (1...7).map { "J\($0)" }

  func openAccounts() async throws {
    let accounts: [(String, Role, String, String?)] = [
      ("clerk", .bureauClerk, "李明", nil), ("org-clerk", .organisationClerk, "何静", nil),
      ("org", .organisationApprover, "赵强", nil), ("watch", .supervisor, "孙正", nil),
      ("J1", .judge, "陈永贵", "重庆三峡学院"), ("J2", .judge, "徐国安", "重庆三峡职业学院"), ("J3", .judge, "马长林", "万州技师学院"),
      ("J4", .judge, "高文斌", "重庆安全技术学院"), ("J5", .judge, "孟庆余", "云江电气公司"), ("J6", .judge, "史建平", "重庆信息技术学院"),
      ("J7", .judge, "龚树声", "重庆幼儿师范学院"), ("J8", .judge, "潘家驹", "万州职教中心"), ("J9", .judge, "邱少云", "奉节职教中心"),
    ]
    for (login, role, name, unit) in accounts {
      let person = desk.seal(PersonValues(name: name))
      let holder = OpenAccount.Holder.new(person.commitment, unit.map { Employment(unit: $0, until: nil) })
      try await ask(
        "approver", "2022-06-02", OpenAccount(login: login, role: role, holder: holder), persons: [person],
        isSilent: role == .judge)
    }
    guard let left = Day("2023-05-31") else { return }
    let judge = try await desk.account("J7").person
    let former = Employment(unit: "云品电商公司", until: left)
    try await ask("approver", "2023-06-01", RecordEmployment(person: judge, employment: former))
  }

  func takeOverStudios() async throws {
    part(.studios)
    let rows = try StudioRow.read(TableSource(path: "\(example)/studios.csv"))
    let persons = rows.map { desk.seal(PersonValues(name: $0.expert)) }
    let asked = zip(rows, persons).map { row, person in
      ImportStudios.Row(
        code: row.code, unit: row.unit, expert: .new(person.commitment, nil), occupation: row.occupation,
        confirmed: row.confirmed)
    }
    try await ask("clerk", "2023-07-03", ImportStudios(rows: asked), persons: persons)
  }

  func firstRound() async throws -> ID<Round> {
    part(.firstRound)
    let round = try await open(
      endingIn: 2023, on: "2024-01-15", judges: Self.panel, alternates: ["J8", "J9"])
    try await mark(round, ["\(example)/first-round.csv"], on: "2024-01-25", judges: Self.panel)
    try await ask("clerk", "2024-01-26", CloseRound(round: round), isSilent: true)
    try await RoundReport(round, version: nil, desk).show()
    part(.firstOutcome)
    try await ask(
      "clerk", "2024-01-29", PublishRound(round: round, address: "https://www.yunyang.example/notice/2024-1"))
    let objector = desk.seal(PersonValues(name: "龙明秀"))
    let objection = RaiseObjection(
      round: round, studio: try await desk.studio("YY024").id, by: .new(objector.commitment, nil), text: "带徒人数未计入实习学生")
    let raised = try await ask("clerk", "2024-02-01", objection, persons: [objector])
    try await ask(
      "approver", "2024-02-05",
      AnswerObjection(
        objection: ID(raised.entries.upperBound), isUpheld: false, text: "实习学生培训不满六个月，不计入"))
    try await decide(.confirmRound(round), because: "公示期满，异议已答复", "2024-02-06", by: ["approver"])
    return round
  }

  func consequences(of round: ID<Round>) async throws {
    part(.consequences)
    let failed = try await desk.read { register in
      try register.round(round).result?.studios.filter { $0.grade == .unqualified }.map(\.studio).sorted() ?? []
    }
    for studio in failed {
      try await ask("clerk", "2024-02-20", ServeRectification(studio: studio, receipt: "整改通知书〔2024〕送达回证"))
    }
    part(.rectified)
    let opened = try await ask("clerk", "2025-03-03", OpenSecondAssessment(studios: failed))
    let second = ID<Round>(opened.entries.lowerBound)
    try await appoint(second, on: "2025-03-03", judges: Self.panel, alternates: ["J8", "J9"])
    try await mark(second, ["\(example)/second-assessment.csv"], on: "2025-03-10", judges: Self.panel)
    try await ask("clerk", "2025-03-11", CloseRound(round: second))
    try await ask(
      "clerk", "2025-03-12", PublishRound(round: second, address: "https://www.yunyang.example/notice/2025-1"))
    try await decide(.confirmRound(second), because: "公示期满，无异议", "2025-03-20", by: ["approver"])
    let lost = try await desk.read { $0.rectifications.filter { $0.outcome == .failed }.map(\.studio) }
    for studio in lost { try await cancel(studio) }
  }

  func secondRound() async throws -> ID<Round> {
    let round = try await openSecondRound()
    try await markSecondRound(round, by: Self.panel)
    return round
  }

  /// Judges enter and sign what the example has of theirs.
  func markSecondRound(_ round: ID<Round>, by judges: [String]) async throws {
    let sheets = try FileManager.default.contentsOfDirectory(atPath: "\(example)/sheets").sorted()
      .map { "\(example)/sheets/\($0)" }
    try await mark(round, sheets, on: "2026-01-23", judges: judges)
  }

  /// The evidence of two years, verified; the panel with a judge replaced; nobody else has marked yet.
  func openSecondRound() async throws -> ID<Round> {
    part(.evidence)
    let cancelled = try await desk.read { Set($0.studiosInOrder.filter(\.isOver).map(\.code)) }
    let rows = try EvidenceFolder("\(example)/evidence", await desk.read(\.modules)).rows().filter {
      !cancelled.contains($0.studio)
    }
    let plan = try await EvidencePlan(rows, desk)
    try await ask("clerk", "2026-01-06", plan.command, persons: plan.sealed, isSilent: true)
    try await verify(rows)
    part(.secondRound)
    let judges = Array(Self.panel.prefix(6)) + ["J8"]
    let round = try await open(endingIn: 2025, on: "2026-01-12", judges: judges, alternates: ["J7", "J9"])
    for (judge, studio, relation) in [
      ("J2", "YY008", JudgeRecused.Relation.kin), ("J1", "YY014", .masterAndApprentice), ("J5", "YY015", .jointProject),
      ("J4", "YY017", .masterAndApprentice),
    ] {
      let (judgeID, studioID) = (try await desk.account(judge).id, try await desk.studio(studio).id)
      try await ask(
        judge, "2026-01-13",
        Recuse(round: round, judge: judgeID, studio: studioID, relation: relation, reason: ""))
    }
    part(.replaced)
    let (ill, other) = (try await desk.account("J8").id, try await desk.account("J7").id)
    let early = SheetMarks(
      studio: try await desk.studio("YY001").id, rubric: "competition-results", marks: ["competition-results": 12])
    try await ask("J8", "2026-01-15", EnterSheets(round: round, judge: ill, sheets: [early]))
    try await ask("J8", "2026-01-15", SignSheets(round: round, sheets: []))
    try await decide(
      .replaceJudge(round: round, judge: ill, by: other), because: "评委住院", "2026-01-16", by: ["approver"])
    return round
  }

  /// The example says which rows hold: what rests on none of them is rejected, one by one.
  private func verify(_ rows: [EvidenceRow]) async throws {
    let names = try await desk.vault()
    let entries = try await desk.read { register in
      register.claims.map { (entry: $0, record: register.record(of: $0, people: { names[$0]?.name })) }
    }
    let codes = try await desk.read { $0.studios.mapValues(\.code) }
    let holding = Dictionary(grouping: rows.filter(\.record.isVerified)) { [$0.studio, $0.record.kind] }
    func holds(_ entry: ClaimEntry, _ record: EvidenceRecord?) -> Bool {
      let cells = record?.cells ?? [:]
      return holding[[codes[entry.studio] ?? "", entry.kind], default: []].contains { row in
        let known = row.record.cells
        return cells.allSatisfy { known[$0.key] == $0.value }
      }
    }
    let verified = entries.filter { holds($0.entry, $0.record) }.map(\.entry.claim)
    try await ask("approver", "2026-01-09", VerifyEvidence(claims: verified))
    for (entry, record) in entries where !holds(entry, record) {
      try await ask("approver", "2026-01-09", RejectEvidence(entry.claim, reason: "证明材料不全"), isSilent: true)
    }
  }

  func outcome(of round: ID<Round>) async throws {
    try await returnSheet(round)
    part(.closed)
    try await ask("clerk", "2026-01-27", CloseRound(round: round), isSilent: true)
    try await RoundReport(round, version: nil, desk).show()
    part(.vote)
    try await vote(round, on: "2026-01-28")
    try await ask(
      "clerk", "2026-01-29", PublishRound(round: round, address: "https://www.yunyang.example/notice/2026-1"))
    try await correct(round)
    part(.confirmed)
    try await decide(.confirmRound(round), because: "公示期满，异议已答复", "2026-02-14", by: ["approver"])
  }

  /// J3 finds a slip on a signed sheet: it goes back, is corrected to what the judge meant, and signed again.
  private func returnSheet(_ round: ID<Round>) async throws {
    part(.returned)
    let judge = try await desk.account("J3").id
    let sheet = SheetName(studio: try await desk.studio("YY005").id, rubric: "competition-results")
    let marks = try await marks(of: sheet, by: judge, in: round)
    try await decide(
      .returnSheet(round: round, judge: judge, sheet: sheet), because: "评委发现抄写错误", "2026-01-26", by: ["approver"])
    try await enter(sheet, marks, by: "J3", in: round, on: "2026-01-26")
  }

  /// An upheld objection: a judge had not seen the proof of a benefit, which the criterion's words ask for.
  private func correct(_ round: ID<Round>) async throws {
    part(.objection)
    let studio = try await desk.studio("YY011").id
    let objection = RaiseObjection(round: round, studio: studio, by: nil, text: "经济效益有财务证明，评分时未见")
    let raised = try await ask("clerk", "2026-02-02", objection)
    try await ask(
      "approver", "2026-02-03",
      AnswerObjection(objection: ID(raised.entries.upperBound), isUpheld: true, text: "证明属实，退回评委重评"))
    let judge = try await desk.account("J5").id
    let sheet = SheetName(studio: studio, rubric: "technical-breakthroughs")
    var marks = try await marks(of: sheet, by: judge, in: round)
    try await decide(
      .returnSheet(round: round, judge: judge, sheet: sheet), because: "异议成立：补充财务证明", "2026-02-03",
      by: ["approver"])
    marks["A3"] = Points(hundredths: 750)
    try await enter(sheet, marks, by: "J5", in: round, on: "2026-02-04")
    try await ask(
      "clerk", "2026-02-05", CloseRound(round: round, reason: "异议成立，评委重评一份评分表"), isSilent: true)
    try await vote(round, on: "2026-02-05")
    try await ask(
      "clerk", "2026-02-06", PublishRound(round: round, address: "https://www.yunyang.example/notice/2026-2"))
    try await RoundReport(round, version: nil, desk).showChanges()
  }
}

// MARK: - What rounds have in common

extension Story {
  private func open(
    endingIn year: Int, on day: String, judges: [String], alternates: [String]
  ) async throws -> ID<Round> {
    guard let period = Period(years: (year - rules.rounds.years.value + 1)...year) else { throw NumberError.outOfRange }
    let adoption = Adoption(document: rules.document, on: rules.passMark.from)
    let opened = try await ask("clerk", day, OpenRound(period: period, rules: rules, adoption: adoption))
    let round = ID<Round>(opened.entries.lowerBound)
    try await desk.warn(of: round)
    try await appoint(round, on: day, judges: judges, alternates: alternates)
    return round
  }

  private func appoint(_ round: ID<Round>, on day: String, judges: [String], alternates: [String]) async throws {
    let panel = AppointPanel(
      round: round, judges: try await desk.accounts(judges.joined(separator: ",")),
      alternates: try await desk.accounts(alternates.joined(separator: ",")), reason: nil)
    try await ask("clerk", day, panel)
  }

  /// Every judge enters and signs the sheets of score files; recused judges' rows and studios outside the round are left out.
  private func mark(_ round: ID<Round>, _ files: [String], on day: String, judges: [String]) async throws {
    let found = try await desk.read { try $0.round(round) }
    let host = try ScoringHost(found.rules, await desk.read(\.modules))
    let book = try await ScoreSheets(for: host).read(files.map(TableSource.init(path:)))
    for (judge, sheets) in try await desk.sheets(of: book, rules: found.rules) where judges.contains(judge.login) {
      let own = sheets.filter { found.studios.contains($0.studio) && !found.isRecused(judge.id, from: $0.studio) }
      try await ask(
        judge.login, day, EnterSheets(round: round, judge: judge.id, sheets: own), isSilent: true)
      try await ask(judge.login, day, SignSheets(round: round, sheets: []))
    }
  }

  private func marks(of sheet: SheetName, by judge: ID<Account>, in round: ID<Round>) async throws -> [String: Points] {
    try await desk.read { register in
      let found = try register.round(round)
      guard let rubric = found.rubric(sheet.rubric) else { throw Refusal.unknownRubric(sheet.rubric) }
      return found.marking.sheets[SheetKey(judge: judge, studio: sheet.studio, rubric: rubric)]?.marks ?? [:]
    }
  }

  private func enter(
    _ sheet: SheetName, _ marks: [String: Points], by login: String, in round: ID<Round>, on day: String
  ) async throws {
    let marks = SheetMarks(studio: sheet.studio, rubric: sheet.rubric, marks: marks)
    try await ask(
      login, day, EnterSheets(round: round, judge: try await desk.account(login).id, sheets: [marks]), isSilent: true)
    try await ask(login, day, SignSheets(round: round, sheets: [sheet]))
  }

  /// Four judges for YY009, three for YY004.
  private func vote(_ round: ID<Round>, on day: String) async throws {
    let (four, three) = (try await desk.studio("YY009").id, try await desk.studio("YY004").id)
    for (place, judge) in Self.panel.enumerated() {
      try await ask(judge, day, CastVote(round: round, choice: [place % 2 == 0 ? four : three]), isSilent: true)
    }
    try await ask("clerk", day, CountVote(round: round))
  }
}

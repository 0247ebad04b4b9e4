import Scoring
import StudioRegistry

/// One command of every name, as somebody might ask for it.
struct SampleCommands {
  var desk: Desk
  let round: ID<Round>
  let all: [any Command]

  init() throws {
    var desk = try Desk()
    let round = try desk.openWithPanel(alternates: ["J8", "J9"])
    let exchange = EnterEvidence.Row(
      studio: desk.studio("YY001"), kind: "exchanges", cells: ["title": "焊工讲座", "held_on": "2025-03-05"], people: [:])
    try desk.ask(EnterEvidence(persons: [], rows: [exchange]), as: "contact")
    let item = ID<EvidenceItem>(desk.register.sequence)
    try desk.ask(EnterSheets(round: round, judge: desk.account("J1"), sheets: desk.sheets("YY001", 80)), as: "J1")
    try desk.ask(SignSheets(round: round, sheets: []), as: "J1")
    try desk.ask(EnterSheets(round: round, judge: desk.account("J1"), sheets: desk.sheets("YY002", 80)), as: "J1")
    let name = SheetName(studio: desk.studio("YY001"), rubric: "competition-results")
    let returning = Decision.returnSheet(round: round, judge: desk.account("J1"), sheet: name)
    try desk.ask(Propose(returning, reason: "笔误"), as: "clerk")
    let people: [any Command] = [
      Found(rules: desk.rules, adoption: Desk.adoption, login: "root", person: desk.commitment()),
      AddPerson(person: desk.commitment()),
      ChangePerson(person: desk.person("J9"), values: desk.commitment()),
      ErasePerson(person: desk.person("J9"), reason: "本人申请"),
      RecordEmployment(person: desk.person("J9"), employment: Employment(unit: "单位9", until: nil)),
      OpenAccount(login: "J20", role: .judge, holder: .new(desk.commitment(), nil)),
      CloseAccount(account: desk.account("J9"), reason: "调离"),
      AppointDeputy(
        for: desk.account("approver"), deputy: desk.account("approver-2"), from: "2026-01-01", until: "2026-01-31"),
      ImportStudios(rows: [
        .init(
          code: "YY100", unit: "单位100", expert: .new(desk.commitment(), nil), occupation: "钳工", confirmed: "2023-01-01")
      ]),
      EnterEvidence(persons: [], rows: [exchange]),
      VerifyEvidence(items: [item]), RejectEvidence(item: item, reason: "重复"),
    ]
    let rounds: [any Command] = [
      try Desk.opening(2022...2023, desk.rules), desk.panel(round, ["J1", "J2", "J3", "J4", "J5", "J6", "J7"]),
      Recuse(
        round: round, judge: desk.account("J1"), studio: desk.studio("YY003"), relation: .kin, reason: "亲属"),
      EnterSheets(round: round, judge: desk.account("J1"), sheets: desk.sheets("YY003", 80)),
      SignSheets(round: round, sheets: []), CompleteSheets(round: round, sheets: desk.sheets("YY003", 80)),
      CheckPaperSheets(
        round: round, judge: desk.account("J1"), sheets: desk.sheets("YY003", 80),
        scan: String(repeating: "0", count: 64)),
      CloseRound(round: round),
      CastVote(round: round, choice: [desk.studio("YY001")]), CountVote(round: round),
      PublishRound(round: round, address: "云阳县人民政府网"),
      RaiseObjection(round: round, studio: desk.studio("YY001"), by: nil, text: "材料不实"),
      AnswerObjection(objection: ID(9), isUpheld: false, text: "经查属实"),
      ServeRectification(studio: desk.studio("YY001"), receipt: "送达回证1号"),
      OpenSecondAssessment(studios: [desk.studio("YY001")]),
    ]
    let decisions: [any Command] = [
      Propose(returning, reason: "笔误"),
      Propose(
        .replaceJudge(round: round, judge: desk.account("J7"), by: desk.account("J8")), reason: "因病"),
      Propose(.confirmRound(round), reason: "公示无异议"),
      Propose(.abandonRound(round), reason: "规则选错"), Propose(.cancelTitle(desk.studio("YY001")), reason: "整改不合格"),
      Approve(desk.proposal), SendBack(desk.proposal, reason: "理由不足"),
      EnterPaper(desk.proposal, number: "云人社〔2026〕3号", date: "2026-01-05", scan: String(repeating: "0", count: 64)),
      CheckPaper(desk.proposal),
    ]
    let rules: [any Command] = [
      AdoptRules(rules: desk.rules.withoutExcellence, adoption: Desk.adoption),
      InterpretRules(Interpretation(article: 9, text: "分公司视为一家单位", document: "云人社函〔2026〕1号")),
    ]
    let parts: [[any Command]] = [
      try ApplicationsSamples.commands(&desk),
      try CareSamples.commands(&desk),
      try PlansSamples.commands(&desk),
      try ApprenticesSamples.commands(&desk),
      try FundsSamples.commands(&desk),
      try CancellationSamples.commands(&desk),
      try RecommendationSamples.commands(&desk),
      try SecretsSamples.commands(&desk),
      try RetentionSamples.commands(&desk),
      AccessSamples.commands(desk),
    ]
    (self.desk, self.round, all) = (desk, round, people + rounds + decisions + rules + parts.flatMap(\.self))
  }
}

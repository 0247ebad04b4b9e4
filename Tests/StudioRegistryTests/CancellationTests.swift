import Scoring
import StudioRegistry
import Testing

@Suite("Art. 14, 18: a title is cancelled on a ground, with facts, proof, a hearing, both departments, and service")
struct CancellationTests {
  private let digest = String(repeating: "0", count: 64)

  private func opened(_ ground: String = "fraud") throws -> (Desk, ID<CancellationCase>) {
    var desk = try Desk()
    try desk.ask(
      OpenCancellation(studio: desk.studio("YY001"), ground: ground, facts: "2024年攻关项目系虚构"), as: "clerk",
      on: "2026-03-02")
    return (desk, ID(desk.register.sequence))
  }

  private func propose(_ desk: Desk) -> Propose { Propose(.cancelTitle(desk.studio("YY001")), reason: "调查属实") }

  @Test("Art. 14: the six grounds stand in the rules in the article's own words, each with its item")
  func grounds() throws {
    let grounds = try #require(try Desk().rules.life?.cancellation.grounds)
    let article = grounds.filter { $0.basis == .conduct }
    #expect(
      article.map(\.title.zh) == [
        "弄虚作假，谎报成果的", "违反职业道德和社会道德，产生恶劣影响的", "因违法违纪行为或重大过失给国家、集体和他人造成重大损失或严重后果的",
        "受到行政记大过、党内严重警告、事业单位降低岗位等级或者撤职及以上处分的", "被依法追究刑事责任的", "其他应当严肃追究责任的",
      ])
    #expect(article.map(\.source.description) == (1...6).map { "Art. 14(\($0))" })
    #expect(Set(article.map(\.wording.zh)) == ["取消工作室资格及待遇"])
    #expect(grounds.first { $0.basis == .unavailable }?.wording.zh == "取消工作室及待遇")
    #expect(grounds.first { $0.basis == .failure }?.wording.zh == "取消称号")
  }

  @Test(
    "Art. 14: every one of the six grounds leads to the cancellation",
    arguments: ["fraud", "ethics", "great-loss", "sanction", "criminal-liability", "other-grave"])
  func everyGround(_ ground: String) throws {
    var desk = try Desk()
    let id = try desk.cancel("YY001", ground: ground)
    #expect(desk.standing("YY001") == .cancelled)
    #expect(try desk.register.cancellation(id).decided?.ground.id == ground)
  }

  @Test("no other ground is known, and none without facts")
  func otherGrounds() throws {
    let desk = try Desk()
    let studio = desk.studio("YY001")
    let known = desk.rules.life?.cancellation.grounds.map { Refusal.Choice($0.id, $0.title) } ?? []
    #expect(
      desk.refusal(of: OpenCancellation(studio: studio, ground: "lateness", facts: "迟到"), as: "clerk")
        == .cancellation(.unknownGround("lateness", among: known)))
    #expect(
      desk.refusal(of: OpenCancellation(studio: studio, ground: "fraud", facts: " "), as: "clerk") == .reasonNeeded)
    #expect(
      desk.refusal(of: OpenCancellation(studio: studio, ground: "failed-again", facts: "不合格"), as: "clerk")
        == .rectification(.noSecondFailure("YY001")))
    #expect(
      desk.refusal(of: OpenCancellation(studio: studio, ground: "expert-unavailable", facts: "退休"), as: "clerk")
        == .cancellation(.expertAvailable("YY001")))
  }

  @Test("a decision that lacks proof or the studio's statement cannot even be proposed")
  func incomplete() throws {
    var (desk, id) = try opened()
    #expect(
      desk.refusal(of: propose(desk), as: "clerk")
        == .cancellation(.incomplete(id, missing: [.evidence, .statement])))
    #expect(
      desk.refusal(of: InviteStatement(id, receipt: "回证"), as: "clerk")
        == .cancellation(.incomplete(id, missing: [.evidence])))
    #expect(desk.refusal(of: AddExhibit(id, title: "报告", digest: "abc"), as: "clerk") == .badDigest)
    #expect(desk.refusal(of: AddExhibit(id, title: "", digest: digest), as: "clerk") == .reasonNeeded)
    try desk.ask(AddExhibit(id, title: "调查报告", digest: digest), as: "clerk")
    #expect(
      desk.refusal(of: propose(desk), as: "clerk") == .cancellation(.incomplete(id, missing: [.statement])))
    #expect(
      desk.refusal(of: RecordStatement(id, text: "不属实"), as: "contact") == .cancellation(.notInvited(id)))
    #expect(desk.refusal(of: InviteStatement(id, receipt: ""), as: "clerk") == .reasonNeeded)
    try desk.ask(InviteStatement(id, receipt: "送达回证1号"), as: "clerk")
    #expect(desk.refusal(of: InviteStatement(id, receipt: "又"), as: "clerk") == .cancellation(.invitedAlready(id)))
    #expect(
      desk.refusal(of: propose(desk), as: "clerk") == .cancellation(.incomplete(id, missing: [.statement])))
    try desk.ask(RecordStatement(id, text: "不属实"), as: "contact")
    #expect(desk.refusal(of: propose(desk), as: "clerk") == nil)
  }

  @Test("the studio has five working days to state its case; silence is recorded only after them")
  func silence() throws {
    var (desk, id) = try opened()
    try desk.ask(AddExhibit(id, title: "调查报告", digest: digest), as: "clerk")
    // Served on Friday, 27 March 2026: 30, 31 March, 1 to 3 April. Qingming, 4 to 6 April, comes after.
    try desk.ask(InviteStatement(id, receipt: "送达回证1号"), as: "clerk", on: "2026-03-27")
    #expect(try desk.register.cancellation(id).invitation?.until == "2026-04-03")
    let silence = RecordStatement(id, text: nil)
    #expect(
      desk.refusal(of: silence, as: "clerk", on: "2026-04-03")
        == .cancellation(.statementRunning(id, until: "2026-04-03")))
    #expect(desk.refusal(of: silence, as: "clerk", on: "2026-04-04") == nil)
    try desk.ask(RecordStatement(id, text: "不属实"), as: "contact", on: "2026-04-07")
    #expect(desk.refusal(of: silence, as: "clerk") == .cancellation(.stated(id)))
    // A year of which the calendar knows nothing is not guessed at.
    #expect(try desk.register.life().calendar.years.first?.year == 2022)
  }

  @Test("another studio's contact does not speak for it")
  func otherContact() throws {
    var desk = try Desk()
    let id = try desk.proceedings(against: "YY002", ground: "fraud", facts: "虚构")
    #expect(desk.refusal(of: RecordStatement(id, text: "不属实"), as: "contact") == .otherStudio("YY002"))
  }

  @Test("both departments decide, and the title is cancelled only with the decision's service")
  func service() throws {
    var desk = try Desk()
    let id = try desk.proceedings(against: "YY001", ground: "fraud", facts: "虚构")
    let serve = ServeCancellation(id, number: "云人社〔2024〕9号", receipt: "送达回证2号")
    #expect(desk.refusal(of: serve, as: "clerk") == .cancellation(.undecided(id)))
    try desk.ask(propose(desk), as: "clerk")
    let proposal = desk.proposal
    try desk.ask(Approve(proposal), as: "approver")
    #expect(desk.refusal(of: serve, as: "clerk") == .cancellation(.undecided(id)))
    try desk.ask(Approve(proposal), as: "org-approver")
    #expect(desk.standing("YY001") == .inCare)
    #expect(try desk.register.cancellation(id).decided?.remedies.map(\.title.zh) == ["行政复议", "行政诉讼"])
    for (number, receipt) in [("", "回证"), ("9号", " ")] {
      #expect(
        desk.refusal(of: ServeCancellation(id, number: number, receipt: receipt), as: "clerk") == .reasonNeeded)
    }
    #expect(desk.refusal(of: AddExhibit(id, title: "又", digest: digest), as: "clerk") == .cancellation(.decided(id)))
    #expect(desk.refusal(of: RecordStatement(id, text: "又"), as: "clerk") == .cancellation(.decided(id)))
    #expect(desk.refusal(of: DropCancellation(id, reason: "又"), as: "clerk") == .cancellation(.decided(id)))
    try desk.ask(serve, as: "clerk")
    #expect(desk.standing("YY001") == .cancelled)
    #expect(desk.refusal(of: serve, as: "clerk") == .cancellation(.caseOver(id)))
  }

  @Test("one case at a time; a dropped one leaves the studio as it was, and another may be opened")
  func dropped() throws {
    var (desk, id) = try opened()
    let again = OpenCancellation(studio: desk.studio("YY001"), ground: "ethics", facts: "失信")
    #expect(desk.refusal(of: again, as: "clerk") == .cancellation(.caseOpen("YY001", id)))
    #expect(
      desk.refusal(of: Propose(.end(desk.studio("YY001")), reason: "单位申请"), as: "clerk")
        == .cancellation(.caseOpen("YY001", id)))
    try desk.ask(DropCancellation(id, reason: "查无实据"), as: "clerk")
    #expect(desk.standing("YY001") == .inCare)
    #expect(desk.refusal(of: propose(desk), as: "clerk") == .cancellation(.noCase("YY001")))
    #expect(desk.refusal(of: again, as: "clerk") == nil)
  }

  @Test("after a cancellation facts are recorded still: reconsideration, judgment; decisions are refused")
  func factsAfterwards() throws {
    var desk = try Desk()
    let id = try desk.cancel("YY001", ground: "fraud")
    let known = try #require(desk.rules.life?.cancellation.remedies.map { Refusal.Choice($0.id, $0.title) })
    #expect(known.map(\.id) == ["reconsideration", "litigation"])
    #expect(
      desk.refusal(of: FileAppeal(id, remedy: "petition", document: "信"), as: "clerk")
        == .cancellation(.unknownRemedy("petition", among: known)))
    let reconsideration = Text(zh: "行政复议", en: "administrative reconsideration")
    let outcome = DecideAppeal(id, remedy: "reconsideration", outcome: .upheld, document: "复议决定书")
    #expect(desk.refusal(of: outcome, as: "clerk") == .cancellation(.noAppeal(id, reconsideration)))
    let file = FileAppeal(id, remedy: "reconsideration", document: "受理通知书")
    try desk.ask(file, as: "clerk")
    #expect(desk.refusal(of: file, as: "clerk") == .cancellation(.appealPending(id, reconsideration)))
    try desk.ask(outcome, as: "clerk")
    let restore = Propose(.restore(desk.studio("YY001")), reason: "复议")
    #expect(desk.refusal(of: restore, as: "clerk") == .cancellation(.notAnnulled("YY001")))
    try desk.ask(FileAppeal(id, remedy: "litigation", document: "受理通知书"), as: "clerk")
    try desk.ask(DecideAppeal(id, remedy: "litigation", outcome: .annulled, document: "判决书"), as: "clerk")
    let appeal = try #require(try desk.register.cancellation(id).appeals.last)
    #expect(appeal.ruling == "判决书")
    // Late from the judgment on, not from the service before it.
    let task = desk.register.due(until: "2099-12-31", on: desk.today).first {
      $0.task == .restore(desk.studio("YY001"))
    }
    #expect(try #require(task).day == appeal.ended)
    try desk.carry(.restore(desk.studio("YY001")), by: ["approver", "org-approver"])
    #expect(desk.standing("YY001") == .inCare)
    // Once restored it can be cancelled anew, by new proceedings, and not be restored by the old judgment.
    try desk.cancel("YY001", ground: "criminal-liability")
    #expect(desk.refusal(of: restore, as: "clerk") == .cancellation(.notAnnulled("YY001")))
  }

  @Test("Art. 20: a studio whose second failure's cancellation is annulled rectifies again, and is assessed again")
  func restoredRectifying() throws {
    var desk = try Desk()
    try desk.failTwice("YY002")
    let id = try desk.cancel("YY002")
    try desk.ask(FileAppeal(id, remedy: "litigation", document: "受理通知书"), as: "clerk")
    try desk.ask(DecideAppeal(id, remedy: "litigation", outcome: .annulled, document: "判决书"), as: "clerk")
    try desk.carry(.restore(desk.studio("YY002")), by: ["approver", "org-approver"])
    #expect(desk.standing("YY002") == .rectifying)
    #expect(desk.refusal(of: OpenSecondAssessment(studios: [desk.studio("YY002")]), as: "clerk") == nil)
  }

  @Test("Art. 9: a restored studio cannot come back beside another studio of its expert")
  func restoredExpert() throws {
    var desk = try Desk()
    let id = try desk.cancel("YY001", ground: "fraud")
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    let row = ImportStudios.Row(
      code: "YY101", unit: "新单位", expert: .known(expert), occupation: "焊工", confirmed: desk.today)
    try desk.ask(ImportStudios(rows: [row]), as: "clerk")
    try desk.ask(FileAppeal(id, remedy: "litigation", document: "受理通知书"), as: "clerk")
    try desk.ask(DecideAppeal(id, remedy: "litigation", outcome: .annulled, document: "判决书"), as: "clerk")
    let restore = Propose(.restore(desk.studio("YY001")), reason: "判决")
    #expect(desk.refusal(of: restore, as: "clerk") == .expertHasStudio("YY101"))
  }
}

@Suite("Art. 15: retirement, illness, force majeure and transfer each allow exactly what the article allows")
struct ExpertTests {
  /// From the text: 造成工作室不能继续开展活动的，可予以取消，也可变更命名专家; after a transfer 也可合作共建, too.
  static let table: [(Unavailability.Cause, canGoOn: Bool, Set<Unavailability.Outcome>)] = [
    (.retirement, false, [.suspend, .cancel, .changeExpert]), (.retirement, true, []),
    (.illness, false, [.suspend, .cancel, .changeExpert]), (.illness, true, []),
    (.forceMajeure, false, [.suspend, .cancel, .changeExpert]), (.forceMajeure, true, []),
    (.transfer, false, [.suspend, .cancel, .changeExpert, .buildJointly]),
    (.transfer, true, [.cancel, .changeExpert, .buildJointly]),
  ]

  @Test("what the cause allows can be asked for, nothing else", arguments: table)
  func causes(_ row: (Unavailability.Cause, canGoOn: Bool, Set<Unavailability.Outcome>)) throws {
    var desk = try Desk()
    let studio = desk.studio("YY001")
    let recorded = Unavailability(cause: row.0, since: "2024-01-15", canGoOn: row.canGoOn)
    try desk.ask(RecordUnavailable(studio: studio, recorded), as: "contact")
    let suspend = Propose(.suspend(studio), reason: "依据会议纪要")
    let cancel = OpenCancellation(studio: studio, ground: "expert-unavailable", facts: "专家不能履职")
    func expected(_ outcome: Unavailability.Outcome) -> Refusal? {
      row.2.contains(outcome) ? nil : .cancellation(.notAllowedFor("YY001", recorded, outcome))
    }
    #expect(desk.refusal(of: suspend, as: "clerk") == expected(.suspend))
    #expect(desk.refusal(of: cancel, as: "clerk") == expected(.cancel))
    #expect(recorded.allows == row.2)
    // It is a matter for the bureau exactly where something can be decided.
    let tasks = desk.register.due(until: "2099-12-31", on: desk.today).map(\.task)
    #expect(tasks.contains(.decideUnavailable(studio)) == !row.2.isEmpty)
    #expect(desk.standing("YY001") == .inCare)
  }

  @Test("a retired expert whose studio can go on changes nothing")
  func retired() throws {
    var desk = try Desk()
    try desk.ask(
      RecordUnavailable(
        studio: desk.studio("YY001"), Unavailability(cause: .retirement, since: "2024-01-15", canGoOn: true)),
      as: "clerk")
    let id = try desk.openRound()
    let round = try desk.round(id)
    #expect(round.studios.map(desk.register.code) == ["YY001", "YY002", "YY003"])
  }

  @Test("a fact is dated, and a contact records those of his own studio")
  func recording() throws {
    let desk = try Desk()
    let late = Unavailability(cause: .illness, since: "2024-02-02", canGoOn: false)
    let command = RecordUnavailable(studio: desk.studio("YY001"), late)
    #expect(desk.refusal(of: command, as: "clerk") == .dayToCome("2024-02-02", today: "2024-02-01"))
    let other = RecordUnavailable(
      studio: desk.studio("YY002"), Unavailability(cause: .illness, since: "2024-01-02", canGoOn: false))
    #expect(desk.refusal(of: other, as: "contact") == .otherStudio("YY002"))
    #expect(
      desk.refusal(of: RecordAvailable(studio: desk.studio("YY001"), reason: "康复"), as: "clerk")
        == .cancellation(.expertAvailable("YY001")))
  }

  @Test("a suspended studio goes on only when its expert is back")
  func resuming() throws {
    var desk = try Desk()
    try desk.suspend("YY001")
    let resume = Propose(.resume(desk.studio("YY001")), reason: "康复")
    #expect(desk.refusal(of: resume, as: "clerk") == .cancellation(.expertUnavailable("YY001")))
    try desk.ask(RecordAvailable(studio: desk.studio("YY001"), reason: "康复"), as: "contact")
    try desk.carry(.resume(desk.studio("YY001")))
    #expect(desk.standing("YY001") == .inCare)
  }
}

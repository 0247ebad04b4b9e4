import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("Art. 13: a round is opened for whole years that are over, under rules that a document adopted")
struct OpeningTests {
  @Test("Art. 13: the period is two years, no more and no fewer", arguments: [2025...2025, 2023...2025])
  func periodLength(_ years: ClosedRange<Int>) throws {
    let desk = try Desk()
    let source = try #require(Source("Art. 13"))
    let command = try Desk.opening(years, desk.rules)
    let refusal = desk.refusal(of: command, as: "clerk", on: "2026-01-05")
    #expect(refusal == .periodLength(command.period, years: 2, source))
  }

  @Test("Art. 13: on the period's last day it is too early, on the next it is not")
  func periodNotOver() throws {
    let desk = try Desk()
    let command = try Desk.opening(2024...2025, desk.rules)
    #expect(
      desk.refusal(of: command, as: "clerk", on: "2025-12-31") == .periodNotOver(command.period, on: "2025-12-31"))
    #expect(desk.refusal(of: command, as: "clerk", on: "2026-01-01") == nil)
  }

  @Test(
    "Art. 13: no year is assessed twice",
    arguments: [
      (2024...2025, false), (2025...2026, false), (2023...2024, false), (2026...2027, true), (2022...2023, true),
    ])
  func overlapping(_ years: ClosedRange<Int>, _ isTaken: Bool) throws {
    var desk = try Desk()
    let first = try desk.openRound()
    let refusal = desk.refusal(of: try Desk.opening(years, desk.rules), as: "clerk", on: "2028-01-05")
    #expect(refusal == (isTaken ? nil : .periodTaken(first, try desk.round(first).period)))
  }

  @Test("rules that are adopted after the day of opening are refused")
  func adoptedLater() throws {
    let desk = try Desk()
    func refusal(_ day: Day) throws -> Refusal? {
      let adopted = Adoption(document: "云人社发〔2026〕1号", on: day)
      return desk.refusal(of: try Desk.opening(2024...2025, desk.rules, adopted), as: "clerk", on: "2026-01-05")
    }
    #expect(try refusal("2026-01-06") == .adoptedLater("2026-01-06", than: "2026-01-05"))
    #expect(try refusal("2026-01-05") == nil)
  }

  @Test(
    "rules adopted after the period's first day are flagged",
    arguments: [
      ("2022-05-05", false), ("2023-12-31", false), ("2024-01-01", false), ("2024-01-02", true), ("2026-01-05", true),
    ] as [(Day, Bool)])
  func adoptedLate(_ day: Day, _ isLate: Bool) throws {
    var desk = try Desk()
    let round = try desk.openRound(adopted: Adoption(document: "云人社发〔2024〕1号", on: day))
    #expect(try desk.round(round).isAdoptedLate == isLate)
  }

  @Test("the round keeps the rules in full and the document that adopted them")
  func rulesKept() throws {
    var desk = try Desk()
    let adopted = Adoption(document: "云人社发〔2023〕9号", on: "2023-11-01")
    let id = try desk.openRound(adopted: adopted)
    let round = try desk.round(id)
    #expect(round.rules == desk.rules)
    #expect(round.adoption == adopted)
    #expect(round.stage == .marking)
    #expect(round.opened == "2026-01-05")
  }

  @Test("a studio confirmed exactly 12 months before the period's end is in, one a day later is deferred (缓评)")
  func deferral() throws {
    var desk = try Desk(studios: ["2022-06-01", "2024-12-31", "2025-01-01", "2026-01-02"])
    let id = try desk.openRound()
    let round = try desk.round(id)
    #expect(round.studios.map(desk.register.code) == ["YY001", "YY002"])
    #expect(round.deferred.map(desk.register.code) == ["YY003", "YY004"])
    #expect(round.rectifying.isEmpty)
  }

  @Test("the months of deferral are the rule set's: six in the small county")
  func deferralElsewhere() throws {
    var desk = try Desk(Repository.smallCounty, studios: ["2025-06-30", "2025-07-01"], on: "2025-01-01")
    let id = try desk.openRound(2025...2025)
    let round = try desk.round(id)
    #expect(round.studios.map(desk.register.code) == ["YY001"])
    #expect(round.deferred.map(desk.register.code) == ["YY002"])
  }

  @Test("without a studio to assess there is no round")
  func nobody() throws {
    let desk = try Desk(studios: ["2025-01-01"])
    #expect(
      desk.refusal(of: try Desk.opening(2024...2025, desk.rules), as: "clerk", on: "2026-01-05") == .noStudioInCare)
  }

  @Test("Art. 20: a rectifying studio is listed apart, a cancelled one nowhere")
  func rectifying() throws {
    var desk = try Desk(studios: ["2022-06-01", "2022-06-01", "2022-06-01", "2022-06-01"])
    _ = try desk.runRound(["YY001": 80, "YY002": 60, "YY003": 60, "YY004": 80])
    _ = try desk.secondAssessment(of: "YY002", 60, served: "2026-03-02")
    try desk.cancel("YY002")
    let id = try desk.openRound(2026...2027, on: "2028-01-05")
    let round = try desk.round(id)
    #expect(round.studios.map(desk.register.code) == ["YY001", "YY004"])
    #expect(round.rectifying.map(desk.register.code) == ["YY003"])
    #expect(round.deferred.isEmpty)
  }

  @Test("rules whose modules this program lacks are refused")
  func rulesNotServed() throws {
    let desk = try Desk()
    var bare = Register(modules: try ModuleRegistry([]))
    for (event, record) in desk.journal { bare.apply(event, as: record) }
    let request = Request(account: desk.account("clerk"), on: "2026-01-05", today: "2026-01-05", channel: .test)
    let command = try Desk.opening(2024...2025, desk.rules)
    #expect(throws: Refusal.rulesNotServed) { try bare.decide(command, request) }
  }

  @Test("Art. 3, 9: an expert has one studio; a code is given once and never to a later confirmation")
  func studios() throws {
    var desk = try Desk()
    func row(_ code: String, _ expert: OpenAccount.Holder, _ day: Day = "2023-01-01") -> ImportStudios.Row {
      ImportStudios.Row(code: code, unit: "单位9", expert: expert, occupation: "钳工", confirmed: day)
    }
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    let one = OpenAccount.Holder.new(desk.commitment(), nil)
    func refusal(_ rows: ImportStudios.Row...) -> Refusal? { desk.refusal(of: ImportStudios(rows: rows), as: "clerk") }
    #expect(refusal(row("YY009", .known(expert))) == .expertHasStudio("YY009"))
    #expect(
      refusal(row("YY009", .known(desk.person("J1"))), row("YY010", .known(desk.person("J1"))))
        == .expertHasStudio("YY010"))
    #expect(refusal(row("yy001", one)) == .codeTaken("yy001"))
    #expect(refusal(row("YY009", one), row("yy009", one)) == .codeTaken("yy009"))
    #expect(refusal(row("云阳1", one)) == .badCode("云阳1"))
    #expect(refusal(row("YY009", one, "2024-02-02")) == .confirmedLater("YY009", "2024-02-02"))
    #expect(refusal(row("YY009", one, "2024-02-01")) == nil)
    #expect(refusal(row("YY009", .known(ID(1)))) == .unknownPerson(ID(1)))
  }

  @Test("Art. 18: an expert's or an office holder's values are not erased while title or office lasts")
  func erasing() throws {
    var desk = try Desk()
    let expert = try #require(desk.register.studio(named: "YY001")?.expert)
    let judge = desk.person("J1")
    #expect(
      desk.refusal(of: ErasePerson(person: expert, reason: "申请"), as: "approver")
        == .personIsExpert(expert, studio: "YY001"))
    #expect(
      desk.refusal(of: ErasePerson(person: judge, reason: "申请"), as: "approver")
        == .personHoldsAccount(judge, login: "J1"))
    try desk.ask(CloseAccount(account: desk.account("J1"), reason: "离任"), as: "approver", on: "2024-03-01")
    #expect(desk.refusal(of: ErasePerson(person: judge, reason: ""), as: "approver") == .reasonNeeded)
    try desk.ask(ErasePerson(person: judge, reason: "申请"), as: "approver")
    #expect(desk.register.persons[judge]?.erased == "2024-03-01")
    #expect(
      desk.refusal(of: ChangePerson(person: judge, values: desk.commitment()), as: "clerk")
        == .personErased(judge, on: "2024-03-01"))
  }
}

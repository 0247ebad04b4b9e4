import Scoring
import TestSupport
import Testing

@testable import StudioRegistry
@testable import Wording

@Suite("Sentences about the register, word by word")
struct RegisterSentenceTests {
  private let samples: RegisterSamples
  private let english = Language.en.phrases
  private let chinese = Language.zh.phrases

  init() throws {
    samples = try RegisterSamples()
  }

  @Test("a refusal says the fact, the rule, and what would be needed")
  func refusals() {
    let size = Refusal.panelSize(5, usual: 7, .workingRule)
    #expect(
      english.refusal(size)
        == "5 judges are on the panel, 7 are usual (working rule). If another odd number is wanted, say why.")
    #expect(chinese.refusal(size) == "评委组为 5 人，按工作规则通常为 7 人；确需不同人数（须为单数）的，请写明理由。")
    let open = Refusal.notClosed(samples.round, .marking)
    #expect(english.refusal(open).hasSuffix("Unless it is published, close it."))
    #expect(chinese.refusal(open).hasSuffix("尚未汇总的，请先汇总。"))
    let (terminal, zhTerminal) = (Language.en.commandLinePhrases, Language.zh.commandLinePhrases)
    #expect(terminal.refusal(size).hasSuffix("say why (--reason)."))
    #expect(terminal.refusal(open).hasSuffix("Unless it is published, close it (studio round close)."))
    #expect(zhTerminal.refusal(size).hasSuffix("请写明理由（--reason）。"))
    #expect(zhTerminal.refusal(open).hasSuffix("尚未汇总的，请先汇总（studio round close）。"))
    let cancelling = Refusal.rectification(.noSecondFailure("YY017"))
    #expect(
      chinese.refusal(cancelling)
        == "工作室 YY017 没有整改后仍不合格的结果；整改仍不合格的才取消称号（第二十条）。须先完成复评并确认结果。")
  }

  @Test("what comes too late for a round is refused with what became of it", arguments: Language.allCases)
  func stages(_ language: Language) {
    let (phrases, round) = (language.phrases, samples.round)
    let stages: [(Round.Stage, Refusal)] = [
      (.confirmed, .roundConfirmed(round)), (.abandoned, .roundAbandoned(round)),
    ]
    for (stage, refusal) in stages {
      #expect(phrases.refusal(.notMarking(round, stage)) == phrases.refusal(refusal))
      #expect(phrases.refusal(.notClosed(round, stage)) == phrases.refusal(refusal))
    }
    #expect(phrases.refusal(.notMarking(round, .published)) != phrases.refusal(.notClosed(round, .published)))
  }

  @Test("whom to ask is named in one order, whatever the set's")
  func roles() {
    let refusal = Refusal.notAllowed(.enterSheets, role: .contact, allowed: [.judge, .bureauClerk])
    #expect(english.refusal(refusal).hasSuffix("Ask: bureau clerk, judge."))
    #expect(chinese.refusal(refusal).hasSuffix("请交由：人力社保局经办人、评委。"))
  }

  @Test("a fault says which entry, and what it means")
  func faults() {
    let fault = JournalFault(17, .altered)
    #expect(english.fault(fault) == "Entry 17 does not agree with the digest beside it: it was altered")
    #expect(chinese.fault(fault) == "第 17 条记录的内容与其摘要不符：已被改动")
  }

  @Test("a list has a whole panel; a longer one is cut, and says how many there are")
  func lists() throws {
    let event = EvidenceVerified(items: (1...9).map { ID($0) })
    #expect(english.event(event, .ids) == "9 rows of evidence verified: E1, E2, E3, E4, E5, E6, E7 and 2 more")
    #expect(chinese.event(event, .ids) == "核实佐证材料 9 条：E1、E2、E3、E4、E5、E6、E7 等共 9 个")
    let panel = PanelAppointed(round: samples.round, judges: (1...7).map { ID($0) }, alternates: [], reason: nil)
    #expect(english.event(panel, .ids) == "Panel of round R40 appointed, 7 judges: A1, A2, A3, A4, A5, A6, A7")
    let one = EvidenceVerified(items: [ID(1)])
    #expect(english.event(one, .ids) == "1 row of evidence verified: E1")
  }

  @Test("a round that is opened says its years, its document and its numbers")
  func opening() {
    let event = RoundOpened(
      period: samples.period, rules: samples.rules, adoption: samples.adoption, assessed: (1...22).map { ID($0) },
      deferred: [ID(23), ID(24)], rectifying: [], suspended: nil, second: nil)
    #expect(
      english.event(event, .ids)
        == "Round opened for 2024–2025 under No. 46 of 2022 (2026-03-02): 22 studios, 2 deferred")
    #expect(
      chinese.event(event, .ids) == "开启 2024—2025年考核评估，依据No. 46 of 2022（2026-03-02）：工作室 22 个，缓评 2 个")
  }

  @Test(
    "money is kept in fen and read in yuan",
    arguments: [
      (2_000_000, "¥20,000", "2万元"), (123_456_789, "¥1,234,567.89", "1234567.89元"), (99_905, "¥999.05", "999.05元"),
      (0, "¥0", "0元"), (100_000, "¥1,000", "1000元"),
    ])
  func money(_ fen: Int, _ english: String, _ chinese: String) {
    let task = Due.Task.pay(samples.studio, fen: fen, round: samples.round)
    #expect(self.english.task(task, .ids) == "Pay S17 \(english) for its excellence in round R40 (Art. 20)")
    #expect(self.chinese.task(task, .ids) == "向 S17 发放考核评估 R40 优秀一次性补贴\(chinese)（第二十条）")
  }

  @Test("the words of the law: cancelled by 取消, never by another word")
  func law() {
    let texts =
      samples.refusals.map(chinese.refusal) + samples.events.map { chinese.event($0, .ids) }
      + samples.tasks.map { chinese.task($0, .ids) } + CommandName.allCases.map(chinese.command)
    #expect(texts.filter { $0.contains("撤销") }.isEmpty)
    #expect(texts.contains { $0.contains("取消") })
  }
}

import Foundation
import InstalledModules
import Scoring
import TestSupport
import Testing

@testable import StudioRegistry
@testable import Wording

@Suite("Every word about the register stands in both languages")
struct RegisterWordingTests {
  let samples: RegisterSamples
  /// Names that no id could be mistaken for.
  let names = Names(
    studio: { "YY\($0.sequence)" }, account: { "judge-\($0.sequence)" }, person: { "person-\($0.sequence)" })

  init() throws {
    samples = try RegisterSamples()
  }

  private func words(_ phrases: any Phrases) -> [String] {
    var texts = Role.allCases.map(phrases.role)
    texts += CommandName.allCases.map(phrases.command)
    texts += Studio.Standing.allCases.map(phrases.standing)
    texts += Studio.Move.allCases.map(phrases.move)
    texts += Due.Party.allCases.map(phrases.party)
    texts += CancellationCase.Part.allCases.map(phrases.part)
    texts += CancellationCase.Appeal.Outcome.allCases.map(phrases.outcome)
    texts += Unavailability.Cause.allCases.map {
      phrases.cause(Unavailability(cause: $0, since: samples.day, canGoOn: false))
    }
    texts += Round.Stage.allCases.map(phrases.stage)
    texts += JudgeRecused.Relation.allCases.map(phrases.relation)
    texts += JudgeRecused.Origin.allCases.map(phrases.origin)
    texts += EarlierSheet.Why.allCases.map(phrases.why)
    texts += Request.Channel.allCases.map(phrases.channel)
    texts += eventTypes.map { phrases.kind($0.kind) ?? "" }
    return texts + samples.states.map(phrases.state)
  }

  private func faults(_ phrases: any Phrases) -> [String] {
    samples.problems.map { phrases.fault(JournalFault(17, $0)) }
      + samples.problems.map { phrases.fault(JournalFault(nil, $0)) }
      + StoreFault.allCases.map { phrases.store($0, file: "register.studio") }
  }

  private func lines(_ phrases: any Phrases) -> [String] {
    samples.events.map { phrases.event($0, names) } + samples.tasks.map { phrases.task($0, names) }
      + samples.decisions.map { phrases.decision($0, names) }
      + samples.effects.map { phrases.effect($0, names, withScores: true) }
  }

  func texts(_ phrases: any Phrases) -> [String] {
    samples.refusals.map(phrases.refusal) + words(phrases) + faults(phrases) + lines(phrases)
  }

  private func hasHan(_ text: String) -> Bool { text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }

  @Test("English has no Chinese in it, and every Chinese text is Chinese")
  func both() {
    let english = texts(Language.en.phrases)
    let chinese = texts(Language.zh.phrases)
    #expect(english.count == chinese.count)
    #expect(english.filter { $0.isEmpty || hasHan($0) }.isEmpty)
    #expect(chinese.filter { !hasHan($0) }.isEmpty)
  }

  @Test("no text shows what only a programmer would know", arguments: Language.allCases)
  func plain(_ language: Language) {
    let texts = texts(language.phrases) + texts(language.commandLinePhrases)
    #expect(texts.filter { $0.contains("Optional(") || $0.contains("\\(") || $0.contains("StudioRegistry") }.isEmpty)
    #expect(texts.filter { $0.contains("\n") || $0.contains("  ") || $0.contains("..") }.isEmpty)
  }

  @Test("no two refusals share their words, and no two things of a list", arguments: Language.allCases)
  func distinct(_ language: Language) {
    let phrases = language.phrases
    let refusals = samples.refusals.map(phrases.refusal)
    #expect(Set(refusals).count == refusals.count)
    #expect(Set(CommandName.allCases.map(phrases.command)).count == CommandName.allCases.count)
    #expect(Set(Role.allCases.map(phrases.role)).count == Role.allCases.count)
    let faults = faults(phrases)
    #expect(Set(faults).count == faults.count)
    let lines = lines(phrases)
    #expect(Set(lines).count == lines.count)
  }

  @Test("every refusal names the article or the rule on which it rests")
  func sources() {
    let english = ["Art. ", "working rule", "register's rule", "its own rule", "rule of two persons"]
    let chinese = ["第[一二三四五六七八九十]+条", "工作规则", "登记规则", "经办、复核分离"]
    for refusal in samples.refusals {
      let (en, zh) = (Language.en.phrases.refusal(refusal), Language.zh.phrases.refusal(refusal))
      #expect(english.contains { en.contains($0) }, "\(en)")
      #expect(chinese.contains { zh.range(of: $0, options: .regularExpression) != nil }, "\(zh)")
      #expect(en.hasSuffix(".") && zh.hasSuffix("。"), "\(en) \(zh)")
    }
  }

  @Test("a line of a history says its kind in words, and everybody by name")
  func events() {
    #expect(Set(samples.events.map { type(of: $0).kind }) == Set(eventTypes.map { $0.kind }))
    #expect(Set(eventTypes.map { $0.kind }).count == eventTypes.count)
    for event in samples.events {
      let kind = type(of: event).kind
      for language in Language.allCases {
        let line = language.phrases.event(event, names)
        #expect(line != kind)
        #expect(line.firstMatch(of: /\b[SAP][0-9]+\b/) == nil, "\(line)")
      }
    }
  }

  @Test("every kind of event has a title of its own", arguments: Language.allCases)
  func kinds(_ language: Language) {
    let titles = eventTypes.map { language.phrases.kind($0.kind) }
    #expect(eventTypes.map { $0.kind }.filter { language.phrases.kind($0) == nil }.isEmpty)
    #expect(Set(titles).count == eventTypes.count)
    #expect(language.phrases.kind("of-another-day") == nil)
  }

  @Test("what the rules name by a title stands in a history by its title, and by its id where they do not have it")
  func titles() throws {
    let rules = try #require(samples.rules.life)
    let kinds = try ModuleRegistry(installedModules).kinds
    let names = Names(
      studio: { "YY\($0.sequence)" }, account: { "\($0)" }, person: { "person-\($0.sequence)" },
      label: Titles([samples.rules], kinds: kinds).title)
    let account = MaterialReceived(application: ID(70), material: "account", scan: nil, characters: 1200)
    let unknown = MaterialReceived(application: ID(70), material: "diary", scan: nil, characters: nil)
    let rubric = try #require(samples.rules.rubrics.first)
    let returned = SheetReturned(
      round: ID(60), judge: ID(4), sheet: SheetName(studio: ID(17), rubric: rubric.id), reason: "a slip", effects: [])
    let kind = try #require(kinds.first)
    let entered = EvidenceEntered(studio: ID(17), type: kind.id, cells: [:])
    let title = try #require(rules.applications.materials.first { $0.id == "account" }?.title)
    for language in Language.allCases {
      #expect(language.phrases.event(account, names).contains("“\(language(title))”"))
      #expect(language.phrases.event(returned, names).contains("“\(language(rubric.title))”"))
      #expect(language.phrases.event(entered, names).contains("“\(language(kind.title))”"))
      #expect(language.phrases.event(unknown, names).contains("“diary”"))
    }
  }

  @Test("while a round hides its scores, what was done about sheets is told with their number alone")
  func withoutScores() throws {
    let round = ID<Round>(60)
    let hiding = Names(
      studio: { "YY\($0.sequence)" }, account: { "\($0)" }, person: { "\($0)" }, hidesScores: { $0 == round })
    func words(_ phrases: any Phrases, _ id: ID<Round>) -> [String] {
      let effects = Array(samples.effects.prefix(1))
      let events: [any Event] = [
        SheetReturned(
          round: id, judge: ID(4), sheet: SheetName(studio: ID(17), rubric: "rubric"), reason: "", effects: effects),
        JudgeReplaced(round: id, judge: ID(4), by: ID(5), reason: "", effects: effects),
        JudgeRecused(
          round: id, judge: ID(4), studio: ID(17), relation: .kin, origin: .declared, reason: "", effects: effects),
      ]
      return events.map { phrases.event($0, hiding) }
    }
    let (english, chinese) = (Language.en.phrases, Language.zh.phrases)
    #expect(words(english, round).allSatisfy { $0.contains("signed sheets 7 → 6") && !$0.contains("score") })
    #expect(words(chinese, round).allSatisfy { $0.contains("已签名评分表 7 份 → 6 份") && !$0.contains("得分") })
    #expect(words(english, ID(61)).allSatisfy { $0.contains("score 24.00 → 25.00") })
    #expect(words(chinese, ID(61)).allSatisfy { $0.contains("得分 24.00 分 → 25.00 分") })
  }

  @Test("a kind that is not known is called by its name")
  func unknownEvent() {
    struct Unknown: Event {
      static let kind = "of-another-day"
      func apply(to register: inout Register, as record: Record) {}
    }
    for language in Language.allCases { #expect(language.phrases.event(Unknown(), names) == "of-another-day") }
  }

  @Test("the samples have every case that there is")
  func complete() throws {
    try expectAll(samples.refusals, "enum Refusal", in: "Asking/Refusal.swift")
    try expectAll(
      samples.rectificationRefusals, "enum RectificationRefusal", in: "Consequences/RectificationRefusal.swift")
    try expectAll(samples.rulesRefusals, "enum RulesRefusal", in: "Rules/RulesRefusal.swift")
    try expectAll(samples.applicationsRefusals, "enum ApplicationRefusal", in: "Applications/ApplicationRefusal.swift")
    try expectAll(samples.careRefusals, "enum CareRefusal", in: "Care/CareRefusal.swift")
    try expectAll(samples.plansRefusals, "enum PlanRefusal", in: "Plans/PlanRefusal.swift")
    try expectAll(samples.apprenticesRefusals, "enum ApprenticeRefusal", in: "Apprentices/ApprenticeRefusal.swift")
    try expectAll(samples.fundsRefusals, "enum FundsRefusal", in: "Funds/FundsRefusal.swift")
    try expectAll(
      samples.cancellationRefusals, "enum CancellationRefusal", in: "Cancellation/CancellationRefusal.swift")
    try expectAll(
      samples.recommendationRefusals, "enum RecommendationRefusal", in: "Recommendation/RecommendationRefusal.swift")
    try expectAll(samples.secretsRefusals, "enum SecretRefusal", in: "Secrets/SecretRefusal.swift")
    try expectAll(samples.retentionRefusals, "enum RetentionRefusal", in: "Retention/RetentionRefusal.swift")
    try expectAll(samples.tasks, "enum Task", in: "Due.swift")
    try expectAll(samples.decisions, "enum Decision", in: "Decisions/Decision.swift")
    try expectAll(samples.problems, "enum Problem", in: "JournalFault.swift")
    try expectAll(samples.states, "enum State", in: "Evidence/EvidenceItem.swift")
  }

  /// Compares the samples' cases with those that the source declares, for enums with values cannot list themselves.
  private func expectAll(_ samples: [Any], _ name: String, in file: String) throws {
    let path = Repository.path("Sources/StudioRegistry/\(file)")
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.contains("\(name):") }, "\(name) is not in \(file)")
    let indent = lines[start].prefix { $0 == " " }
    let body = lines[start...].dropFirst().prefix { $0 != "\(indent)}" && !$0.hasPrefix("\(indent)  package var") }
    let declared = body.compactMap { $0.firstMatch(of: /^ +case ([A-Za-z]+)/).map { String($0.output.1) } }
    let found = samples.map { Mirror(reflecting: $0).children.first?.label ?? "\($0)" }
    #expect(Set(found).symmetricDifference(declared).isEmpty, "give RegisterSamples every case of \(name)")
  }
}

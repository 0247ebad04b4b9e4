import Scoring
import StudioRegistry
import Testing

@testable import Wording

// Commands of the command line are named to those who have one, and to nobody else.
extension RegisterWordingTests {
  @Test("both languages send to the same commands and options, all of which there are")
  func commands() {
    for refusal in samples.refusals {
      let (en, zh) = (Language.en.commandLinePhrases.refusal(refusal), Language.zh.commandLinePhrases.refusal(refusal))
      let named = commands(in: zh)
      #expect(named.filter { !Self.commands.contains($0) }.isEmpty, "\(zh)")
      #expect(named.filter { !en.contains($0) }.isEmpty, "\(en)")
      #expect(options(in: en) == options(in: zh), "\(en) \(zh)")
      #expect(options(in: zh).isSubset(of: Self.options), "\(zh)")
    }
  }

  @Test("a page names no command and no option, which its reader could not run", arguments: Language.allCases)
  func pages(_ language: Language) {
    let phrases = language.phrases
    let texts = texts(phrases) + labels(phrases) + Self.notices.map(phrases.notice)
    #expect(texts.filter { $0.contains("--") }.isEmpty)
    for text in texts {
      let named = text.matches(of: /studio [a-z-]+( [a-z-]+)?/).map { String($0.output.0) }
      // English speaks of studios itself, but not in brackets.
      #expect(language == .en ? named.filter(Self.commands.contains).isEmpty : named.isEmpty, "\(text)")
      #expect(!text.contains(#/[(（]studio /#), "\(text)")
    }
  }

  @Test("the command line is sent to a command, and reads the same without", arguments: Language.allCases)
  func hints(_ language: Language) {
    let (page, terminal) = (language.phrases, language.commandLinePhrases)
    let named = samples.refusals.filter { !commands(in: terminal.refusal($0)).isEmpty }
    #expect(named.count > 100)
    for refusal in named {
      let text = terminal.refusal(refusal)
      #expect(
        text.replacing(#/ ?[（(](studio |life/|--|technician|other)[^）)]*[）)]/#, with: "") == page.refusal(refusal),
        "\(text)")
    }
    let due = Due.Task.eraseValues(persons: 3)
    #expect(terminal.task(due, names).contains("studio retention due"))
    for notice in Self.notices { #expect(terminal.notice(notice).contains("studio "), "\(notice)") }
  }

  /// What the desk says that names a command to those who have one.
  private static let notices: [DeskNotice] = [
    .namesake(name: "N", studio: "YY017"), .expertApplied(name: "N", application: "F1"),
    .knownExpert(name: "N", persons: ["P1"]), .ageUnknown, .ageContradicts(59, least: 30, most: 55),
    .rowOtherWeight("Y1"), .trainingUnverified("T1"), .recordPlaque("YY017"), .withoutCheckpoint, .tracesLeft,
    .loginsEnded,
  ]

  /// The words of the pages themselves.
  private func labels(_ phrases: any Phrases) -> [String] {
    var texts = SiteLabel.allCases.map(phrases.page)
    texts += JudgeLabel.allCases.map(phrases.page)
    texts += ContactLabel.allCases.map(phrases.page)
    texts += NoticeLabel.allCases.map(phrases.page)
    texts += RegisterLabel.allCases.map(phrases.page)
    texts += WatchLabel.allCases.map(phrases.page)
    texts += LoginLabel.allCases.map(phrases.page)
    texts += RoundLabel.allCases.map(phrases.page)
    texts += PrintLabel.allCases.map(phrases.page)
    return texts + PictureLabel.allCases.map(phrases.page)
  }

  private func commands(in text: String) -> [String] {
    text.matches(of: /studio( [a-z]+)+/).map { String($0.output.0) }
  }

  private func options(in text: String) -> Set<String> { Set(text.matches(of: /--[a-z]+/).map { String($0.output) }) }

  private static let options: Set<String> = [
    "--reason", "--incomplete", "--absent", "--on", "--as", "--behalf", "--database",
  ]

  /// What a refusal may send to, by the first word.
  private static let commands: Set<String> = {
    let second: [String: String] = [
      "account": "open list close deputy", "person": "add change unit list show erase",
      "studios": "import list show history suspend resume end", "evidence": "import verify reject list",
      "round": """
      open panel recuse sheet import sign return replace close vote count publish object answer confirm abandon \
      list show explain export
      """,
      "rectify": "list serve assess", "rubrics": "check template",
      "journal": "verify checkpoint export restore show scrub", "rules": "list adopt interpret",
      "application":
        "receive import material find waive show list review explain publish object answer confirm reject withdraw branch",
      "care": "show overdue agreement plaque card officer member archive report visit reports strike",
      "funds": "pay match yearly spend import return takeover reverse close ledger unpaid",
      "cancellation": "list show grounds open exhibit invite statement propose serve drop appeal outcome restore",
      "expert": "unavailable available",
      "recommend": "list conditions find make result",
      "classified": "clear unclear staff reasons enter approve withdraw list",
      "retention": "list due hold release holds", "access": "issue revoke list",
      "plan": "draft submit review change complete check import list show",
      "apprentice": "enrol end report condition check exam promote import list",
    ]
    let alone = ["init", "approve", "refuse", "paper", "check", "pending", "due", "backup", "restore"]
    return Set(alone.map { "studio \($0)" })
      .union(second.flatMap { first, rest in rest.split(separator: " ").map { "studio \(first) \($0)" } })
  }()
}

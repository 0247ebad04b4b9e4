import ArgumentParser
import Scoring
import StudioRegistry
import Wording

/// `studio recommend`: who is recommended for a higher plaque or a title (Art. 7, 13, 22).
struct Recommend: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommend",
    abstract: "Recommends studios and experts for higher plaques and titles, excellent ones first (Art. 7, 13, 22).",
    discussion: """
      EXAMPLES
        studio recommend conditions
        studio recommend find YY001 key-field met --note 属智能制造重点产业 --as clerk
        studio recommend list --for municipal-studio
        studio recommend make YY001 municipal-studio --document 云人社函〔2026〕21号 --as approver
        studio recommend result YY001 municipal-studio granted --document 渝人社发〔2026〕8号 --as clerk
      """,
    subcommands: [List.self, Conditions.self, Find.self, Make.self, Result.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the studios in care with what is met: excellent ones first, then by score, then by code.",
      discussion: "EXAMPLE\n  studio recommend list --for municipal-studio --format csv")
    @Option(name: .customLong("for"), help: "A plaque or title by its id. (default: all)") var target: String?
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let (found, studios, fields) = try await desk.read { [target] register in
          (
            try register.candidacies(for: target), register.studios,
            register.studios.compactMapValues { register.field(of: $0) }
          )
        }
        let phrases = desk.phrases
        var listing = Listing([
          .target, .studio, .field, .expert, .excellent, .lastScore, .conditionsMet, .meetsAll, .recommended,
        ])
        for candidacy in found {
          let parts = candidacy.conditions.map { phrases.notice(.condition($0.condition.label, $0.state)) }
          listing.add([
            phrases.notice(DeskNotice.target(candidacy.target.label)), names.studio(candidacy.studio),
            fields[candidacy.studio].map { desk.terminal.language($0) } ?? "",
            studios[candidacy.studio].map { names.person($0.expert) } ?? "",
            candidacy.isExcellent ? phrases.notice(DeskNotice.excellent) : "", candidacy.score?.description ?? "",
            parts.joined(separator: "; "), phrases.notice(.meetsAll(candidacy.meetsAll)),
            candidacy.recommendation.map { phrases.notice(.recommended($0)) } ?? "",
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Conditions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the plaques and titles with their conditions, each with its article.",
      discussion: "EXAMPLE\n  studio recommend conditions --lang zh")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rules = try await desk.read { try $0.life().recommendations }
        let language = desk.terminal.language
        var listing = Listing([.target, .kind, .content, .article])
        for target in rules.targets {
          for condition in rules.conditions where target.conditions.contains(condition.id) {
            listing.add([
              target.id, condition.id, "\(language(target.label)): \(language(condition.label))",
              desk.phrases.source(condition.source),
            ])
          }
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  enum Verdict: String, CaseIterable, ExpressibleByArgument {
    case met
    case notMet = "not-met"
  }

  struct Find: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records whether a studio meets a condition; a later finding replaces an earlier one.",
      discussion: "EXAMPLE\n  studio recommend find YY001 industry-leader not-met --note 尚无市级以上奖项 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The condition's id; `studio recommend conditions` lists them.") var condition: String
    @Argument(help: "met or not-met.") var verdict: Verdict
    @Option(help: "On what that rests.") var note: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        try await desk.ask(FindCandidacy(studio: id, condition: condition, isMet: verdict == .met, note: note))
      }
    }
  }

  struct Make: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that the bureau recommended a studio or its expert; every condition has to be found met.",
      discussion: "EXAMPLE\n  studio recommend make YY001 municipal-studio --document 云人社函〔2026〕21号 --as approver")
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The plaque or title by its id.") var target: String
    @Option(help: "The document by which it was recommended.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id = try await desk.studio(studio).id
        try await desk.ask(MakeRecommendation(studio: id, target: target, document: document))
      }
    }
  }

  enum Answer: String, CaseIterable, ExpressibleByArgument { case granted, declined }

  struct Result: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records what became of a recommendation.",
      discussion: "EXAMPLE\n  studio recommend result YY001 model-worker declined --document 渝总工函〔2026〕5号 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Argument(help: "The plaque or title by its id.") var target: String
    @Argument(help: "granted or declined.") var answer: Answer
    @Option(help: "The document that says so.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let found = try await desk.studio(studio)
        try await desk.ask(
          AnswerRecommendation(studio: found.id, target: target, isGranted: answer == .granted, document: document))
        if answer == .granted { desk.terminal.say(desk.phrases.notice(.recordPlaque(found.code))) }
      }
    }
  }
}

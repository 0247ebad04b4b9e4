import ArgumentParser
import Scoring
import StudioRegistry
import Wording

/// `studio rules`: the rules in force, and how the bureau reads them (Art. 25).
struct RulesCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Adopts changed rules or another year's calendar, and records interpretations (Art. 25).",
    subcommands: [List.self, Adopt.self, Interpret.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the documents that adopted or interpreted rules.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let (adoptions, readings) = try await desk.read { ($0.adoptions, $0.interpretations) }
        var listing = Listing([.article, .document, .day, .content])
        for adoption in adoptions { listing.add(["", adoption.document, adoption.on.description, ""]) }
        for reading in readings {
          let text = reading.interpretation
          listing.add(["\(text.article)", text.document, reading.on.description, text.text])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Adopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adopts the rule set of a folder as in force on a day (--on); rounds that are open keep their rules.")
    @Option(help: ArgumentHelp("The number of the document that adopted the rules. (default: the regulation's)"))
    var document: String?
    @Option(help: ArgumentHelp("The day of that document.", valueName: "day"), transform: parseDay) var adopted: Day
    @OptionGroup var rules: RulesFolderOption
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rules = try rules.rules(on: desk.options.today(desk.terminal), desk.terminal)
        let adoption = Adoption(document: document ?? rules.document, on: adopted)
        try await desk.ask(AdoptRules(rules: rules, adoption: adoption))
      }
    }
  }

  struct Interpret: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Records how the bureau interprets an article.")
    @Argument(help: "The article's number.") var article: Int
    @Argument(help: "How it is to be read.") var text: String
    @Option(help: "The number of the document that says so.") var document: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(InterpretRules(Interpretation(article: article, text: text, document: document)))
      }
    }
  }
}

import ArgumentParser
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

/// `studio plan`: yearly plans (Art. 16).
struct Plans: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Yearly plans: drafted, submitted, reviewed, changed, completed, and each year's check (Art. 16).",
    discussion: """
      EXAMPLES
        studio plan draft YY001 --year 2027 --item 完成两项攻关=60 --item 培养技师2名=40 --as contact
        studio plan submit Y120 --as contact
        studio plan review Y120 --text 目标可考核 --as clerk
        studio plan complete Y120 Y121=85 Y122=100 --as contact
        studio evidence verify --studio YY001 --as clerk
      """,
    subcommands: [
      Draft.self, Submit.self, Review.self, Change.self, ApproveChange.self, RefuseChange.self, Complete.self,
      Check.self, Import.self, List.self, Show.self,
    ], aliases: ["plans"])

  struct Draft: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Drafts a studio's plan for a year, or adds items to the draft.",
      discussion: "EXAMPLE\n  studio plan draft YY001 --year 2027 --item 完成两项攻关=60 --as contact")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "The year.") var year: Int
    @Option(name: .customLong("item"), help: ArgumentHelp("An item with its weight.", valueName: "title=weight"))
    var items: [String] = []
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let planned = try items.map(desk.plannedItem)
        try await desk.ask(DraftPlan(studio: desk.studio(studio).id, year: year, items: planned))
      }
    }
  }

  struct Submit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Submits a plan to both departments on a day (--on); a late one is taken and flagged.",
      discussion: "EXAMPLE\n  studio plan submit Y120 --on 2026-12-15 --as contact")
    @Argument(help: "Such as Y120.") var plan: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in try await desk.ask(SubmitPlan(desk.id(plan, like: "Y120"))) }
    }
  }

  struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the experts' review of a plan; by a second person it confirms the plan's day, too.",
      discussion: "EXAMPLE\n  studio plan review Y120 --revise --text 第三项目标不明确 --as clerk")
    @Argument(help: "Such as Y120.") var plan: String
    @Option(help: "What the experts said.") var text: String
    @Flag(help: "The plan is to be revised; otherwise it is accepted.") var revise = false
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(ReviewPlan(desk.id(plan, like: "Y120"), isAccepted: !revise, text: text))
      }
    }
  }

  struct Change: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Asks for a change of a submitted plan: adds, drops or re-weighs an item, with the reason.",
      discussion: "EXAMPLE\n  studio plan change Y120 --reweigh Y121=30 --reason 设备到货推迟 --as contact")
    @Argument(help: "Such as Y120.") var plan: String
    @Option(help: ArgumentHelp("A new item.", valueName: "title=weight")) var add: String?
    @Option(help: ArgumentHelp("An item to drop.", valueName: "item")) var drop: String?
    @Option(help: ArgumentHelp("An item's new weight.", valueName: "item=weight")) var reweigh: String?
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if [add, drop, reweigh].compactMap(\.self).count != 1 {
        throw ValidationError("give one of --add, --drop and --reweigh")
      }
    }

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(ChangePlan(desk.id(plan, like: "Y120"), change(desk), reason: reason))
      }
    }

    private func change(_ desk: Desk) throws -> PlanChange.Change {
      if let drop { return .drop(try desk.id(drop, like: "Y121")) }
      if let add {
        let item = try desk.plannedItem(add)
        return .add(title: item.title, weight: item.weight)
      }
      let item = try desk.plannedItem(reweigh ?? "")
      return .reweigh(try desk.id(item.title, like: "Y121"), weight: item.weight)
    }
  }

  struct ApproveChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve-change", abstract: "Approves a change that somebody else entered.",
      discussion: "EXAMPLE\n  studio plan approve-change Y130 --as approver")
    @Argument(help: "Such as Y130.") var change: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in try await desk.ask(SettlePlanChange(desk.id(change, like: "Y130"))) }
    }
  }

  struct RefuseChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "refuse-change", abstract: "Refuses a change that somebody else entered, with the reason.",
      discussion: "EXAMPLE\n  studio plan refuse-change Y130 --reason 理由不足 --as approver")
    @Argument(help: "Such as Y130.") var change: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(SettlePlanChange(desk.id(change, like: "Y130"), refused: reason))
      }
    }
  }

  struct Complete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enters how far items were completed, in percent; a second person verifies it.",
      discussion: "EXAMPLE\n  studio plan complete Y120 Y121=85 Y122=100 --as contact")
    @Argument(help: "Such as Y120.") var plan: String
    @Argument(help: "Such as Y121=85.") var completions: [String]
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let entries = try completions.map(desk.completion)
        try await desk.ask(EnterCompletions(desk.id(plan, like: "Y120"), entries))
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the yearly check of a studio: its plan, the expert's months there, the unit's funds.",
      discussion: "EXAMPLE\n  studio plan check YY001 --year 2025 --months 9 --funds 30000 --as clerk")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "The year, which is over.") var year: Int
    @Option(help: "How many months of the year the expert worked in the studio (Art. 6(2)).") var months: Int
    @Option(help: "What the unit gave the studio in the year, in whole yuan (Art. 19).") var funds: Int
    @Option(help: "Anything else.") var remarks = ""
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if abs(funds) > 1_000_000_000_000 { throw ValidationError("--funds is too large") }
    }

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(
          CheckYear(
            studio: desk.studio(studio).id, year: year, expertMonths: months, unitFunds: funds * 100,
            remarks: remarks))
      }
    }
  }
}

extension Desk {
  /// `完成两项攻关=60`: a title or an id, and a weight.
  func plannedItem(_ text: String) throws -> PlannedItem {
    guard let mark = text.lastIndex(of: "="), let weight = Int(text[text.index(after: mark)...].description) else {
      throw Failure(phrases.notice(.badItem(text)))
    }
    return PlannedItem(title: String(text[..<mark]), weight: weight)
  }

  /// `Y121=85`.
  func completion(_ text: String) throws -> CompletionsEntered.Entry {
    let parts = text.split(separator: "=").map(String.init)
    guard parts.count == 2, let item = ID<PlanItem>(parts[0]), let percent = Points(parts[1]) else {
      throw Failure(phrases.notice(.badPercent(text)))
    }
    return CompletionsEntered.Entry(item: item, percent: percent)
  }
}

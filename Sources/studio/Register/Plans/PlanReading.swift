import ArgumentParser
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

extension Plans {
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Imports plans and their items from CSV: plans.csv, plan-items.csv, or both. All rows, or none.",
      discussion: """
        A completion of 0 says nothing before the year is over. Rows that are there already stay as they are, but a new
        completion is entered. A row's own “verified” is not taken over.

        EXAMPLE
          studio plan import plans.csv plan-items.csv --dry-run --as clerk
        """)
    @Argument(help: "One table or both.") var files: [String]
    @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        var rows: [EvidenceRow] = []
        for file in files { rows += try await read(file, desk) }
        try await EvidencePlan(rows, desk).carryOut(dryRun: dryRun, as: list.format, desk)
      }
    }

    /// The rows of a table of plans or of items, whichever its header says it is.
    private func read(_ file: String, _ desk: Desk) async throws -> [EvidenceRow] {
      let kinds = try await desk.read { $0.modules.kinds }
      guard let plans = kinds.first(where: { $0.id == Plan.evidenceKind }),
        let items = kinds.first(where: { $0.id == PlanItem.evidenceKind })
      else { throw Refusal.unknownKind(Plan.evidenceKind) }
      do throws(Findings) { return try EvidenceFolder.rows(of: file, kind: plans) } catch {
        let isOther = error.first.contains { finding in
          if case .unknownColumn = finding.problem { true } else { false }
        }
        guard isOther else { throw error }
        return try EvidenceFolder.rows(of: file, kind: items)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the plans, with what of each year was carried out.",
      discussion: "EXAMPLE\n  studio plan list --year 2026")
    @Option(help: "Of one year.") var year: Int?
    @Option(help: "Of one studio.") var studio: String?
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let studio: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
        let found = try await desk.read { [year] register in
          register.plansInOrder.filter {
            (year == nil || $0.year == year) && (studio == nil || $0.studio == studio)
          }.map { plan in
            (
              plan: plan, isLate: register.isLate(plan) ?? false,
              check: register.yearChecks[YearKey(studio: plan.studio, year: plan.year)]?.last
            )
          }
        }
        var listing = Listing([.plan, .studio, .year, .submitted, .review, .fulfilment, .flags])
        for (plan, isLate, check) in found {
          listing.add([
            plan.id.description, names.studio(plan.studio), "\(plan.year)", desk.submitted(plan, isLate: isLate),
            plan.reviews.last.map { desk.phrases.notice(.planReview(isAccepted: $0.isAccepted)) } ?? "",
            desk.percent(plan.fulfilment),
            (check?.finding.flags ?? []).map { desk.phrases.notice(.yearFlag($0)) }.joined(separator: "; "),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a plan with its items, their changes and completions.",
      discussion: "EXAMPLE\n  studio plan show Y120")
    @Argument(help: "Such as Y120.") var plan: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id: ID<Plan> = try desk.id(plan, like: "Y120")
        let names = try await desk.names()
        let (found, isLate) = try await desk.read { register in
          guard let plan = register.plans[id] else { throw Refusal.plan(.unknown(id.description)) }
          return (plan, register.isLate(plan) ?? false)
        }
        if list.format == .table { desk.showHead(of: found, isLate: isLate, names) }
        var listing = Listing([.item, .content, .weight, .completion, .state])
        for item in found.items {
          let state =
            item.isDropped
            ? desk.phrases.notice(.planItemDropped) : item.completion.map { desk.phrases.state($0.state) } ?? ""
          listing.add([
            item.id.description, item.title, item.weights.map(String.init).joined(separator: " → "),
            item.completion?.percent.description ?? "", state,
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

extension Desk {
  fileprivate func submitted(_ plan: Plan, isLate: Bool) -> String {
    guard let submission = plan.submission else { return phrases.notice(.planDraft) }
    let isOver = submission.day.year > plan.year
    let late = isOver ? phrases.notice(.planAfterYear(submission.day)) : phrases.notice(.planLate(submission.day))
    let day = isLate ? late : submission.day.description
    return submission.state.isVerified ? day : phrases.detailed(day, [phrases.state(submission.state)])
  }

  /// An exact share as a percentage, rounded for reading alone.
  fileprivate func percent(_ share: Exact?) -> String {
    guard let share, let percent = try? Points(halfUp: share * Exact(100)) else { return "" }
    return "\(percent) %"
  }

  fileprivate func showHead(of plan: Plan, isLate: Bool, _ names: Names) {
    terminal.show(terminal.coloured("\(plan.id)  \(names.studio(plan.studio))  \(plan.year)", .bold))
    let fulfilment = plan.fulfilment.map { "\(phrases.heading(.fulfilment)) \($0) = \(percent($0))" }
    let head = ["\(phrases.heading(.submitted)) \(submitted(plan, isLate: isLate))", fulfilment]
    terminal.show(head.compactMap(\.self).joined(separator: "; "))
    for review in plan.reviews {
      terminal.show("\(review.on)  \(phrases.notice(.planReview(isAccepted: review.isAccepted))): \(review.text)")
    }
    for change in plan.changes {
      let outcome =
        switch change.outcome {
        case nil: phrases.notice(.planChangeWaits)
        case .approved(let day): "\(day)"
        case .refused(let day, let reason): "\(day) \(phrases.state(.rejected(reason: reason)))"
        }
      terminal.show("\(change.id)  \(phrases.notice(.planChange(change.change))); \(change.reason) [\(outcome)]")
    }
  }
}

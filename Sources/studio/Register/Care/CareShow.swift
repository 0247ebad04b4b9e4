import ArgumentParser
import Scoring
import StudioRegistry
import Wording

extension CareCommands {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Shows a studio's whole file: agreement, plaque, cards, officers, members with flags, archive, reports.",
      discussion: "EXAMPLE\n  studio care show YY001")
    @Argument(help: "The studio's code.") var studio: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let studio = try await desk.studio(studio)
        let today = try desk.options.today(desk.terminal)
        let (file, rules, due, size) = try await desk.read { register in
          (
            register.careFile(of: studio.id), register.rules?.life?.care, register.careDue(of: studio),
            register.teamSize(of: studio)
          )
        }
        var page = CarePage(studio: studio, file: file, rules: rules, desk: desk, names: try await desk.names())
        page.addDocuments()
        page.addOfficers()
        page.addTeam(size)
        page.addArchiveAndReports()
        page.add(due, on: today)
        try page.listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

/// A studio's file as one list.
private struct CarePage {
  let studio: Studio
  let file: CareFile
  let rules: RuleSet.Care?
  let desk: Desk
  let names: Names
  private(set) var listing = Listing([.kind, .content, .day, .state, .flags])

  init(studio: Studio, file: CareFile, rules: RuleSet.Care?, desk: Desk, names: Names) {
    (self.studio, self.file, self.rules, self.desk, self.names) = (studio, file, rules, desk, names)
  }

  private func words(_ notice: CareNotice) -> String { desk.phrases.notice(.care(notice)) }

  private mutating func add(
    _ section: CareSection, _ content: String, _ day: Day?, _ state: String, _ flag: String = ""
  ) {
    listing.add([words(.section(section)), content, day?.description ?? "", state, flag])
  }

  mutating func addDocuments() {
    for agreement in file.agreements {
      add(
        .agreement, "\(agreement.number), \(names.person(agreement.expert))", agreement.filed,
        words(.signed(agreement.signed)), agreement.expert == studio.expert ? "" : words(.formerExpert))
    }
    for plaque in file.plaques {
      let state = plaque.returned.map { words(.returned($0)) } ?? plaque.lost.map { words(.lost($0)) } ?? ""
      add(
        .plaque, "\(plaque.number), \(words(.titleOf(names.person(plaque.expert))))", plaque.granted, state,
        plaque.expert == studio.expert ? "" : words(.formerExpert))
    }
    for card in file.cards {
      add(
        .card, "\(card.number), \(names.person(card.person))", card.issued,
        card.returned.map { words(.returned($0)) } ?? "")
    }
  }

  mutating func addOfficers() {
    for officer in file.officers {
      let state =
        switch officer.review {
        case nil: officer.ended == nil ? words(.waitsForReview) : ""
        case let review? where review.isAccepted: words(.accepted(review.on))
        case let review?: words(.refused(review.reason ?? ""))
        }
      let left = officer.review?.isAccepted == true ? officer.ended.map { ", " + words(.left($0)) } ?? "" : ""
      add(
        .officer, "\(words(.post(officer.post))), \(names.person(officer.person))", officer.named, state + left,
        officer.reason.map { words(.otherHead($0)) } ?? "")
    }
  }

  mutating func addTeam(_ size: (count: Int, isOutside: Bool)) {
    let outside = rules.map {
      words(.teamSize(size.count, least: $0.team.least.value, most: $0.team.most.value))
    }
    add(.team, words(.members(size.count)), nil, "", size.isOutside ? outside ?? "" : "")
    for member in file.members {
      let qualification = desk.qualification(of: member, rules)
      let name = names.person(member.person)
      add(
        .team, qualification.isEmpty ? name : "\(name), \(qualification)", member.joined,
        member.left.map { words(.left($0)) } ?? "", desk.words(of: rules.map(member.flags) ?? []))
    }
  }

  mutating func addArchiveAndReports() {
    for kind in rules?.archive ?? [] {
      let records = file.archive.filter { $0.kind == kind.id && $0.struck == nil }
      add(
        .archive, desk.terminal.language(kind.title), records.map(\.dated).max(), words(.records(records.count)),
        records.isEmpty && kind.source != .workingRule ? words(.missing) : "")
    }
    for report in file.reports {
      let kind = rules?.reports.first { $0.id == report.kind }.map { desk.terminal.language($0.title) }
      add(
        .report, "\(report.id) \(kind ?? report.kind): \(report.content)", report.happened,
        report.reported.description, desk.flag(of: report))
    }
  }

  mutating func add(_ due: [Due], on today: Day) {
    for item in due {
      add(
        .due, desk.phrases.task(item.task, names), item.day, desk.phrases.party(item.party),
        item.day < today ? desk.phrases.notice(DeskNotice.overdue) : "")
    }
  }
}

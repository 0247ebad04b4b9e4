import ArgumentParser
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

extension CareCommands {
  /// `studio care member`: an expert's team (Art. 12(4)).
  struct Members: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "member", abstract: "Members of teams: recorded and flagged, never refused (Art. 12(4)).",
      discussion: """
        EXAMPLES
          studio care member add YY001 --name 周大海 --qualification technician --years 6 --as contact
          studio care member import members.csv --dry-run --as clerk
        """,
      subcommands: [Add.self, Import.self, Leave.self, List.self])

    struct Add: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Records a member who joined on a day (--on).")
      @Argument(help: "The studio's code.") var studio: String
      @Option(help: "A person of the register, such as P9.") var person: String?
      @OptionGroup var values: PersonOptions
      @Option(help: "The grade or title, as life/care.yaml lists them, such as technician.") var qualification: String?
      @Option(help: "Whole years in the occupation.") var years: Int?
      @OptionGroup var desk: DeskOptions

      func validate() throws {
        if (person == nil) == (values.name == nil) { throw ValidationError("give either --person or --name") }
      }

      func run() async throws {
        try await desk.run { desk in
          let (holder, sealed) = try await desk.holder(person, values)
          let row = RecordMembers.Row(
            studio: try await desk.studio(studio).id, person: holder, qualification: qualification, years: years,
            joined: try desk.options.today(desk.terminal))
          try await desk.ask(RecordMembers(rows: [row]), persons: sealed)
        }
      }
    }

    struct Import: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Records members from CSV: studio,name,qualification,years,joined. All rows, or none.",
        discussion: """
          A name that the studio's people have already is taken for the same person; an id such as P9 names somebody of the
          register; members who are there stay as they are. - is standard input.
          """)
      @Argument(help: "The table.") var file: String
      @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
      @OptionGroup var list: ListOptions
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          let plan = try await MemberPlan(MemberRow.read(TableSource(path: file)), desk)
          let command = RecordMembers(rows: plan.rows)
          guard !plan.rows.isEmpty, !dryRun else {
            try plan.listing.show(as: list.format, on: desk.terminal)
            if !plan.rows.isEmpty { try await desk.rehearse(command, persons: plan.sealed) }
            return
          }
          let receipt = try await desk.ask(command, persons: plan.sealed, isSilent: true)
          try plan.listing.show(as: list.format, on: desk.terminal)
          desk.sayRecorded(receipt)
        }
      }
    }

    struct Leave: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Records that a member left on a day (--on).")
      @Argument(help: "The studio's code.") var studio: String
      @Argument(help: "Such as P9, or a name that only one has.") var person: String
      @Option(help: "Why.") var reason: String?
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          try await desk.ask(
            EndMembership(studio: desk.studio(studio).id, person: desk.person(person), reason: reason))
        }
      }
    }

    struct List: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Lists the members, with what departs from Art. 12(4).")
      @Option(help: "One studio.") var studio: String?
      @Flag(help: "Only members who are flagged.") var flagged = false
      @OptionGroup var list: ListOptions
      @OptionGroup var desk: DeskOptions

      func run() async throws {
        try await desk.run { desk in
          let names = try await desk.names()
          let one: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
          let (studios, rules) = try await desk.read { register in
            (
              register.studiosInOrder.filter { one == nil || $0.id == one }.map {
                ($0.code, register.careFile(of: $0.id).members)
              }, register.rules?.life?.care
            )
          }
          var listing = Listing([.studio, .person, .content, .joined, .left, .flags])
          for (code, members) in studios {
            for member in members {
              let flags = rules.map(member.flags) ?? []
              if flagged, flags.isEmpty || member.left != nil { continue }
              listing.add([
                code, names.person(member.person), desk.qualification(of: member, rules),
                member.joined.description, member.left?.description ?? "", desk.words(of: flags),
              ])
            }
          }
          try listing.show(as: list.format, on: desk.terminal)
        }
      }
    }
  }
}

extension Desk {
  /// A member's grade or title and years, as far as they were shown.
  func qualification(of member: Member, _ rules: RuleSet.Care?) -> String {
    let found = rules?.qualifications.first { $0.id == member.qualification }
    let title = found.map { terminal.language($0.title) } ?? member.qualification
    let years = member.years.map { phrases.notice(.care(.years($0))) }
    return [title, years].compactMap(\.self).joined(separator: ", ")
  }

  func words(of flags: [Member.Flag]) -> String {
    flags.map { phrases.notice(.care(.flag($0))) }.joined(separator: "; ")
  }

  /// The id of something in the rules, by its id or its title in either language.
  func ruleID(_ text: String, among known: [(id: String, title: Text)]) -> String? {
    known.first { text.lowercased() == $0.id || text == $0.title.zh || text == $0.title.en }?.id
  }
}

/// What importing members would do, row by row.
private struct MemberPlan {
  private(set) var rows: [RecordMembers.Row] = []
  private(set) var sealed: [SealedPerson] = []
  private(set) var listing = Listing([.row, .studio, .name, .content, .joined, .action])

  init(_ read: [MemberRow], _ desk: Desk) async throws {
    let vault = try await desk.vault()
    let (codes, people, teams, rules) = try await desk.read { register in
      (
        register.codes, register.peopleOfStudios,
        register.care.mapValues { Set($0.team.map(\.person)) }, register.rules?.life?.care
      )
    }
    let known = rules?.qualifications.map { (id: $0.id, title: $0.title) } ?? []
    var findings = Findings()
    for row in read {
      guard let studio = codes[row.studio.lowercased()] else {
        let near = nearest(to: row.studio, among: codes.keys.sorted().map { $0.uppercased() })
        findings.add(Finding(.unknownStudio(row.studio, nearest: near), at: row.place))
        continue
      }
      let qualification = row.qualification.flatMap { desk.ruleID($0, among: known) }
      if let text = row.qualification, qualification == nil {
        findings.add(Finding(.unexpected(found: text, expected: .oneOf(known.map(\.id))), at: row.place))
        continue
      }
      // Of several of one name in a studio the first that came in stands for all.
      let person = ID<Person>(row.name) ?? people[studio]?.first { vault[$0]?.name == row.name }
      let isThere = person.map { teams[studio]?.contains($0) == true } ?? false
      listing.add([
        "\(row.place.line ?? 0)", row.studio, row.name,
        [qualification, row.years.map { "\($0)" }].compactMap(\.self).joined(separator: ", "), row.joined.description,
        desk.phrases.notice(isThere ? .rowKnown(person?.description ?? "") : .rowNew),
      ])
      if isThere { continue }
      let holder: OpenAccount.Holder
      if let person {
        holder = .known(person)
      } else {
        try desk.check(PersonValues(name: row.name))
        sealed.append(desk.seal(PersonValues(name: row.name)))
        holder = .new(sealed[sealed.count - 1].commitment, nil)
      }
      rows.append(
        RecordMembers.Row(
          studio: studio, person: holder, qualification: qualification, years: row.years, joined: row.joined))
    }
    try findings.check()
  }
}

extension Register {
  /// Who came in with a studio, in the order of entry, its expert first.
  fileprivate var peopleOfStudios: [ID<Studio>: [ID<Person>]] {
    var people = studios.mapValues { [$0.expert] }
    for person in persons.values.sorted(by: { $0.id < $1.id }) where person.erased == nil {
      if let studio = person.studio { people[studio, default: []].append(person.id) }
    }
    for (studio, file) in care { people[studio, default: []] += file.members.map(\.person) }
    return people
  }
}

import ArgumentParser
import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

/// A document, and its scan where there is one.
struct DocumentOptions: ParsableArguments {
  @Option(help: "The document's number or title.") var document: String
  @Option(help: ArgumentHelp("Its scan, which is kept in the register.", valueName: "file")) var scan: String?

  /// The document, and the file to be kept.
  func read(_ desk: Desk) throws -> (ApprenticeDocument, [StoredFile]) {
    guard let scan else { return (ApprenticeDocument(document), []) }
    guard let data = FileManager.default.contents(atPath: scan) else {
      throw Failure(desk.phrases.notice(.unreadableFile(scan)))
    }
    let file = StoredFile([UInt8](data))
    return (ApprenticeDocument(document, scan: file.digest), [file])
  }
}

/// `studio apprentice`: who is trained by a studio (Art. 21).
struct Apprentices: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apprentice",
    abstract: "Apprentices: training, report, grade, and the check of Art. 21's conditions.",
    discussion: """
      EXAMPLES
        studio apprentice enrol YY001 --name 廖启容 --document 带徒协议2026-3号 --on 2026-03-02 --as contact
        studio apprentice report T120 --document 考核报告1号 --as contact
        studio apprentice condition T120 --grade technician --document 资格审查表2号 --as clerk
        studio apprentice check T120 --grade technician
      """,
    subcommands: [
      Enrol.self, End.self, Report.self, Condition.self, Check.self, Exam.self, Promote.self, Import.self, List.self,
    ], aliases: ["apprentices"])

  struct Enrol: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Enrols an apprentice from a day on (--on), with the training agreement.",
      discussion: "EXAMPLE\n  studio apprentice enrol YY001 --name 廖启容 --document 带徒协议2026-3号 --as contact")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "The name of somebody whom the register does not know yet.") var name: String?
    @Option(help: "Somebody in the register, such as P9.") var person: String?
    @OptionGroup var document: DocumentOptions
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if (name == nil) == (person == nil) { throw ValidationError("give either --name or --person") }
    }

    func run() async throws {
      try await desk.run { desk in
        let studio = try await desk.studio(studio).id
        let (agreement, files) = try document.read(desk)
        if let person {
          let known = try await desk.person(person)
          try await desk.ask(
            EnrolApprentice(studio: studio, person: .known(known), agreement: agreement), files: files)
        } else if let name {
          try desk.check(PersonValues(name: name))
          let sealed = desk.seal(PersonValues(name: name))
          try await desk.ask(
            EnrolApprentice(studio: studio, person: .new(sealed.commitment, nil), agreement: agreement),
            persons: [sealed], files: files)
        }
      }
    }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that a training ended on a day (--on).",
      discussion: "EXAMPLE\n  studio apprentice end T120 --on 2026-10-31 --as contact")
    @Argument(help: "Such as T120.") var apprentice: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in try await desk.ask(EndTraining(desk.id(apprentice, like: "T120"))) }
    }
  }

  struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the named expert's report on a training, passing unless --failing.",
      discussion: "EXAMPLE\n  studio apprentice report T120 --document 考核报告1号 --as contact")
    @Argument(help: "Such as T120.") var apprentice: String
    @Flag(help: "The apprentice does not pass.") var failing = false
    @Option(help: "The former named expert who gave it, such as P9. (default: the named expert)") var expert: String?
    @OptionGroup var document: DocumentOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let expert: ID<Person>? = if let expert { try await desk.person(expert) } else { nil }
        let (document, files) = try document.read(desk)
        try await desk.ask(
          ReportApprentice(
            desk.id(apprentice, like: "T120"), isPassing: !failing, document: document, expert: expert),
          files: files)
      }
    }
  }

  struct Condition: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that an apprentice meets a grade's own conditions for application, or not (--unmet).",
      discussion: "EXAMPLE\n  studio apprentice condition T120 --grade technician --document 资格审查表2号 --as clerk")
    @Argument(help: "Such as T120.") var apprentice: String
    @Option(help: "The grade.") var grade: String
    @Flag(help: "The conditions are not met.") var unmet = false
    @OptionGroup var document: DocumentOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let (document, files) = try document.read(desk)
        try await desk.ask(
          FindGradeConditions(desk.id(apprentice, like: "T120"), grade: grade, isMet: !unmet, document: document),
          files: files)
      }
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks whether an apprentice skips a grade's skill test (Art. 21), each condition with its reason.",
      discussion: "EXAMPLE\n  studio apprentice check T120 --grade technician")
    @Argument(help: "Such as T120.") var apprentice: String
    @Option(help: "The grade.") var grade: String
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let id: ID<Apprentice> = try desk.id(apprentice, like: "T120")
        let today = try desk.options.today(desk.terminal)
        let found = try await desk.read { [grade] in try $0.exemption(of: id, for: grade, on: today) }
        var listing = Listing([.state, .content])
        for condition in found.conditions {
          listing.add([
            desk.phrases.notice(.conditionMet(condition.isMet)), desk.phrases.notice(.exemption(condition)),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
        if !found.isVerified { desk.terminal.warn(desk.phrases.notice(.trainingUnverified(id.description))) }
        guard list.format == .table else { return }
        desk.terminal.show(desk.phrases.notice(found.holds ? .exempt : .notExempt))
      }
    }
  }

  struct Exam: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the result of a grade's theory exam, passed unless --failed.",
      discussion: "EXAMPLE\n  studio apprentice exam T120 --grade technician --document 成绩单3号 --as clerk")
    @Argument(help: "Such as T120.") var apprentice: String
    @Option(help: "The grade.") var grade: String
    @Flag(help: "The exam was not passed.") var failed = false
    @OptionGroup var document: DocumentOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let (document, files) = try document.read(desk)
        try await desk.ask(
          RecordTheoryExam(desk.id(apprentice, like: "T120"), grade: grade, isPassed: !failed, document: document),
          files: files)
      }
    }
  }

  struct Promote: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that an apprentice got a grade's certificate on a day (--on).",
      discussion: "EXAMPLE\n  studio apprentice promote T120 --grade technician --document 证书2026-008 --as contact")
    @Argument(help: "Such as T120.") var apprentice: String
    @Option(help: "The grade.") var grade: String
    @OptionGroup var document: DocumentOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let (document, files) = try document.read(desk)
        try await desk.ask(
          PromoteApprentice(desk.id(apprentice, like: "T120"), grade: grade, certificate: document), files: files)
      }
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Imports apprentices from CSV, as apprentices.csv of the evidence tables. All rows, or none.",
      discussion: """
        Rows of one person and one training are one apprentice. Rows that are there already stay as they are; a row's own
        “verified” is not taken over.

        EXAMPLE
          studio apprentice import apprentices.csv --dry-run --as clerk
        """)
    @Argument(help: "The table.") var file: String
    @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        guard let kind = try await desk.read({ $0.modules.kinds.first { $0.id == Apprentice.evidenceKind } }) else {
          throw Refusal.unknownKind(Apprentice.evidenceKind)
        }
        let rows = try EvidenceFolder.rows(of: file, kind: kind)
        try await EvidencePlan(rows, desk).carryOut(dryRun: dryRun, as: list.format, desk)
      }
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the apprentices with their trainings and grades.",
      discussion: "EXAMPLE\n  studio apprentice list --studio YY001")
    @Option(help: "Of one studio.") var studio: String?
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let studio: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
        let (found, grades) = try await desk.read { register in
          (
            register.apprenticesInOrder.filter { studio == nil || $0.studio == studio },
            register.rules?.life?.apprentices.grades ?? []
          )
        }
        var listing = Listing([.apprentice, .studio, .person, .training, .state, .grades])
        for apprentice in found {
          let promotions = apprentice.promotions.map { promotion in
            let grade = grades.first { $0.id == promotion.grade }
            let label = grade.map { desk.terminal.language($0.label) } ?? promotion.grade
            return "\(promotion.id) \(label) \(promotion.day) [\(desk.phrases.state(promotion.state))]"
          }
          listing.add([
            apprentice.id.description, names.studio(apprentice.studio), names.person(apprentice.person),
            "\(apprentice.started)…\(apprentice.ended?.description ?? "")", desk.phrases.state(apprentice.state),
            promotions.joined(separator: "; "),
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

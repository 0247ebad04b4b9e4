import ArgumentParser
import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

extension Rounds {
  struct Sheets: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sheet", abstract: "Enters one sheet, in place of an unsigned one.",
      discussion: """
        EXAMPLE
          studio round sheet R40 --studio YY001 --rubric competition-results --marks C1=6.5,C2=3,C3=2 --as J1
        """)
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "The studio's code.") var studio: String
    @Option(help: "The rubric's id.") var rubric: String
    @Option(help: "Marks by criterion, or by the rubric's id where it is marked whole: A1=9,A2=6.5.") var marks: String
    @Option(name: .customLong("because"), help: "A reason for a mark, C1=…; may be repeated.") var reasons: [String] =
      []
    @Option(help: "The judge's login, where the bureau enters a paper sheet.") var judge: String?
    @Flag(help: "Sign one's own sheet in the same step.") var sign = false
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        guard let login = judge ?? desk.options.login else {
          throw Failure(desk.phrases.notice(DeskNotice.accountNeeded))
        }
        let sheet = try await desk.sheet(studio, rubric, marks, because: reasons)
        let round: ID<Round> = try desk.id(round, like: "R40")
        if sign, judge == nil {
          try await desk.ask(CompleteSheets(round: round, sheets: [sheet]))
        } else {
          try await desk.ask(EnterSheets(round: round, judge: desk.account(login).id, sheets: [sheet]))
        }
      }
    }
  }

  struct CheckSheet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check-sheet",
      abstract: "Enters a paper sheet a second time, by another person; the same as the first, it is signed by that.",
      discussion: """
        EXAMPLE
          studio round sheet R40 --judge J1 --studio YY001 --rubric competition-results --marks C1=6.5,C2=3,C3=2 --as clerk
          studio round check-sheet R40 --judge J1 --studio YY001 --rubric competition-results --marks C1=6.5,C2=3,C3=2 \\
            --scan J1-YY001.pdf --as org-clerk
        """)
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "The login of the judge who signed the paper.") var judge: String
    @Option(help: "The studio's code.") var studio: String
    @Option(help: "The rubric's id.") var rubric: String
    @Option(help: "Marks by criterion as they stand on the paper: A1=9,A2=6.5.") var marks: String
    @Option(name: .customLong("because"), help: "A reason for a mark, C1=…; may be repeated.") var reasons: [String] =
      []
    @Option(help: ArgumentHelp("The scan of the signed paper, kept in the register's file.", valueName: "file"))
    var scan: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let file = try desk.storedFile(scan)
        let sheet = try await desk.sheet(studio, rubric, marks, because: reasons)
        try await desk.ask(
          CheckPaperSheets(
            round: desk.id(round, like: "R40"), judge: desk.account(judge).id, sheets: [sheet], scan: file.digest),
          files: [file])
      }
    }
  }

  struct ImportSheets: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Enters the sheets of score files, as `studio score` reads them. All of them, or none.")
    @Argument(help: "Such as R40.") var round: String
    @Argument(help: "Score sheets; - is standard input.") var files: [String]
    @Flag(help: "Say what would be done, and do nothing.") var dryRun = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let found = try await desk.round(round)
        let registry = try await desk.read(\.modules)
        let host = try ScoringHost(found.rules, registry)
        let book = try await ScoreSheets(for: host).read(files.map(TableSource.init(path:)))
        let sheets = try await desk.sheets(of: book, rules: found.rules)
        var listing = Listing([.judge, .sheets, .action])
        for (judge, own) in sheets {
          listing.add([
            judge.login, "\(own.count)",
            desk.phrases.notice(
              .rowSheet(judge: judge.login, sheets: own.count, marks: own.reduce(0) { $0 + $1.marks.count })),
          ])
        }
        let command = EnterAllSheets(
          sheets.map { EnterSheets(round: found.id, judge: $0.judge.id, sheets: $0.sheets) })
        if dryRun {
          try listing.show(as: list.format, on: desk.terminal)
          return try await desk.rehearse(command)
        }
        let receipt = try await desk.ask(command, isSilent: true)
        try listing.show(as: list.format, on: desk.terminal)
        desk.sayRecorded(receipt)
      }
    }
  }

  struct Sign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Signs and locks one's own sheets: all that are entered, or those of a studio or rubric.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "A studio's sheets.") var studio: String?
    @Option(help: "A rubric's sheets.") var rubric: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let found = try await desk.round(round)
        var names: [SheetName] = []
        if studio != nil || rubric != nil, let login = desk.options.login {
          let judge = try await desk.account(login).id
          let wanted: ID<Studio>? = if let studio { try await desk.studio(studio).id } else { nil }
          names = found.marking.sheets.filter { key, sheet in
            key.judge == judge && sheet.signed == nil && (wanted == nil || key.studio == wanted)
              && (rubric == nil || found.rules.rubrics[key.rubric].id == rubric)
          }.map { SheetName(studio: $0.key.studio, rubric: found.rules.rubrics[$0.key.rubric].id) }
            .sorted { ($0.studio, $0.rubric) < ($1.studio, $1.rubric) }
          guard !names.isEmpty else { throw Refusal.nothingToDo }
        }
        try await desk.ask(SignSheets(round: found.id, sheets: names))
      }
    }
  }

  struct Return: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that a signed sheet goes back to its judge; another person approves.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "The judge's login.") var judge: String
    @Option(help: "The studio's code.") var studio: String
    @Option(help: "The rubric's id.") var rubric: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let sheet = SheetName(studio: try await desk.studio(studio).id, rubric: rubric)
        let decision = Decision.returnSheet(
          round: try desk.id(round, like: "R40"), judge: try await desk.account(judge).id, sheet: sheet)
        try await desk.ask(Propose(decision, reason: reason))
      }
    }
  }

  struct Replace: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that an alternate takes a judge's seat; the judge's sheets are kept and no longer count.")
    @Argument(help: "Such as R40.") var round: String
    @Option(help: "The judge's login.") var judge: String
    @Option(name: .customLong("by"), help: "The alternate's login.") var other: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let decision = Decision.replaceJudge(
          round: try desk.id(round, like: "R40"), judge: try await desk.account(judge).id,
          by: try await desk.account(other).id)
        try await desk.ask(Propose(decision, reason: reason))
      }
    }
  }
}

extension Desk {
  /// A sheet as somebody typed it: `A1=9,A2=6.5`, with reasons such as `A1=…`.
  fileprivate func sheet(
    _ studio: String, _ rubric: String, _ marks: String, because reasons: [String]
  ) async throws -> SheetMarks {
    var points: [String: Points] = [:]
    for part in marks.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1).map { String($0).folded }
      guard pair.count == 2, let mark = Points(pair[1]) else { throw Failure(phrases.notice(.markForm(String(part)))) }
      guard points.updateValue(mark, forKey: pair[0]) == nil else {
        throw Failure(phrases.notice(.repeatedMark(pair[0])))
      }
    }
    var words: [String: String] = [:]
    for reason in reasons {
      let pair = reason.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { throw Failure(phrases.notice(.markForm(reason))) }
      words[String(pair[0])] = String(pair[1])
    }
    return SheetMarks(studio: try await self.studio(studio).id, rubric: rubric, marks: points, reasons: words)
  }

  /// The sheets of a book, by judge; unknown studios and judges are said all together.
  func sheets(of book: Scorebook, rules: RuleSet) async throws -> [(judge: Account, sheets: [SheetMarks])] {
    let (codes, logins, accounts) = try await read { ($0.codes, $0.logins, $0.accounts) }
    var unknown: Set<String> = []
    var sheets: [ID<Account>: [SheetMarks]] = [:]
    for number in 0..<book.sheetCount {
      let pair = book.pair(of: number)
      let studio = codes[pair.studio.lowercased()]
      let judge = logins[pair.judge.lowercased()]
      if studio == nil { unknown.insert(phrases.notice(DeskNotice.unknownStudio(pair.studio, nearest: nil))) }
      if judge == nil { unknown.insert(phrases.notice(.unknownLogin(pair.judge, nearest: nil))) }
      guard let studio, let judge else { continue }
      sheets[judge, default: []] += book.sheets(number, of: studio, rules: rules)
    }
    guard unknown.isEmpty else { throw Failure(unknown.sorted().joined(separator: "\n")) }
    return sheets.sorted { $0.key < $1.key }.compactMap { judge, sheets in
      accounts[judge].map { ($0, sheets.sorted { ($0.studio, $0.rubric) < ($1.studio, $1.rubric) }) }
    }
  }
}

extension Scorebook {
  /// The rubrics of one sheet that have marks.
  fileprivate func sheets(_ number: Int, of studio: ID<Studio>, rules: RuleSet) -> [SheetMarks] {
    rules.rubrics.enumerated().compactMap { place, rubric in
      let slots = Array(layout.rubrics[place].criteria) + [layout.rubrics[place].whole]
      var marks: [String: Points] = [:]
      var reasons: [String: String] = [:]
      for slot in slots where mark(sheet: number, slot: slot) != Self.absent {
        marks[layout.ids[slot]] = Points(hundredths: Int(mark(sheet: number, slot: slot)))
        reasons[layout.ids[slot]] = reason(sheet: number, slot: slot)
      }
      return marks.isEmpty ? nil : SheetMarks(studio: studio, rubric: rubric.id, marks: marks, reasons: reasons)
    }
  }
}

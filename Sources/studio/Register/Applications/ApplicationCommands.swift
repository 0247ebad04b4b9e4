import ArgumentParser
import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

/// `studio application`: applications from receipt to confirmation (Art. 5–9, 15).
struct ApplicationCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "application",
    abstract: "Applications: receipt, materials, findings, review, public notice, confirmation (Art. 5–9, 15).",
    discussion: """
      EXAMPLE
        studio application receive 长江船舶修造厂 --kind enterprise --field advanced-manufacturing --expert 陈国栋 \\
          --birth-month 1975-03 --occupation 焊工 --as clerk
        studio application material F31 account --file account.txt --as clerk
        studio application find F31 team met --number 5 --as clerk
        studio application review F31 --minutes 评审纪要1号 --marks marks.csv --as clerk
        studio application publish F31 --address https://www.yunyang.gov.cn/1 --screenshot notice.png --as clerk
        studio application confirm F31 --code YY031 --reason 公示无异议 --as clerk
      Then both departments approve: studio approve. State secrets are never entered (Art. 17).
      """,
    subcommands: [
      Receive.self, Import.self, Material.self, Find.self, Waive.self, Show.self, List.self, Review.self,
      Explain.self, Publish.self, Object.self, Answer.self, Confirm.self, Reject.self, Withdraw.self, Branch.self,
    ], aliases: ["applications"])

  struct Receive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Receives an application: for a new studio, or with --for-studio for a change of one (Art. 15).",
      discussion: """
        EXAMPLE
          studio application receive 渝东机械厂 --kind enterprise --field advanced-manufacturing --expert 何平 --as clerk \\
            --for-studio YY002 --change-expert
        """)
    @Argument(help: "The unit that applies.") var unit: String
    @Option(help: "The kind of applicant, by id or title (Art. 8(1)).") var kind: String
    @Option(help: "The field that the studio serves, by id or title (Art. 5).") var field: String
    @Option(help: "The expert, by name or id such as P9. (default with --joint-with: the studio's)") var expert: String?
    @Option(help: ArgumentHelp("The expert's year and month of birth, 1975-03.", valueName: "month"))
    var birthMonth: String?
    @Option(help: "The occupation in the studio's name. (default with --for-studio: the studio's)") var occupation:
      String?
    @Option(help: ArgumentHelp("The enterprise of which the unit is a branch (Art. 9).", valueName: "unit"))
    var branchOf: String?
    @Option(help: "Why the unit may have another studio of the occupation (Art. 9).") var waive: String?
    @Option(help: ArgumentHelp("The studio that is to be changed (Art. 15).", valueName: "code")) var forStudio: String?
    @Flag(help: "Another expert for that studio.") var changeExpert = false
    @Option(help: ArgumentHelp("The expert's new unit, with which that studio is built jointly.", valueName: "unit"))
    var jointWith: String?
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      guard (forStudio != nil) == (changeExpert || jointWith != nil), !(changeExpert && jointWith != nil) else {
        throw ValidationError("--for-studio goes with either --change-expert or --joint-with")
      }
      if expert == nil, jointWith == nil { throw ValidationError("give --expert") }
      if occupation == nil, forStudio == nil { throw ValidationError("give --occupation") }
    }

    func run() async throws {
      try await desk.run { desk in
        let terms = try await desk.read { try $0.life().applications }
        var studio: Studio?
        if let forStudio { studio = try await desk.studio(forStudio) }
        var purpose = Application.Purpose.newStudio
        if let studio {
          purpose = jointWith.map { .jointBuilding(studio.id, partner: $0) } ?? .changeExpert(studio.id)
        }
        var sealed: [SealedPerson] = []
        let holder: OpenAccount.Holder
        if let expert {
          holder = try await desk.holder(expert, birthMonth: birthMonth, sealing: &sealed)
        } else {
          holder = .known(studio?.expert ?? ID(0))
        }
        let row = ReceiveApplications.Row(
          purpose: purpose, unit: unit, enterprise: branchOf, applicant: try desk.choice(kind, among: terms.kinds),
          field: try desk.choice(field, among: terms.fields), expert: holder,
          occupation: occupation ?? studio?.occupation ?? "", unitWaiver: waive)
        try await desk.ask(ReceiveApplications(rows: [row]), persons: sealed)
        desk.terminal.say(desk.phrases.notice(DeskNotice.noSecrets))
      }
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Receives applications from CSV: unit,kind,field,expert,birth_month,occupation. All rows, or none.",
      discussion: """
        The expert is a name, or the id of a person of the register; - is standard input.

        EXAMPLE
          studio application import rubrics/yunyang-2022/example/applications.csv --as clerk
        """)
    @Argument(help: "The table.") var file: String
    @Flag(help: "Say row by row what would be done, and do nothing.") var dryRun = false
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let rows = try ApplicationRow.read(TableSource(path: file))
        let terms = try await desk.read { try $0.life().applications }
        var sealed: [SealedPerson] = []
        var asked: [ReceiveApplications.Row] = []
        var listing = Listing([.row, .unit, .kind, .field, .expert, .occupation, .action])
        var names: [String: Int] = [:]
        for row in rows {
          let (line, name) = (row.place.line ?? 0, row.expert.withoutSpacing)
          do {
            if ID<Person>(row.expert) == nil, let first = names.updateValue(line, forKey: name) {
              throw Failure(
                desk.phrases.notice(.expertApplied(name: row.expert, application: "\(row.place.file):\(first)")))
            }
            let month = row.birthMonth.isEmpty ? nil : row.birthMonth
            asked.append(
              ReceiveApplications.Row(
                unit: row.unit, applicant: try desk.choice(row.kind, among: terms.kinds),
                field: try desk.choice(row.field, among: terms.fields),
                expert: try await desk.holder(row.expert, birthMonth: month, sealing: &sealed),
                occupation: row.occupation))
          } catch let failure as Failure {
            throw Failure("\(desk.phrases.place(row.place)): \(failure.message)")
          }
          listing.add([
            "\(row.place.line ?? 0)", row.unit, row.kind, row.field, row.expert, row.occupation,
            desk.phrases.notice(.rowNew),
          ])
        }
        if dryRun {
          try listing.show(as: list.format, on: desk.terminal)
          return try await desk.rehearse(ReceiveApplications(rows: asked), persons: sealed)
        }
        let receipt = try await desk.ask(ReceiveApplications(rows: asked), persons: sealed, isSilent: true)
        try listing.show(as: list.format, on: desk.terminal)
        desk.sayRecorded(receipt)
        desk.terminal.say(desk.phrases.notice(DeskNotice.noSecrets))
      }
    }
  }

  struct Material: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records a material that came in, with its scan; an account's characters are counted (Art. 8(1)).",
      discussion: """
        A scan is kept in the register's file by its SHA-256; of one that is about a person only the digest is kept, for the
        register's file store is never erased.

        EXAMPLE
          studio application material F31 account --file account.txt --as clerk
        """)
    @Argument(help: "Such as F31.") var application: String
    @Argument(help: "The material, by id or title; `studio application show` lists them.") var material: String
    @Option(help: ArgumentHelp("The scan; for the account a text file. Without it: seen on paper.", valueName: "file"))
    var file: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let found = try await desk.application(application)
        let materials = found.terms?.materials ?? []
        let id = try desk.choice(
          material, among: materials.map { .init(id: $0.id, title: $0.title, source: $0.source) })
        let scan = try file.map { try desk.storedFile($0) }
        let item = materials.first { $0.id == id }
        var characters: Int?
        if item?.characters != nil, let scan, let file {
          guard let text = String(validating: scan.bytes, as: UTF8.self) else {
            throw Failure(desk.phrases.notice(.notText(file)))
          }
          characters = text.trimmingPrefix("\u{FEFF}").description.charactersWithoutSpace
        }
        let isKept = item?.isPersonal == false
        try await desk.ask(
          RecordMaterial(found.id, material: id, scan: scan?.digest, characters: characters),
          files: isKept ? [scan].compactMap(\.self) : [])
        if !isKept, let file { desk.terminal.say(desk.phrases.notice(.digestAlone(file))) }
        desk.terminal.say(desk.phrases.notice(DeskNotice.noSecrets))
      }
    }
  }

  struct Find: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records what was found of a condition: met, not-met, not-shown or undertaken (Art. 6).",
      discussion: """
        EXAMPLE
          studio application find F31 age not-met --waive 行业内独有技艺 --as clerk
          studio application find F31 repute,health,key-technique met --as clerk
        """)
    @Argument(help: "Such as F31.") var application: String
    @Argument(help: "The condition's id, or several parted by commas; `studio application show` lists them.")
    var condition: String
    @Argument(help: "met, not-met, not-shown or undertaken.") var state: ConditionFinding.State
    @Option(help: "A measured number, such as the size of the team.") var number: Int?
    @Option(help: "On what it rests.") var note: String?
    @Option(help: "Why the condition is waived, where the article asks it only as a rule.") var waive: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let found = try await desk.application(application)
        let findings = condition.split(separator: ",").map {
          ConditionFinding(condition: String($0), state: state, number: number, note: note, waiver: waive)
        }
        for finding in findings {
          let measure = found.terms?.condition(finding.condition)?.measure
          if let measure, measure.kind == .age { try await desk.compareAge(of: found, with: finding, measure.bounds) }
        }
        try await desk.ask(FindCondition(found.id, findings))
      }
    }
  }

  struct Waive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Waives one studio for each unit and occupation (Art. 9: as a rule), with the reason.")
    @Argument(help: "Such as F31.") var application: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(WaiveUnitRule(desk.id(application, like: "F31"), reason: reason))
      }
    }
  }
}

extension ConditionFinding.State: ExpressibleByArgument {}

import ArgumentParser
import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

extension ApplicationCommands {
  struct Review: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records the experts' review: its minutes with the result, or the judges' marks (Art. 8(2)).",
      discussion: """
        Marks are CSV: judge,criterion,marks; the judges by their logins, the criteria those of life/application-review.yaml.

        EXAMPLE
          studio application review F31 --minutes 评审纪要1号 --recommended --as clerk
          studio application review F31 --minutes 评审纪要1号 --marks marks.csv --as clerk
        """)
    @Argument(help: "Such as F31.") var application: String
    @Option(help: "The number of the minutes.") var minutes: String
    @Flag(help: "The experts recommend it.") var recommended = false
    @Flag(help: "The experts do not recommend it.") var notRecommended = false
    @Option(help: ArgumentHelp("The judges' marks; - is standard input.", valueName: "file")) var marks: String?
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      guard [recommended, notRecommended, marks != nil].count(where: { $0 }) == 1 else {
        throw ValidationError("give one of --recommended, --not-recommended and --marks")
      }
    }

    func run() async throws {
      try await desk.run { desk in
        let id: ID<Application> = try desk.id(application, like: "F31")
        guard let marks else {
          let result: ReviewApplication.Result = recommended ? .recommended : .notRecommended
          try await desk.ask(ReviewApplication(id, minutes: minutes, result))
          return
        }
        let rows = try ReviewMark.read(TableSource(path: marks))
        var sheets: [ScoredReview.Sheet] = []
        for (login, own) in Dictionary(grouping: rows, by: { $0.judge.lowercased() }).sorted(by: { $0.key < $1.key }) {
          let judge = try await desk.account(own.first?.judge ?? login).id
          let points = Dictionary(own.map { ($0.criterion, $0.marks) }) { first, _ in first }
          sheets.append(ScoredReview.Sheet(judge: judge, marks: points))
        }
        try await desk.ask(ReviewApplication(id, minutes: minutes, .scored(sheets)))
      }
    }
  }

  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Explains a scored review step by step, and computes it again.")
    @Argument(help: "Such as F31.") var application: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let found = try await desk.application(application)
        guard let scored = found.reviews.last?.scored else { throw Refusal.application(.notReviewed(found.id)) }
        let settlement = try await desk.read { try found.settlement(of: scored.sheets, in: $0) }
        guard let outcome = settlement.outcome(of: found.id.description), outcome.score == scored.score else {
          throw Failure(desk.phrases.notice(.notAsStored(found.id.description)))
        }
        try ScoreReport(settlement, reference: [:], desk.terminal).explain(outcome)
        desk.terminal.show()
        desk.terminal.show(desk.phrases.notice(DeskNotice.asStored))
      }
    }
  }

  struct Publish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Puts the result on public notice, several applications at once; it runs in working days (Art. 8(2)).",
      discussion: """
        The first day is --on. The notice runs from the day after.

        EXAMPLE
          studio application publish F31 F35 --address https://www.yunyang.gov.cn/1 --screenshot notice.png --as clerk
        """)
    @Argument(help: "Such as F31.") var applications: [String]
    @Option(help: "Where it stands on the county government's site.") var address: String
    @Option(help: ArgumentHelp("The screenshot, which is kept in the register's file.", valueName: "file"))
    var screenshot: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        var ids: [ID<Application>] = []
        for application in applications { ids.append(try desk.id(application, like: "F31")) }
        let file = try desk.storedFile(screenshot)
        try await desk.ask(
          PublishApplications(ids, address: address, screenshot: file.digest), files: [file])
      }
    }
  }

  struct Object: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records an objection: real-name by any channel, or an anonymous lead that can be checked.",
      discussion: """
        EXAMPLE
          studio application object F31 --text 竞赛证书不实 --by 周大海 --channel 来信 --as clerk
        """)
    @Argument(help: "Such as F31.") var application: String
    @Option(help: "What is objected.") var text: String
    @Option(help: "Who objects, by name or id such as P9; without it the lead is anonymous.") var by: String?
    @Option(help: "By what it came, such as a letter or a call.") var channel: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        var sealed: [SealedPerson] = []
        var holder: OpenAccount.Holder?
        if let by, let known = ID<Person>(by) {
          holder = .known(known)
        } else if let by {
          try desk.check(PersonValues(name: by))
          sealed = [desk.seal(PersonValues(name: by))]
          holder = .new(sealed[0].commitment, nil)
        }
        try await desk.ask(
          ObjectToApplication(desk.id(application, like: "F31"), by: holder, channel: channel, text: text),
          persons: sealed)
      }
    }
  }

  struct Answer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Answers an objection; an upheld one re-opens this application alone, for a new review and notice.",
      discussion: """
        EXAMPLE
          studio application answer O40 --not-upheld --text 经核实证书属实 --as approver
        """)
    @Argument(help: "Such as O40.") var objection: String
    @Flag(help: "The objection holds.") var upheld = false
    @Flag(help: "The objection does not hold.") var notUpheld = false
    @Option(help: "The answer.") var text: String
    @OptionGroup var desk: DeskOptions

    func validate() throws {
      if upheld == notUpheld { throw ValidationError("give either --upheld or --not-upheld") }
    }

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(
          AnswerApplicationObjection(desk.id(objection, like: "O40"), isUpheld: upheld, text: text))
      }
    }
  }

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that an application is confirmed; both departments approve (Art. 8(2), 15).",
      discussion: """
        EXAMPLE
          studio application confirm F31 --code YY031 --reason 公示无异议 --as clerk
        """)
    @Argument(help: "Such as F31.") var application: String
    @Option(help: "The new studio's code; none where a studio is changed.") var code: String?
    @Option(help: "On what ground.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(
          Propose(.confirmApplication(desk.id(application, like: "F31"), code: code), reason: reason))
      }
    }
  }

  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that an application is rejected, with the reason; both departments approve.")
    @Argument(help: "Such as F31.") var application: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(Propose(.rejectApplication(desk.id(application, like: "F31")), reason: reason))
      }
    }
  }

  struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Records that the unit took its application back.")
    @Argument(help: "Such as F31.") var application: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(WithdrawApplication(desk.id(application, like: "F31"), reason: reason))
      }
    }
  }

  struct Branch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proposes that a branch of a large enterprise counts as a unit; both departments approve (Art. 9).",
      discussion: """
        EXAMPLE
          studio application branch 长江船舶修造厂二分厂 --of 长江船舶修造厂 --reason 独立生产线 --as clerk
        """)
    @Argument(help: "The branch.") var branch: String
    @Option(name: .customLong("of"), help: "The enterprise.") var enterprise: String
    @Option(help: "Why.") var reason: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(Propose(.countBranch(branch, enterprise: enterprise), reason: reason))
      }
    }
  }
}

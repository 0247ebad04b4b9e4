import ArgumentParser
import Scoring
import StudioRegistry
import Wording

/// `studio rectify`: what follows when a studio does not pass (Art. 20).
struct Rectify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rectification after a failure: service and second assessment (Art. 20).",
    subcommands: [List.self, Serve.self, Assess.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the rectifications.")
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let found = try await desk.read { register in
          register.rectifications.map { ($0, register.studios[$0.studio]?.standing) }
        }
        var listing = Listing([.studio, .round, .served, .until, .second, .outcome])
        for (rectification, standing) in found {
          listing.add([
            names.studio(rectification.studio), rectification.round.description,
            rectification.served?.description ?? "", rectification.until?.description ?? "",
            rectification.second?.description ?? "", standing.map(desk.phrases.standing) ?? "",
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }

  struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records that the notice was served; the year to rectify runs from that day (--on).")
    @Argument(help: "The studio's code.") var studio: String
    @Option(help: "How it was served: the receipt's number, or who signed it by post.") var receipt: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.ask(ServeRectification(studio: desk.studio(studio).id, receipt: receipt))
      }
    }
  }

  struct Assess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens the second assessment, under the rules of the round that was failed; then as any round.")
    @Argument(help: "The studios' codes.") var studios: [String]
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        var chosen: [ID<Studio>] = []
        for studio in studios { chosen.append(try await desk.studio(studio).id) }
        try await desk.ask(OpenSecondAssessment(studios: chosen))
      }
    }
  }
}

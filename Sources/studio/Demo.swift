import ArgumentParser
import Foundation
import Journal
import RubricFiles
import Scoring
import StudioRegistry
import Wording

/// `studio demo`: four years of a county's register, in one go.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Tells four years of a county: 24 studios, two rounds through to their consequences, the journal verified.",
    discussion: """
      Every step goes through the register as a command would, on a real file, with the days of the story.

      EXAMPLES
        studio demo
        studio demo --database demo.sqlite && studio round list --database demo.sqlite
      """)

  @Option(help: ArgumentHelp("Keep the register in this new file. (default: a temporary one)", valueName: "file"))
  var database: String?

  @OptionGroup var rules: RulesFolderOption
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let terminal = language.terminal
    try await terminal.reporting {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("studio-demo-\(getpid())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = database ?? folder.appendingPathComponent("demo.sqlite").path
      try await Story(file: file, rules: rules.folder(terminal), terminal).tell()
      terminal.say(terminal.phrases.notice(database.map(DeskNotice.storyKept) ?? .storyLost))
    }
  }
}

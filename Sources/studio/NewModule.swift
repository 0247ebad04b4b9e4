import ArgumentParser
import Foundation
import RubricFiles
import Wording

extension Rubrics {
  /// `studio rubrics new NAME`
  struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begins a rubric module: folder, source, test, rubric file, registration.",
      discussion: """
        Run it in the project's folder. The new rubric counts for nothing until regulation.yaml lists it.

        EXAMPLE
          studio rubrics new safety-record && swift test --filter SafetyRecord
        """)

    @Argument(help: "The rubric's id, such as safety-record.")
    var name: String

    @OptionGroup var rules: RulesOptions
    @OptionGroup var language: LanguageOptions

    func run() async throws {
      let terminal = language.terminal
      try await terminal.reporting {
        guard let module = ModuleTemplate(name) else { throw Failure(terminal.phrases.notice(.notAName(name))) }
        let folder = try rules.folder(terminal)
        guard !FileManager.default.fileExists(atPath: "Plugins/\(module.type)") else {
          throw Failure(terminal.phrases.notice(.fileExists("Plugins/\(module.type)")))
        }
        let package = try register(module, terminal, in: "Package.swift", module.registeredInPackage)
        let list = try register(
          module, terminal, in: "Sources/InstalledModules/InstalledModules.swift", module.registeredAsInstalled)
        try NewFiles([
          ("Plugins/\(module.type)/Sources/\(module.type).swift", Array(module.source.utf8)),
          ("Plugins/\(module.type)/Tests/\(module.type)Tests.swift", Array(module.test.utf8)),
          (folder.rubricFile(module.id), Array(module.rubric.utf8)),
        ]).write(terminal)
        for (path, text) in [package, list] {
          try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
          terminal.show(terminal.phrases.notice(.wroteFile(path)))
        }
        terminal.show(terminal.phrases.notice(.nextStep("swift test --filter \(module.type)")))
      }
    }

    /// A file's text with the module registered in it.
    private func register(
      _ module: ModuleTemplate, _ terminal: Terminal, in path: String, _ edit: (String) -> String?
    ) throws -> (path: String, text: String) {
      guard let text = try? String(contentsOfFile: path, encoding: .utf8), let edited = edit(text) else {
        throw Failure(terminal.phrases.notice(.notAPackage(path)))
      }
      return (path, edited)
    }
  }
}

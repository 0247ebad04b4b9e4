import ArgumentParser
import Foundation
import InstalledModules
import RubricFiles
import ScoreFiles
import Scoring
import Wording

/// `studio rubrics`: shows, checks and begins rubrics.
struct Rubrics: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows and checks rule sets, writes empty tables, begins a new rubric module.",
    discussion: """
      EXAMPLES
        studio rubrics list
        studio rubrics show apprentice-training
        studio rubrics check rubrics/yunyang-2022
        studio rubrics template my-round
        studio rubrics new safety-record
      """,
    subcommands: [List.self, Show.self, Check.self, Template.self, New.self])

  /// `studio rubrics list`
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the rubrics of a rule set.")

    @OptionGroup var rules: RulesOptions
    @OptionGroup var language: LanguageOptions

    func run() async throws {
      let terminal = language.terminal
      try await terminal.reporting {
        let host = try rules.host(terminal)
        let phrases = terminal.phrases
        var table = TextTable([Label.rubric, .title, .maximum, .criterion, .module, .source].map(phrases.label))
        for rubric in host.rules.rubrics {
          table.add([
            rubric.id, terminal.language(rubric.title), rubric.maximum.description,
            rubric.criteria.map(\.id).joined(separator: " "), rubric.module ?? "—", phrases.source(rubric.source),
          ])
        }
        table.show(on: terminal)
      }
    }
  }

  /// `studio rubrics show ID`
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows a rubric: criteria, level words, numbers, sources, evidence tables.")

    @Argument(help: "The rubric's id.")
    var id: String

    @OptionGroup var rules: RulesOptions
    @OptionGroup var language: LanguageOptions

    func run() async throws {
      let terminal = language.terminal
      try await terminal.reporting {
        let host = try rules.host(terminal)
        guard let rubric = host.rules.rubrics.first(where: { $0.id == id }) else {
          let near = nearest(to: id, among: host.rules.rubrics.map(\.id))
          throw Failure(terminal.phrases.notice(.unknownRubric(id, nearest: near)))
        }
        RubricReport(rubric, host.registry, terminal).show()
      }
    }
  }

  /// `studio rubrics check DIR`
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks a rule set as in force on each day on which it changes.")

    @Argument(help: "The rule set's folder.")
    var folder: String

    @OptionGroup var language: LanguageOptions

    func run() async throws {
      let terminal = language.terminal
      try await terminal.reporting {
        let folder = RuleSetFolder(folder)
        let registry = try ModuleRegistry(installedModules)
        let changes = try folder.changes()
        guard let last = changes.last ?? .today else { throw Failure(terminal.phrases.notice(.noClock)) }
        for day in changes.dropLast() { _ = try folder.ruleSet(on: day, modules: registry) }
        let rules = try folder.ruleSet(on: last, modules: registry)
        for file in folder.unlisted(in: rules) { terminal.warn(terminal.phrases.notice(.unlistedRubric(file))) }
        terminal.show(
          terminal.phrases.notice(
            .rulesInOrder(
              id: rules.id, rubrics: rules.rubrics.count, criteria: rules.rubrics.flatMap(\.criteria).count,
              total: rules.total.value, changes: changes)))
      }
    }
  }

  /// `studio rubrics template DIR`
  struct Template: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes an empty table for every kind of evidence, and a score sheet.",
      discussion: "With --lang zh the headers are Chinese. A file that is there already is never overwritten.")

    @Argument(help: "The folder to write into; it is made where it does not exist.")
    var folder: String

    @OptionGroup var rules: RulesOptions
    @OptionGroup var language: LanguageOptions

    func run() async throws {
      let terminal = language.terminal
      try await terminal.reporting {
        let host = try rules.host(terminal)
        terminal.say(terminal.phrases.notice(DeskNotice.noSecrets))
        let kinds = host.registry.kinds.filter { kind in host.kinds.contains { $0.id == kind.id } }
        let files = Templates.files(host.rules, kinds, inChinese: terminal.language == .zh)
        try NewFiles(files.map { ("\(folder)/\($0.name)", $0.bytes) }).write(terminal)
      }
    }
  }
}

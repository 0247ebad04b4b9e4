import ArgumentParser
import Foundation
import InstalledModules
import RubricFiles
import Scoring
import Wording

/// How results are written.
enum Format: String, CaseIterable, ExpressibleByArgument {
  case table
  case csv
  case json
}

extension Language: ExpressibleByArgument {}

/// The language of results, findings and reasons.
struct LanguageOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of results, findings and reasons: en or zh. (default: after LANG)")
  var language: Language?

  /// Where results and messages go, in the language asked for.
  var terminal: Terminal {
    Terminal(language ?? Language(environment: ProcessInfo.processInfo.environment))
  }
}

/// The folder of the rule set to go by.
struct RulesFolderOption: ParsableArguments {
  static let defaultPath = "rubrics/yunyang-2022"

  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Folder of the rule set. (default: \(defaultPath) under the working folder)", valueName: "dir"))
  var path: String?

  /// The rule set's folder.
  ///
  /// - Throws: ``Failure`` naming the option, where there is none.
  func folder(_ terminal: Terminal) throws -> RuleSetFolder {
    let folder = RuleSetFolder(path ?? Self.defaultPath)
    guard FileManager.default.fileExists(atPath: folder.regulationFile) else {
      throw Failure(terminal.phrases.notice(.noRules(folder.path)))
    }
    return folder
  }

  /// The rules in force on a day.
  func rules(on day: Day, _ terminal: Terminal) throws -> RuleSet {
    try folder(terminal).ruleSet(on: day, modules: ModuleRegistry(installedModules))
  }
}

/// The rule set to go by, as in force on a day.
struct RulesOptions: ParsableArguments {
  @OptionGroup var location: RulesFolderOption

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      "The day whose rules apply, such as 2025-12-31. (default: the period's last day, else today)", valueName: "day"),
    transform: parseDay)
  var day: Day?

  /// The rule set's folder.
  ///
  /// - Throws: ``Failure`` naming the option, where there is none.
  func folder(_ terminal: Terminal) throws -> RuleSetFolder { try location.folder(terminal) }

  /// The host for the rules in force on the day asked for, else on the period's last day, else today.
  func host(_ terminal: Terminal, period: Period? = nil) throws -> ScoringHost {
    let registry = try ModuleRegistry(installedModules)
    guard let day = day ?? period?.lastDay ?? .today else { throw Failure(terminal.phrases.notice(.noClock)) }
    let rules = try folder(terminal).ruleSet(on: day, modules: registry)
    return try ScoringHost(rules, registry)
  }
}

/// A calendar day.
func parseDay(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw ValidationError("“\(text)” is no day; write it as 2025-12-31") }
  return day
}

/// The years that an assessment looks at.
func parsePeriod(_ text: String) throws -> Period {
  guard let period = Period(text) else {
    throw ValidationError("“\(text)” is no period of whole calendar years; write it as 2024-01-01..2025-12-31")
  }
  return period
}

extension Day {
  /// The calendar day where the program runs.
  static var today: Day? {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

import ArgumentParser
import Foundation
import ScoreFiles
import Scoring
import Tables
import Wording

/// `studio combine`: the panel rule alone.
struct Combine: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Combines any panel's marks: item,judge,mark in; item,judges,dropped,mean out.",
    discussion: """
      Marks are plain numbers of up to 9 digits and 6 decimals; a blank mark is absent, not zero.

      EXAMPLES
        studio combine marks.csv
        studio combine marks.csv --rule median --places 1
        cat marks.csv | studio combine -
      """)

  enum RuleName: String, CaseIterable, ExpressibleByArgument {
    case mean
    case trimmedMean = "trimmed-mean"
    case median
  }

  @Argument(help: "The marks; - is standard input.")
  var marks: String

  @Option(help: "mean, trimmed-mean or median.")
  var rule: RuleName = .trimmedMean

  @Option(help: "Marks to drop at each end under trimmed-mean, 1 to 1000. (default: 1)")
  var trim: Int?

  @Option(help: "Decimals to round to, half-up, 0 to 6.")
  var places = 2

  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if trim != nil, rule != .trimmedMean { throw ValidationError("--trim goes with --rule trimmed-mean only") }
    if let trim, !(1...1000).contains(trim) { throw ValidationError("--trim takes a number from 1 to 1000") }
    if !(0...6).contains(places) { throw ValidationError("--places takes a number from 0 to 6") }
  }

  private var panelRule: PanelRule {
    switch rule {
    case .mean: .mean
    case .trimmedMean: .trimmedMean(dropping: trim ?? 1)
    case .median: .median
    }
  }

  func run() async throws {
    let terminal = language.terminal
    try await terminal.reporting {
      let panel = try PanelMarks(TableSource(path: marks))
      var text = CSVText()
      text.row(["item", "judges", "dropped", "mean"])
      var tooSmall = 0
      for item in panel.items {
        do {
          let score = try panelRule.combine(item.millionths, unitsInOne: powerOfTen(PanelMarks.places))
          let mean = try score.decimal(places: places)
          text.row([item.name, "\(item.millionths.count)", "\(2 * panelRule.trim)", mean])
        } catch PanelError.tooFew(let marks, let needed) {
          tooSmall += 1
          terminal.say(terminal.phrases.notice(.panelTooSmall(item: item.name, marks: marks, needed: needed)))
        }
      }
      guard tooSmall == 0 else {
        throw Failure(terminal.phrases.notice(.findings(count: tooSmall, shown: tooSmall)))
      }
      terminal.write(Data(text.bytes))
    }
  }
}

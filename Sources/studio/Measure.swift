import ArgumentParser
import Foundation
import ScoreFiles
import Scoring
import Tables
import Wording

/// `studio measure`: reference marks from evidence.
struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Computes the reference marks of the measured criteria from verified evidence, with every reason.",
    discussion: """
      EXAMPLES
        studio measure evidence --period 2024-01-01..2025-12-31
        studio measure evidence --period 2024-01-01..2025-12-31 --format csv > reference-marks.csv
      """)

  @Argument(help: "The folder with a table for each kind of evidence.")
  var folder: String

  @Option(help: "The years assessed, such as 2024-01-01..2025-12-31.", transform: parsePeriod)
  var period: Period

  @OptionGroup var rules: RulesOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: "table, csv or json.")
  var format: Format = .table

  func run() async throws {
    let terminal = language.terminal
    try await terminal.reporting {
      let host = try rules.host(terminal, period: period)
      let studios = try EvidenceFolder(folder, host.registry).read(needing: host.kinds)
      var marks: [(studio: String, mark: ReferenceMark)] = []
      for (studio, records) in studios.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        marks += try host.referenceMarks(from: records, in: period).map { (studio, $0) }
      }
      try write(marks, terminal)
    }
  }

  private func write(_ marks: [(studio: String, mark: ReferenceMark)], _ terminal: Terminal) throws {
    let phrases = terminal.phrases
    let worded = marks.map { studio, mark in
      (studio: studio, mark: mark, reasons: mark.reasons.map(phrases.reason))
    }
    switch format {
    case .csv:
      var text = CSVText()
      text.row(["studio", "criterion", "marks", "reasons"])
      for line in worded {
        text.row([line.studio, line.mark.criterion, line.mark.marks.description, line.reasons.joined(separator: "; ")])
      }
      terminal.write(Data(text.bytes))
    case .json: terminal.write(try ReferenceMarkJSON.encode(worded))
    case .table:
      var table = TextTable([Label.studio, .criterion, .marks, .reasons].map(phrases.label))
      for line in worded {
        let reasons = line.reasons.isEmpty ? [phrases.notice(.noEvidence)] : line.reasons
        table.add([line.studio, line.mark.criterion, line.mark.marks.description, reasons[0]])
        for reason in reasons.dropFirst() { table.add(["", "", "", reason]) }
      }
      table.show(on: terminal)
    }
  }
}

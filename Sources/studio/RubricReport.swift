import Scoring
import Wording

/// A rubric on a terminal: what judges weigh, what is measured and by which numbers, which tables are read.
struct RubricReport {
  private let rubric: Rubric
  private let registry: ModuleRegistry
  private let terminal: Terminal

  init(_ rubric: Rubric, _ registry: ModuleRegistry, _ terminal: Terminal) {
    self.rubric = rubric
    self.registry = registry
    self.terminal = terminal
  }

  func show() {
    let phrases = terminal.phrases
    let title = phrases.detailed(
      "\(rubric.id)  \(terminal.language(rubric.title))", [rubric.maximum.description, phrases.source(rubric.source)])
    terminal.show(terminal.coloured(title, .bold))
    for criterion in rubric.criteria {
      terminal.show()
      let kind = phrases.label(criterion.isMeasured ? .measured : .judged)
      let title = "\(criterion.id)  \(terminal.language(criterion.title))"
      terminal.show(phrases.detailed(title, [criterion.maximum.description, kind, phrases.source(criterion.source)]))
      switch criterion.kind {
      case .judged(let levels):
        for level in levels {
          terminal.show(
            "  \(level.points.description.padded(to: 5, alignRight: true))  \(terminal.language(level.words))")
        }
      case .measured(let parameters):
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) { terminal.show("  \(name): \(value.plain)") }
      }
    }
    showTables()
  }

  private func showTables() {
    guard let module = rubric.module.flatMap({ registry[$0] }) else { return }
    let phrases = terminal.phrases
    terminal.show()
    terminal.show(terminal.coloured(phrases.label(.evidenceTables), .bold))
    for kind in module.description.reads {
      terminal.show()
      terminal.show("\(kind.id).csv  \(terminal.language(kind.title))")
      var table = TextTable([Label.column, .title, .form].map(phrases.label))
      for column in kind.columns {
        let form = phrases.expectation(column.expectation)
        let holds = column.isOptional ? phrases.detailed(form, [phrases.label(.optional)]) : form
        table.add([column.id, terminal.language(column.label), holds])
      }
      table.show(on: terminal, indent: "  ")
    }
  }
}

extension Points {
  /// The number without decimals that say nothing: 12, 1.50.
  fileprivate var plain: String {
    hundredths % 100 == 0 ? "\(hundredths / 100)" : description
  }
}

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
    let title = "\(rubric.id)  \(terminal.language(rubric.title))（\(rubric.maximum)；\(phrases.source(rubric.source))）"
    terminal.show(terminal.coloured(title, .bold))
    for criterion in rubric.criteria {
      terminal.show()
      let kind = phrases.label(criterion.isMeasured ? .measured : .judged)
      let title = "\(criterion.id)  \(terminal.language(criterion.title))"
      terminal.show("\(title)（\(criterion.maximum)；\(kind)；\(phrases.source(criterion.source))）")
      switch criterion.kind {
      case .judged(let levels):
        for level in levels {
          terminal.show("  \(level.points.description.padded(to: 5, alignRight: true))  \(terminal.language(level.words))")
        }
      case .measured(let parameters):
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) { terminal.show("  \(name): \(value)") }
      }
    }
    showTables()
  }

  private func showTables() {
    guard let module = rubric.module.flatMap({ registry[$0] }) else { return }
    let phrases = terminal.phrases
    terminal.show()
    terminal.show("\(phrases.label(.evidenceTables))：\(module.description.summary)")
    for kind in module.description.reads {
      terminal.show()
      terminal.show("\(kind.id).csv  \(terminal.language(kind.title))")
      var table = TextTable([Label.column, .title, .form].map(phrases.label))
      for column in kind.columns {
        let form = phrases.expectation(column.expectation)
        let isOptional = column.isOptional ? "（\(phrases.label(.optional))）" : ""
        table.add([column.id, terminal.language(column.label), form + isOptional])
      }
      table.show(on: terminal, indent: "  ")
    }
  }
}

package import Scoring

/// What the columns of a score sheet mean: read from its header, in long or in wide form.
package struct SheetColumns: Sendable {
  let studio: Int
  let judge: Int
  let form: Form
  /// How many fields every row has.
  let count: Int

  enum Form: Sendable {
    /// A row for each mark, with the criterion's or rubric's name in a column.
    case long(criterion: Int, marks: Int, reason: Int?)
    /// A row for each judge's sheet, with a column for each criterion or rubric: the field and its slot.
    case wide([(field: Int, slot: Int)])
  }

  /// Reads a header, or says everything that is wrong with it.
  init(header cells: [String], file: String, line: Int, slots: SlotNames) throws(Findings) {
    var findings = Findings()
    func add(_ problem: Finding.Problem, column: Int? = nil) {
      findings.add(Finding(problem, at: Place(file: file, line: line, column: column.map { $0 + 1 })))
    }
    let names = cells.map(\.folded)
    let isLong = names.contains { ColumnName.criterion.isNamed($0) || ColumnName.marks.isNamed($0) }
    let known: [ColumnName] = isLong ? [.studio, .judge, .criterion, .marks, .reason] : [.studio, .judge]
    var fields: [ColumnName: Int] = [:]
    var wide: [(field: Int, slot: Int)] = []
    for (field, name) in names.enumerated() {
      if let column = known.first(where: { $0.isNamed(name) }) {
        if let first = fields[column] { add(.repeatedColumn(cells[field], first: first + 1), column: field) }
        fields[column] = fields[column] ?? field
      } else if !isLong, let slot = slots[name] {
        if let first = wide.first(where: { $0.slot == slot }) {
          add(.repeatedColumn(cells[field], first: first.field + 1), column: field)
        }
        wide.append((field, slot))
      } else {
        let candidates = known.map(\.rawValue) + (isLong ? [] : slots.ids)
        add(.unknownColumn(cells[field], nearest: nearest(to: name, among: candidates)), column: field)
      }
    }
    for column in known where column != .reason && fields[column] == nil { add(.missingColumn(column.rawValue)) }
    if !isLong, wide.isEmpty { add(.noMarkColumns) }
    try findings.check()
    studio = fields[.studio] ?? 0
    judge = fields[.judge] ?? 0
    count = cells.count
    form =
      isLong
      ? .long(criterion: fields[.criterion] ?? 0, marks: fields[.marks] ?? 0, reason: fields[.reason])
      : .wide(wide)
  }
}

/// What a criterion or a rubric may be called on a sheet: its id, or its title in either language.
package struct SlotNames: Sendable {
  let ids: [String]
  private let slots: [String: Int]

  package init(_ rules: RuleSet, _ layout: SheetLayout) {
    ids = layout.ids
    let titles = rules.rubrics.flatMap { $0.criteria.map(\.title) } + rules.rubrics.map(\.title)
    var slots = Dictionary(layout.ids.enumerated().map { ($1, $0) }) { first, _ in first }
    for (slot, title) in titles.enumerated() {
      for name in [title.zh, title.en] where slots[name] == nil { slots[name] = slot }
    }
    self.slots = slots
  }

  subscript(name: String) -> Int? { slots[name] }
}

/// Who is expected to mark what: a rubric's panel is every judge who marks it for any studio.
struct Panels: Sendable {
  /// The judges of each rubric's panel, in the order of their names.
  let judges: [[Int]]
  /// How many judges each rubric's panel has.
  let sizes: [Int]
  private let recused: [Int: [Int]]

  init(_ book: Scorebook) {
    let rubrics = book.layout.rubrics.count
    var marks = [Bool](repeating: false, count: book.judges.count * rubrics)
    var undecided = marks.count
    for sheet in 0..<book.sheetCount where undecided > 0 {
      for rubric in 0..<rubrics {
        let place = book.judge(of: sheet) * rubrics + rubric
        guard !marks[place], book.entered(sheet: sheet, rubric: rubric) > 0 else { continue }
        marks[place] = true
        undecided -= 1
      }
    }
    let order = book.judges.sortedNumbers()
    judges = (0..<rubrics).map { rubric in order.filter { marks[$0 * rubrics + rubric] } }
    sizes = judges.map(\.count)
    var recused: [Int: [Int]] = [:]
    for pair in book.recusals.keys {
      guard let studio = book.studios.find(pair.studio), let judge = book.judges.find(pair.judge) else { continue }
      recused[studio, default: []].append(judge)
    }
    self.recused = recused
  }

  /// What a studio lacks, in the order of rubrics and judges.
  func gaps(of studio: Int, sheets: ArraySlice<Int32>, in book: Scorebook, rules: RuleSet) -> [Gap] {
    var gaps: [Gap] = []
    let sheetOf = Dictionary(sheets.map { (book.judge(of: Int($0)), Int($0)) }) { first, _ in first }
    let excused = recused[studio, default: []]
    for (place, rubric) in rules.rubrics.enumerated() {
      var complete = 0
      for judge in judges[place] where !excused.contains(judge) {
        let missing = sheetOf[judge].map { book.missing(sheet: $0, rubric: place) } ?? rubric.criteria.map(\.id)
        complete += missing.isEmpty ? 1 : 0
        guard !missing.isEmpty else { continue }
        let isUnmarked = missing.count == rubric.criteria.count
        let name = book.judges[judge]
        let lack: Gap.Lack = isUnmarked ? .notMarked(judge: name) : .unfinished(judge: name, criteria: missing)
        gaps.append(Gap(studio: book.studios[studio], rubric: rubric.id, lack: lack))
      }
      let needed = rules.panel.minimum.value
      if complete < needed {
        let lack = Gap.Lack.belowMinimum(complete: complete, needed: needed)
        gaps.append(Gap(studio: book.studios[studio], rubric: rubric.id, lack: lack))
      }
    }
    return gaps
  }
}

extension Scorebook {
  /// The ids of a rubric's criteria that a sheet lacks; none where the rubric is marked whole.
  func missing(sheet: Int, rubric: Int) -> [String] {
    let slots = layout.rubrics[rubric]
    guard mark(sheet: sheet, slot: slots.whole) == Self.absent else { return [] }
    return slots.criteria.filter { mark(sheet: sheet, slot: $0) == Self.absent }.map { layout.ids[$0] }
  }
}

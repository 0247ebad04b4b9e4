extension ScoringHost {
  /// Settles a round: steps 1 to 6 from marks to outcomes, a pure function of the book.
  ///
  /// The order in which marks were entered never matters. Cost: linear in the sheets, and a sort of the studios.
  ///
  /// - Throws: ``NumberError/outOfRange`` where a score does not fit.
  package func settle(_ book: Scorebook) throws(NumberError) -> Settlement {
    let sheets = book.sheetsByStudio()
    let panels = Panels(book, sheets: sheets)
    var outcomes: [Outcome] = []
    var gaps: [Gap] = []
    outcomes.reserveCapacity(book.studios.count)
    let names = book.studios.sortedNumbers()
    var tally = Tally(self, book)
    for studio in names {
      let own = sheets.sheets[sheets.starts[studio]..<sheets.starts[studio + 1]]
      let outcome = try tally.outcome(of: studio, sheets: own)
      outcomes.append(outcome)
      if outcome.score == nil || tally.complete != panels.expected {
        gaps += panels.gaps(of: studio, sheets: own, in: book, rules: rules)
      }
    }
    // The names are in order already, and the sort keeps the order of equals.
    outcomes.sort { ($0.score?.hundredths ?? -1) > ($1.score?.hundredths ?? -1) }
    let places = Ranking.places(of: outcomes.map(\.score))
    for index in outcomes.indices where outcomes[index].score != nil { outcomes[index].rank = places[index] }
    let excellence = rules.excellence.map { Excellence.choose(among: &outcomes, by: $0) }
    return Settlement(
      rules: rules, book: book, outcomes: outcomes, excellence: excellence, gaps: gaps, sheets: sheets,
      panels: panels.judges)
  }
}

/// Scores studios one after another, with scratch space that is used again.
private struct Tally {
  private let rules: RuleSet
  private let book: Scorebook
  private var marks: [Int] = []
  /// How many complete sheets each rubric of the last studio had.
  private(set) var complete: [Int]

  init(_ host: ScoringHost, _ book: Scorebook) {
    rules = host.rules
    self.book = book
    complete = [Int](repeating: 0, count: host.rules.rubrics.count)
  }

  mutating func outcome(of studio: Int, sheets: ArraySlice<Int32>) throws(NumberError) -> Outcome {
    var scores: [Exact?] = []
    scores.reserveCapacity(complete.count)
    var total: Exact? = .zero
    for rubric in complete.indices {
      let score = try score(rubric, sheets)
      scores.append(score)
      if let score { total = try total.map { (sum) throws(NumberError) in try sum + score } } else { total = nil }
    }
    let final = try total.map { (total) throws(NumberError) in try Points(halfUp: total) }
    let grade = final.map { Grade($0, passMark: rules.passMark.value) } ?? .incomplete
    return Outcome(studio: studio, scores: scores, total: total, score: final, grade: grade)
  }

  private mutating func score(_ rubric: Int, _ sheets: ArraySlice<Int32>) throws(NumberError) -> Exact? {
    let slots = book.layout.rubrics[rubric].criteria
    marks.removeAll(keepingCapacity: true)
    for sheet in sheets {
      let points = book.points(sheet: Int(sheet), rubric: rubric)
      if points.entered == slots.count { marks.append(points.sum) }
    }
    complete[rubric] = marks.count
    guard marks.count >= rules.panel.minimum.value else { return nil }
    guard rules.panel.scope.value == .criterion else { return combine() }
    let counted = sheets.filter { book.points(sheet: Int($0), rubric: rubric).entered == slots.count }
    var sum: Exact? = .zero
    for slot in slots {
      marks = counted.map { Int(book.mark(sheet: Int($0), slot: slot)) }
      guard let before = sum, let score = combine() else { return nil }
      sum = try before + score
    }
    return sum
  }

  /// The panel's score of the marks; nil where the rule needs more of them than the minimum panel has.
  private mutating func combine() -> Exact? {
    try? rules.panel.rule.value.combine(sorting: &marks, unitsInOne: 100)
  }
}

/// Who is expected to mark what.
private struct Panels {
  /// The judges of each rubric's panel: whoever marks it for any studio, in the order of their names.
  let judges: [[Int]]
  /// How many complete sheets each rubric of a studio has where nobody is recused and nothing is missing.
  let expected: [Int]
  private let recused: [Int: [Int]]

  init(_ book: Scorebook, sheets: (starts: [Int], sheets: [Int32])) {
    let order = book.judges.sortedNumbers()
    judges = book.layout.rubrics.indices.map { rubric in
      var marking = [Bool](repeating: false, count: book.judges.count)
      for sheet in 0..<book.sheetCount where !marking[book.judge(of: sheet)] {
        marking[book.judge(of: sheet)] = book.points(sheet: sheet, rubric: rubric).entered > 0
      }
      return order.filter { marking[$0] }
    }
    expected = judges.map(\.count)
    var recused: [Int: [Int]] = [:]
    for pair in book.recusals.keys {
      guard let studio = book.studios.find(pair.studio), let judge = book.judges.find(pair.judge) else { continue }
      recused[studio, default: []].append(judge)
    }
    self.recused = recused
  }

  func gaps(of studio: Int, sheets: ArraySlice<Int32>, in book: Scorebook, rules: RuleSet) -> [Gap] {
    var gaps: [Gap] = []
    let sheetOf = Dictionary(sheets.map { (book.judge(of: Int($0)), Int($0)) }) { first, _ in first }
    for (place, rubric) in rules.rubrics.enumerated() {
      func add(_ lack: Gap.Lack) { gaps.append(Gap(studio: book.studios[studio], rubric: rubric.id, lack: lack)) }
      var complete = 0
      for judge in judges[place] where !recused[studio, default: []].contains(judge) {
        let entered = sheetOf[judge].map { book.points(sheet: $0, rubric: place).entered } ?? 0
        if let sheet = sheetOf[judge], entered > 0, entered < rubric.criteria.count {
          add(.unfinished(judge: book.judges[judge], criteria: book.missing(sheet: sheet, rubric: place)))
        } else if entered == 0 {
          add(.notMarked(judge: book.judges[judge]))
        } else {
          complete += 1
        }
      }
      let needed = rules.panel.minimum.value
      if complete < needed { add(.belowMinimum(complete: complete, needed: needed)) }
    }
    return gaps
  }
}

extension Scorebook {
  /// The ids of a rubric's criteria that a sheet lacks.
  func missing(sheet: Int, rubric: Int) -> [String] {
    layout.rubrics[rubric].criteria.filter { mark(sheet: sheet, slot: $0) == Self.absent }.map { layout.ids[$0] }
  }
}

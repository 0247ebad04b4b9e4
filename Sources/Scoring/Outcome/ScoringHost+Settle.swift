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
    outcomes = Self.sorted(outcomes)
    let places = Ranking.places(of: outcomes.map(\.score))
    for index in outcomes.indices where outcomes[index].score != nil { outcomes[index].rank = places[index] }
    let excellence = rules.excellence.map { rule in
      Excellence.choose(among: &outcomes, by: rule) { tally.scores(of: $0.studio) }
    }
    return Settlement(
      rules: rules, book: book, outcomes: outcomes, excellence: excellence, gaps: gaps,
      scores: tally.scores, sheets: sheets, panels: panels.judges)
  }
}

extension ScoringHost {
  /// Sorts by score, the highest first and those without one last; equals stay in the order in which they are.
  private static func sorted(_ outcomes: [Outcome]) -> [Outcome] {
    // Sorting numbers moves less memory than sorting outcomes: the score's complement above, the place below.
    let keys = outcomes.indices.map { place in
      let rising = outcomes[place].score.map { $0.hundredths + 1 } ?? 0
      return UInt64(UInt32.max - UInt32(clamping: rising)) << 32 | UInt64(place)
    }
    return keys.sorted().map { outcomes[Int($0 & 0xFFFF_FFFF)] }
  }
}

/// Scores studios one after another, with scratch space that is used again.
private struct Tally {
  private let rules: RuleSet
  private let book: Scorebook
  private var points: [Int] = []
  private var marks: [Int] = []
  /// The exact scores of every studio's rubrics, in the order of the book.
  private(set) var scores: [Exact]
  /// How many complete sheets each rubric of the last studio had.
  private(set) var complete: [Int]

  init(_ host: ScoringHost, _ book: Scorebook) {
    rules = host.rules
    self.book = book
    complete = [Int](repeating: 0, count: host.rules.rubrics.count)
    scores = [Exact](repeating: .zero, count: book.studios.count * complete.count)
  }

  mutating func outcome(of studio: Int, sheets: ArraySlice<Int32>) throws(NumberError) -> Outcome {
    points.removeAll(keepingCapacity: true)
    for sheet in sheets { book.appendPoints(of: Int(sheet), to: &points) }
    var isComplete = true
    for rubric in complete.indices {
      let score = try score(rubric, sheets)
      scores[studio * complete.count + rubric] = score ?? .zero
      isComplete = isComplete && score != nil
    }
    guard isComplete else { return Outcome(studio: studio, total: nil, score: nil, grade: .incomplete) }
    var total = Exact.zero
    for score in scores(of: studio) { total = try total + score }
    let final = try Points(halfUp: total)
    let grade = Grade(final, passMark: rules.passMark.value)
    return Outcome(studio: studio, total: total, score: final, grade: grade)
  }

  /// The exact scores of a studio's rubrics.
  func scores(of studio: Int) -> ArraySlice<Exact> {
    scores[(studio * complete.count)..<((studio + 1) * complete.count)]
  }

  private mutating func score(_ rubric: Int, _ sheets: ArraySlice<Int32>) throws(NumberError) -> Exact? {
    marks.removeAll(keepingCapacity: true)
    for place in stride(from: rubric, to: points.count, by: complete.count) where points[place] != Int(Scorebook.absent) {
      marks.append(points[place])
    }
    complete[rubric] = marks.count
    guard marks.count >= rules.panel.minimum.value else { return nil }
    return rules.panel.scope.value == .rubric ? combine() : try scoreByCriterion(rubric, sheets)
  }

  /// The sum of the panel's scores of the rubric's criteria, over the sheets that have all of them.
  private mutating func scoreByCriterion(_ rubric: Int, _ sheets: ArraySlice<Int32>) throws(NumberError) -> Exact? {
    let slots = book.layout.rubrics[rubric].criteria
    let counted = sheets.filter { book.entered(sheet: Int($0), rubric: rubric) == slots.count }
    var sum = Exact.zero
    for slot in slots {
      marks = counted.map { Int(book.mark(sheet: Int($0), slot: slot)) }
      guard let score = combine() else { return nil }
      sum = try sum + score
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
        marking[book.judge(of: sheet)] = book.entered(sheet: sheet, rubric: rubric) > 0
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
        let entered = sheetOf[judge].map { book.entered(sheet: $0, rubric: place) } ?? 0
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

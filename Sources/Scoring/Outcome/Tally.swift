/// Scores the studios of a book, each on its own.
struct Tally: Sendable {
  let rules: RuleSet
  let book: Scorebook
  let sheets: (starts: [Int], sheets: [Int32])
  let panels: Panels
  // Taken out of the rule set once, for the loop over a hundred thousand studios.
  private let rule: PanelRule
  private let minimum: Int
  private let isByCriterion: Bool
  private let passMark: Points
  private let rubricCount: Int
  private let adjustments: [Int: [Points]]

  init(rules: RuleSet, book: Scorebook) {
    self.rules = rules
    self.book = book
    sheets = book.sheetsByStudio()
    panels = Panels(book)
    rule = rules.panel.rule.value
    minimum = rules.panel.minimum.value
    isByCriterion = rules.panel.scope.value == .criterion
    passMark = rules.passMark.value
    rubricCount = rules.rubrics.count
    adjustments = book.adjustments(rubrics: rules.rubrics.count)
  }

  /// What some of the studios came to, in the order in which they were given.
  struct Part: Sendable {
    var outcomes: [Outcome] = []
    /// The rubrics' scores of one studio after another.
    var scores: [PanelScore] = []
    var gaps: [Gap] = []
  }

  /// Scores studios in so many parts at once.
  func score(_ studios: [Int], inParts count: Int) async throws(NumberError) -> [Part] {
    let size = (studios.count + count - 1) / max(1, count)
    let parts = await withTaskGroup(of: (Int, Result<Part, NumberError>).self) { group in
      for (place, first) in stride(from: 0, to: studios.count, by: max(1, size)).enumerated() {
        let own = studios[first..<min(first + size, studios.count)]
        group.addTask { @concurrent in
          do throws(NumberError) { return (place, .success(try score(own))) } catch { return (place, .failure(error)) }
        }
      }
      return await group.reduce(into: [:]) { parts, part in parts[part.0] = part.1 }
    }
    var inOrder: [Part] = []
    for (_, part) in parts.sorted(by: { $0.key < $1.key }) { inOrder.append(try part.get()) }
    return inOrder
  }

  /// Scores studios one after another.
  func score(_ studios: ArraySlice<Int>) throws(NumberError) -> Part {
    var part = Part()
    part.outcomes.reserveCapacity(studios.count)
    part.scores.reserveCapacity(studios.count * rules.rubrics.count)
    var scratch = Scratch(rubrics: rules.rubrics.count)
    for studio in studios {
      let own = sheets.sheets[sheets.starts[studio]..<sheets.starts[studio + 1]]
      let outcome = try score(studio, own, &part.scores, &scratch)
      part.outcomes.append(outcome)
      if outcome.score == nil || scratch.complete != panels.sizes {
        part.gaps += panels.gaps(of: studio, sheets: own, in: book, rules: rules)
      }
    }
    return part
  }

  /// Space that is used again for one studio after another.
  private struct Scratch {
    /// The points of each sheet for each rubric.
    var points: [Int32] = []
    var marks: [Int] = []
    /// How many complete sheets each rubric has.
    var complete: [Int]

    init(rubrics: Int) {
      complete = [Int](repeating: 0, count: rubrics)
    }
  }

  private func score(
    _ studio: Int, _ sheets: ArraySlice<Int32>, _ scores: inout [PanelScore], _ scratch: inout Scratch
  ) throws(NumberError) -> Outcome {
    book.points(of: sheets, into: &scratch.points)
    var isComplete = true
    for rubric in 0..<rubricCount {
      let score = score(rubric, sheets, &scratch)
      isComplete = isComplete && score != nil
      scores.append(score ?? PanelScore(sum: .zero, count: 1))
    }
    guard isComplete else { return Outcome(studio: studio, score: nil, grade: .incomplete) }
    if !adjustments.isEmpty, let added = adjustments[studio] { add(added, to: &scores) }
    let final = try PanelScore.roundedTotal(of: scores.suffix(rubricCount))
    return Outcome(studio: studio, score: final, grade: Grade(final, passMark: passMark))
  }

  /// Adds certified points to the scores of the studio that was scored last.
  private func add(_ points: [Points], to scores: inout [PanelScore]) {
    let first = scores.count - rubricCount
    for rubric in 0..<rubricCount where points[rubric] > .zero {
      scores[first + rubric] = scores[first + rubric].adding(points[rubric], atMost: rules.rubrics[rubric].maximum)
    }
  }

  /// A rubric's score; nil below the minimum panel.
  private func score(_ rubric: Int, _ sheets: ArraySlice<Int32>, _ scratch: inout Scratch) -> PanelScore? {
    scratch.marks.removeAll(keepingCapacity: true)
    for place in stride(from: rubric, to: scratch.points.count, by: rubricCount) {
      let points = scratch.points[place]
      if points != Scorebook.absent { scratch.marks.append(Int(points)) }
    }
    scratch.complete[rubric] = scratch.marks.count
    guard scratch.marks.count >= minimum else { return nil }
    if isByCriterion { return scoreByCriterion(rubric, sheets, &scratch) }
    // A rule set whose rule needs more than its minimum panel is refused when it is read.
    return try? rule.score(sorting: &scratch.marks)
  }

  /// The sum of the panel's scores of the rubric's criteria, over the sheets that have all of them.
  private func scoreByCriterion(
    _ rubric: Int, _ sheets: ArraySlice<Int32>, _ scratch: inout Scratch
  ) -> PanelScore? {
    let slots = book.layout.rubrics[rubric].criteria
    let complete = sheets.filter { book.entered(sheet: Int($0), rubric: rubric) == slots.count }
    var (sum, count) = (Points.zero, 1)
    for slot in slots {
      scratch.marks = complete.map { Int(book.mark(sheet: Int($0), slot: slot)) }
      guard let score = try? rule.score(sorting: &scratch.marks) else { return nil }
      sum = sum + score.sum
      count = score.count
    }
    return PanelScore(sum: sum, count: count)
  }
}

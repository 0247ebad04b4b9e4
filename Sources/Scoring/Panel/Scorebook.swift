/// A round's marks: one row per judge's sheet for a studio, one slot per criterion, in hundredths of a point.
///
/// Names are kept once; a sheet is a pair of numbers and its slots, so a national round of 700,000 sheets takes some 75 MB.
package struct Scorebook: Sendable {
  /// What stands in a slot that nobody filled: absent is not zero.
  package static var absent: Int32 { -1 }

  package let layout: SheetLayout
  package var studios = NameTable()
  package var judges = NameTable()
  private var reasons: [MarkKey: String] = [:]
  /// Which judges may not mark which studios, and why.
  package private(set) var recusals: [Pair: String] = [:]
  /// What is added to the panel's points (Art. 17).
  package private(set) var adjustments: [RubricKey: [Adjustment]] = [:]

  private var index = SheetIndex()
  // Blocks of sheets rather than one array: growing never copies the marks.
  private var blocks: [[Int32]] = []
  private static let sheetsPerBlock = 4096

  /// A mark's place in the book.
  struct MarkKey: Hashable, Sendable {
    let sheet: Int
    let slot: Int
  }

  /// A studio and a judge by name.
  package struct Pair: Hashable, Sendable {
    package let studio: String
    package let judge: String

    package init(studio: String, judge: String) {
      self.studio = studio
      self.judge = judge
    }
  }

  /// A mark that cannot be entered beside one that is there.
  package enum Clash: Error, Hashable, Sendable {
    /// The slot is filled.
    case repeated(slot: Int)
    /// The rubric is marked whole, and by criterion in the other slot.
    case wholeAndParts(whole: Int, part: Int)
  }

  package init(layout: SheetLayout) {
    self.layout = layout
  }
}

// MARK: - Entering

extension Scorebook {
  /// The number of the sheet of a judge for a studio, opened where there is none.
  package mutating func sheet(studio: String, judge: String) -> Int {
    let (sheet, isNew) = index.sheet(studio: studios.number(of: studio), judge: judges.number(of: judge))
    if isNew { append(repeatElement(Self.absent, count: layout.width), as: sheet) }
    return sheet
  }

  /// Enters a row of marks, in hundredths, on the sheet of a judge for a studio, and gives the sheet's number.
  ///
  /// - Parameter row: one mark for each slot, ``absent`` where there is none.
  package mutating func enter(
    row: UnsafeBufferPointer<Int32>, studio: Int, judge: Int
  ) throws(Clash) -> Int {
    let (sheet, isNew) = index.sheet(studio: studio, judge: judge)
    if isNew {
      append(row, as: sheet)
    } else {
      for (slot, mark) in row.enumerated() where mark != Self.absent { try put(mark, slot: slot, sheet: sheet) }
    }
    // Of a new sheet the row is all there is to look at, and nearly always nothing is marked whole.
    if !isNew || layout.rubrics.contains(where: { row[$0.whole] != Self.absent }) { try checkWholes(of: sheet) }
    return sheet
  }

  /// Enters one mark, in hundredths.
  package mutating func enter(_ mark: Int32, slot: Int, sheet: Int) throws(Clash) {
    try put(mark, slot: slot, sheet: sheet)
    try checkWholes(of: sheet)
  }

  /// Takes a mark back.
  package mutating func withdraw(slot: Int, sheet: Int) {
    let (block, start) = place(of: sheet)
    blocks[block][start + slot] = Self.absent
  }

  /// Keeps a judge's words for a mark.
  package mutating func note(_ reason: String, slot: Int, sheet: Int) {
    reasons[MarkKey(sheet: sheet, slot: slot)] = reason
  }

  private mutating func append(_ row: some Collection<Int32>, as sheet: Int) {
    if sheet % Self.sheetsPerBlock == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(Self.sheetsPerBlock * layout.width)
    }
    blocks[blocks.count - 1].append(contentsOf: row)
  }

  private mutating func put(_ mark: Int32, slot: Int, sheet: Int) throws(Clash) {
    let (block, start) = place(of: sheet)
    guard blocks[block][start + slot] == Self.absent else { throw .repeated(slot: slot) }
    blocks[block][start + slot] = mark
  }

  private func checkWholes(of sheet: Int) throws(Clash) {
    for rubric in layout.rubrics where mark(sheet: sheet, slot: rubric.whole) != Self.absent {
      if let part = rubric.criteria.first(where: { mark(sheet: sheet, slot: $0) != Self.absent }) {
        throw .wholeAndParts(whole: rubric.whole, part: part)
      }
    }
  }

  /// Records that a judge may not mark a studio.
  package mutating func recuse(_ judge: String, from studio: String, because reason: String) {
    recusals[Pair(studio: studio, judge: judge)] = reason
  }

  /// Adds points to a studio's score for a rubric, given by its place in the rule set.
  package mutating func adjust(_ studio: String, rubric: Int, by adjustment: Adjustment) {
    adjustments[RubricKey(studio: studio, rubric: rubric), default: []].append(adjustment)
  }
}

// MARK: - Reading

extension Scorebook {
  package var sheetCount: Int { index.count }

  /// The judge's number of a sheet.
  package func judge(of sheet: Int) -> Int { index.judge(of: sheet) }

  /// The sheet of a judge for a studio, where there is one.
  package func find(studio: Int, judge: Int) -> Int? { index.find(studio: studio, judge: judge) }

  /// The studio and the judge of a sheet.
  package func pair(of sheet: Int) -> Pair {
    Pair(studio: studios[index.studio(of: sheet)], judge: judges[index.judge(of: sheet)])
  }

  /// The recused judges' sheets that have marks, which is an error.
  package var marksDespiteRecusal: [Pair] {
    recusals.keys.filter { pair in
      guard let studio = studios.find(pair.studio), let judge = judges.find(pair.judge),
        let sheet = find(studio: studio, judge: judge)
      else { return false }
      return (0..<layout.width).contains { mark(sheet: sheet, slot: $0) != Self.absent }
    }
  }

  /// A mark in hundredths, or ``absent``.
  package func mark(sheet: Int, slot: Int) -> Int32 {
    let (block, start) = place(of: sheet)
    return blocks[block][start + slot]
  }

  /// A judge's words for a mark, where there are any.
  package func reason(sheet: Int, slot: Int) -> String? { reasons[MarkKey(sheet: sheet, slot: slot)] }

  /// How many of a rubric's criteria have a mark on a sheet; a whole mark is all of them.
  package func entered(sheet: Int, rubric: Int) -> Int {
    let slots = layout.rubrics[rubric]
    if mark(sheet: sheet, slot: slots.whole) != Self.absent { return slots.criteria.count }
    return slots.criteria.count { mark(sheet: sheet, slot: $0) != Self.absent }
  }

  /// Sheets' points for each rubric in hundredths, one sheet after another; ``absent`` where some criterion has no mark.
  func points(of sheets: ArraySlice<Int32>, into points: inout [Int32]) {
    let rubrics = layout.rubrics
    points.removeAll(keepingCapacity: true)
    for sheet in sheets {
      let (block, start) = place(of: Int(sheet))
      blocks[block].withUnsafeBufferPointer { marks in
        for slots in rubrics {
          // A missing mark is -1, which shows in the sign of all marks taken together.
          var (sum, signs): (Int32, Int32) = (0, 0)
          for slot in slots.criteria {
            sum &+= marks[start &+ slot]
            signs |= marks[start &+ slot]
          }
          let whole = marks[start &+ slots.whole]
          points.append(whole >= 0 ? whole : signs >= 0 ? sum : Self.absent)
        }
      }
    }
  }

  private func place(of sheet: Int) -> (block: Int, start: Int) {
    (sheet / Self.sheetsPerBlock, sheet % Self.sheetsPerBlock * layout.width)
  }

  /// The sheets of every studio: those of studio `s` are `sheets[starts[s]..<starts[s + 1]]`.
  package func sheetsByStudio() -> (starts: [Int], sheets: [Int32]) {
    var starts = [Int](repeating: 0, count: studios.count + 1)
    for sheet in 0..<sheetCount { starts[index.studio(of: sheet) + 1] += 1 }
    for studio in 0..<studios.count { starts[studio + 1] += starts[studio] }
    var next = starts
    var sheets = [Int32](repeating: 0, count: sheetCount)
    for sheet in 0..<sheetCount {
      let studio = index.studio(of: sheet)
      sheets[next[studio]] = Int32(sheet)
      next[studio] += 1
    }
    return (starts, sheets)
  }
}

/// A round's marks: one row per judge's sheet for a studio, one slot per criterion, in hundredths of a point.
///
/// Names are kept once; a sheet is a pair of numbers and its slots, so a national round of 700,000 sheets takes some 75 MB.
package struct Scorebook: Sendable {
  /// What stands in a slot that nobody filled: absent is not zero.
  package static let absent: Int32 = -1

  package let layout: SheetLayout
  package var studios = NameTable()
  package var judges = NameTable()
  /// Judges' words for single marks, where they gave any.
  package private(set) var reasons: [MarkKey: String] = [:]
  /// Which judges may not mark which studios, and why.
  package private(set) var recusals: [Pair: String] = [:]

  private var index = SheetIndex()
  // Blocks of sheets rather than one array: growing never copies the marks.
  private var blocks: [[Int32]] = []
  private static let sheetsPerBlock = 4096

  /// A mark's place in the book.
  package struct MarkKey: Hashable, Sendable {
    package let sheet: Int
    package let slot: Int
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
  package mutating func sheet(studio: Int, judge: Int) -> Int {
    let (sheet, isNew) = index.sheet(studio: studio, judge: judge)
    guard isNew else { return sheet }
    if sheet % Self.sheetsPerBlock == 0 {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(Self.sheetsPerBlock * layout.width)
    }
    blocks[blocks.count - 1].append(contentsOf: repeatElement(Self.absent, count: layout.width))
    return sheet
  }

  /// The number of the sheet of a judge for a studio, by name, opened where there is none.
  package mutating func sheet(studio: String, judge: String) -> Int {
    sheet(studio: studios.number(of: studio), judge: judges.number(of: judge))
  }

  /// Enters the marks of a row, in hundredths: one for each slot, ``absent`` where there is none.
  package mutating func enter(row: ArraySlice<Int32>, sheet: Int) throws(Clash) {
    let (block, start) = place(of: sheet)
    for (slot, mark) in row.enumerated() where mark != Self.absent {
      guard blocks[block][start + slot] == Self.absent else { throw .repeated(slot: slot) }
      blocks[block][start + slot] = mark
    }
    for rubric in layout.rubrics where blocks[block][start + rubric.whole] != Self.absent {
      if let part = rubric.criteria.first(where: { blocks[block][start + $0] != Self.absent }) {
        throw .wholeAndParts(whole: rubric.whole, part: part)
      }
    }
  }

  /// Enters one mark, in hundredths.
  package mutating func enter(_ mark: Int32, slot: Int, sheet: Int) throws(Clash) {
    var row = [Int32](repeating: Self.absent, count: layout.width)
    row[slot] = mark
    try enter(row: row[...], sheet: sheet)
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

  /// Records that a judge may not mark a studio.
  package mutating func recuse(_ judge: String, from studio: String, because reason: String) {
    recusals[Pair(studio: studio, judge: judge)] = reason
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

  /// The sum of a rubric's marks on a sheet in hundredths, and how many of its criteria have one; a whole mark is all of them.
  package func points(sheet: Int, rubric: Int) -> (sum: Int, entered: Int) {
    let (block, start) = place(of: sheet)
    let slots = layout.rubrics[rubric]
    let whole = blocks[block][start + slots.whole]
    if whole != Self.absent { return (Int(whole), slots.criteria.count) }
    var (sum, entered) = (0, 0)
    for slot in slots.criteria {
      let mark = blocks[block][start + slot]
      guard mark != Self.absent else { continue }
      sum += Int(mark)
      entered += 1
    }
    return (sum, entered)
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

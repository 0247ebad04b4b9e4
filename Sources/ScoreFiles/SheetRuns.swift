import Scoring
import Tables

/// The marks of one block, gathered by runs of rows that belong to one judge's sheet for one studio.
///
/// Rows are gathered without looking anything up but the criterion, which nearly always is the one that comes after the last;
/// the book is touched once a run. The marks lie behind a raw pointer, for this is the loop in which reading spends its time:
/// arrays cost a third more here.
struct SheetRuns {
  private let columns: SheetColumns
  private let sheets: ScoreSheets
  private let width: Int
  private let maximums: [Int32]
  /// The ids of the slots as numbers, as the cursor gives short fields.
  private let words: [UInt64]
  /// The same with the separator that follows, and how many bytes that is; 0 where it is more than eight.
  private let keys: [(bytes: UInt64, length: Int)]
  private var runs: [Run] = []
  private var notes: [(run: Int, slot: Int, reason: String)] = []
  private var marks: Room
  /// The marks of the last run.
  private var current: UnsafeMutablePointer<Int32>

  /// Room for the marks of so many runs.
  private final class Room {
    let runs: Int
    let marks: UnsafeMutablePointer<Int32>

    init(runs: Int, width: Int) {
      self.runs = runs
      marks = .allocate(capacity: runs * width)
    }

    deinit { marks.deallocate() }
  }

  private struct Run {
    let studio: Name
    let judge: Name
  }

  private enum Name {
    /// The same as in the run before.
    case repeated
    case bytes(UnsafeRawBufferPointer)
    case text(String)
  }

  init(_ columns: SheetColumns, _ sheets: ScoreSheets) {
    self.columns = columns
    self.sheets = sheets
    width = sheets.layout.width
    maximums = sheets.layout.maximums
    words = sheets.layout.ids.map { id in
      id.utf8.count > 8 ? 0 : id.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    keys = zip(words, sheets.layout.ids).map { word, id in
      let count = id.utf8.count
      return count < 8 ? (word | UInt64(UInt8(ascii: ",")) << UInt64(8 * count), count + 1) : (0, 0)
    }
    marks = Room(runs: 1024, width: width)
    current = marks.marks
  }

  /// How many runs the last block had.
  var count: Int { runs.count }

  /// Gathers a block's rows; false where one is not in order.
  mutating func collect(_ rows: inout RowCursor) -> Bool {
    runs.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
    switch columns.form {
    case .long(let criterion, let marks, let reason): return collectLong(&rows, criterion, marks, reason)
    case .wide(let fields): return collectWide(&rows, fields)
    }
  }

  private mutating func collectLong(_ rows: inout RowCursor, _ criterion: Int, _ mark: Int, _ reason: Int?) -> Bool {
    let lastName = max(columns.studio, columns.judge)
    let (fields, width) = (columns.count, width)
    let (words, keys, maximums, absent) = (words, keys, maximums, Scorebook.absent)
    var marks = UnsafeMutablePointer<Int32>(current)
    var isOpen = false
    var next = 0
    // Where the columns stand in the usual order, the row that is expected is taken in one step.
    let isUsual = criterion == lastName + 1 && mark == criterion + 1 && fields == mark + 1
    while true {
      if isOpen, isUsual, keys[next].length > 0 {
        let value = rows.nextExpected(leading: criterion, key: keys[next].bytes, length: keys[next].length)
        if value >= 0 {
          guard value <= maximums[next], marks[next] == absent else { return false }
          marks[next] = value
          next = next &+ 1 == width ? 0 : next &+ 1
          continue
        }
      }
      guard rows.next() else { return rows.fault == nil }
      guard rows.fields == fields else { return false }
      if rows.repeated <= lastName || !isOpen {
        guard open(&rows) else { return false }
        marks = current
        isOpen = true
      }
      let word = rows.word(criterion)
      var slot = next
      if word == 0 || word != words[next] {
        guard let found = find(word, criterion, &rows) else { return false }
        slot = found
      }
      next = slot &+ 1 == width ? 0 : slot &+ 1
      let value = rows.hundredths(mark)
      if value >= 0 {
        guard value <= maximums[slot], marks[slot] == absent else { return false }
        marks[slot] = value
      } else {
        guard putUnusual(&rows, field: mark, slot: slot) else { return false }
      }
      if let reason { note(&rows, field: reason, slot: slot) }
    }
  }

  private mutating func collectWide(_ rows: inout RowCursor, _ fields: [(field: Int, slot: Int)]) -> Bool {
    while rows.next() {
      guard rows.fields == columns.count, open(&rows) else { return false }
      for (field, slot) in fields {
        let value = rows.hundredths(field)
        if value >= 0 {
          guard value <= maximums[slot] else { return false }
          current[slot] = value
        } else {
          guard putUnusual(&rows, field: field, slot: slot) else { return false }
        }
      }
    }
    return rows.fault == nil
  }

  /// Puts a mark that is no plain number into the last run: absent, full-width, or wrong; false where it is wrong.
  @inline(never)
  private mutating func putUnusual(_ rows: inout RowCursor, field: Int, slot: Int) -> Bool {
    switch MarkCell(rows.text(field), maximum: maximums[slot]) {
    case .absent: return true
    case .wrong: return false
    case .mark(let mark):
      guard current[slot] == Scorebook.absent else { return false }
      current[slot] = mark
      return true
    }
  }

  @inline(never)
  private mutating func note(_ rows: inout RowCursor, field: Int, slot: Int) {
    let reason = rows.text(field)
    if !MarkCell.isAbsent(reason), current[slot] != Scorebook.absent { notes.append((runs.count - 1, slot, reason)) }
  }

  /// Begins a run with the row's studio and judge; false where either is empty.
  @inline(never)
  private mutating func open(_ rows: inout RowCursor) -> Bool {
    guard let studio = name(&rows, columns.studio), let judge = name(&rows, columns.judge) else { return false }
    if runs.count == marks.runs {
      let larger = Room(runs: 2 * marks.runs, width: width)
      larger.marks.update(from: marks.marks, count: marks.runs * width)
      marks = larger
    }
    current = marks.marks + runs.count * width
    current.update(repeating: Scorebook.absent, count: width)
    runs.append(Run(studio: studio, judge: judge))
    return true
  }

  private mutating func name(_ rows: inout RowCursor, _ field: Int) -> Name? {
    if rows.repeated > field, !runs.isEmpty { return .repeated }
    if let bytes = rows.plainBytes(field) { return .bytes(bytes) }
    let text = rows.text(field).folded
    return text.isEmpty ? nil : .text(text)
  }

  @inline(never)
  private mutating func find(_ word: UInt64, _ field: Int, _ rows: inout RowCursor) -> Int? {
    if word != 0, let slot = words.firstIndex(of: word) { return slot }
    return sheets.slots[rows.text(field).folded]
  }

  /// Enters the runs into the book; false where a mark clashes with one that is there.
  func enter(into book: inout Scorebook) -> Bool {
    var (studio, judge) = (0, 0)
    var sheetOf: [Int] = []
    for (place, run) in runs.enumerated() {
      studio = number(of: run.studio, in: &book.studios, else: studio)
      judge = number(of: run.judge, in: &book.judges, else: judge)
      let row = UnsafeBufferPointer(start: marks.marks + place * width, count: width)
      guard let sheet = try? book.enter(row: row, studio: studio, judge: judge) else { return false }
      if !notes.isEmpty { sheetOf.append(sheet) }
    }
    for note in notes { book.note(note.reason, slot: note.slot, sheet: sheetOf[note.run]) }
    return sheets.rules.panel.scope.value == .rubric || !hasWholeMark
  }

  private var hasWholeMark: Bool {
    (0..<runs.count * width).contains { sheets.layout.isWhole($0 % width) && marks.marks[$0] != Scorebook.absent }
  }

  private func number(of name: Name, in table: inout NameTable, else last: Int) -> Int {
    switch name {
    case .repeated: last
    case .bytes(let bytes): table.number(of: bytes, guess: last + 1)
    case .text(let text): table.number(of: text)
    }
  }
}

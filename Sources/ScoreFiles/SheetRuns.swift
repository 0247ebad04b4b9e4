import Scoring
import Tables

/// The marks of one block, gathered by runs of rows that belong to one judge's sheet for one studio.
///
/// Rows are gathered without looking anything up but the criterion, which nearly always is the one that comes after the last;
/// the book is touched once a run.
struct SheetRuns {
  private let columns: SheetColumns
  private let sheets: ScoreSheets
  private let words: [UInt64]
  private var runs: [Run] = []
  private var marks: [Int32] = []
  private var notes: [(run: Int, slot: Int, reason: String)] = []

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
    words = sheets.layout.ids.map { id in
      id.utf8.count > 8 ? 0 : id.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// Gathers a block's rows; false where one is not in order.
  mutating func collect(_ rows: inout RowCursor) -> Bool {
    runs.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
    switch columns.form {
    case .long(let criterion, let marks, let reason): return collectLong(&rows, criterion, marks, reason)
    case .wide(let fields): return collectWide(&rows, fields)
    }
  }

  private mutating func collectLong(_ rows: inout RowCursor, _ criterion: Int, _ mark: Int, _ reason: Int?) -> Bool {
    let width = sheets.layout.width
    let lastName = max(columns.studio, columns.judge)
    var last = width - 1
    while true {
      switch rows.next() {
      case .end: return true
      case .fault: return false
      case .row: break
      }
      guard rows.fields == columns.count else { return false }
      if rows.repeated <= lastName || runs.isEmpty {
        guard open(&rows) else { return false }
      }
      let next = last + 1 == width ? 0 : last + 1
      let word = rows.word(criterion)
      guard let slot = word != 0 && word == words[next] ? next : find(word, criterion, rows) else { return false }
      last = slot
      guard put(rows, field: mark, slot: slot) else { return false }
      if let reason, case let text = rows.text(reason), !text.isEmpty { notes.append((runs.count - 1, slot, text)) }
    }
  }

  private mutating func collectWide(_ rows: inout RowCursor, _ fields: [(field: Int, slot: Int)]) -> Bool {
    while true {
      switch rows.next() {
      case .end: return true
      case .fault: return false
      case .row: break
      }
      guard rows.fields == columns.count, open(&rows) else { return false }
      for (field, slot) in fields {
        guard put(rows, field: field, slot: slot) else { return false }
      }
    }
  }

  /// Begins a run with the row's studio and judge; false where either is empty.
  private mutating func open(_ rows: inout RowCursor) -> Bool {
    guard let studio = name(rows, columns.studio), let judge = name(rows, columns.judge) else { return false }
    runs.append(Run(studio: studio, judge: judge))
    marks.append(contentsOf: repeatElement(Scorebook.absent, count: sheets.layout.width))
    return true
  }

  private func name(_ rows: borrowing RowCursor, _ field: Int) -> Name? {
    if rows.repeated > field, !runs.isEmpty { return .repeated }
    if let bytes = rows.plainBytes(field) { return .bytes(bytes) }
    let text = rows.text(field).folded
    return text.isEmpty ? nil : .text(text)
  }

  private func find(_ word: UInt64, _ field: Int, _ rows: borrowing RowCursor) -> Int? {
    if word != 0, let slot = words.firstIndex(of: word) { return slot }
    return sheets.slots[rows.text(field).folded]
  }

  /// Puts a mark into the last run; false where it is none, or a second one.
  @inline(__always)
  private mutating func put(_ rows: borrowing RowCursor, field: Int, slot: Int) -> Bool {
    var mark = rows.hundredths(field)
    if mark < 0 {
      switch MarkCell(rows.text(field), maximum: sheets.layout.maximums[slot]) {
      case .absent: return true
      case .mark(let value): mark = value
      case .wrong: return false
      }
    }
    let place = marks.count - sheets.layout.width + slot
    guard mark <= sheets.layout.maximums[slot], marks[place] == Scorebook.absent else { return false }
    marks[place] = mark
    return true
  }

  /// Enters the runs into the book; false where a mark clashes with one that is there.
  func enter(into book: inout Scorebook) -> Bool {
    let width = sheets.layout.width
    var (studio, judge) = (0, 0)
    var sheetOf: [Int] = []
    for (place, run) in runs.enumerated() {
      studio = number(of: run.studio, in: &book.studios, else: studio)
      judge = number(of: run.judge, in: &book.judges, else: judge)
      let sheet = book.sheet(studio: studio, judge: judge)
      if !notes.isEmpty { sheetOf.append(sheet) }
      do throws(Scorebook.Clash) {
        try book.enter(row: marks[(place * width)..<((place + 1) * width)], sheet: sheet)
      } catch {
        return false
      }
    }
    for note in notes { book.note(note.reason, slot: note.slot, sheet: sheetOf[note.run]) }
    return sheets.rules.panel.scope.value == .rubric || !marks.indices.contains { place in
      sheets.layout.isWhole(place % width) && marks[place] != Scorebook.absent
    }
  }

  private func number(of name: Name, in table: inout NameTable, else last: Int) -> Int {
    switch name {
    case .repeated: last
    case .bytes(let bytes): table.number(of: bytes)
    case .text(let text): table.number(of: text)
    }
  }
}

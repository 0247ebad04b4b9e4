import Scoring
import Tables

/// Reads sheets row by row and collects everything that is wrong, each finding with its place.
struct CarefulSheetReader {
  private let sheets: ScoreSheets
  private var book: Scorebook
  private var findings = Findings()
  /// For each slot of each sheet where its mark stands: the file's number and the line.
  private var places: [(file: Int32, line: Int32)] = []
  private var files: [String] = []
  /// The line of the last row that was found to be a recused judge's: one finding a row is enough.
  private var recusedRow = 0

  init(_ sheets: ScoreSheets) {
    self.sheets = sheets
    book = sheets.emptyBook
  }

  /// The scorebook of all files, or everything that is wrong with them.
  func read(_ sources: [TableSource]) throws(Findings) -> Scorebook {
    var reader = self
    for source in sources { reader.read(source) }
    try reader.findings.check()
    return reader.book
  }

  private mutating func read(_ source: TableSource) {
    files.append(source.name)
    recusedRow = 0
    var columns: SheetColumns?
    var (hasHeader, rows) = (false, 0)
    do throws(TableError) {
      try source.forEachRow(progress: { sheets.progress($0) }) { row in
        if !hasHeader {
          hasHeader = true
          columns = header(row, file: source.name)
        } else if let columns {
          rows += 1
          read(row, columns)
        }
      }
      if !hasHeader { findings.add(Finding(.emptyFile, at: Place(file: source.name))) }
      if columns != nil, rows == 0 { findings.add(Finding(.headerOnly, at: Place(file: source.name))) }
    } catch {
      findings.add(Finding(error, in: source.name))
    }
  }

  private mutating func header(_ row: Row, file: String) -> SheetColumns? {
    do throws(Findings) {
      return try SheetColumns(header: row.cells, file: file, line: row.line, slots: sheets.slots)
    } catch {
      findings.add(error)
      return nil
    }
  }

  private mutating func read(_ row: Row, _ columns: SheetColumns) {
    guard row.count == columns.count else {
      add(.unexpected(found: "\(row.count)", expected: .fields(columns.count)), row)
      return
    }
    let (studio, judge) = (row.cells[columns.studio].folded, row.cells[columns.judge].folded)
    for (name, field, column) in [(studio, columns.studio, ColumnName.studio), (judge, columns.judge, .judge)]
    where name.isEmpty {
      add(.unexpected(found: "", expected: .notEmpty), row, field, column.rawValue)
    }
    let sheet = studio.isEmpty || judge.isEmpty ? nil : open(studio: studio, judge: judge)
    switch columns.form {
    case .long(let criterion, let marks, let reason):
      guard let slot = sheets.slots[row.cells[criterion].folded] else {
        let near = nearest(to: row.cells[criterion].folded, among: sheets.slots.ids)
        add(.unexpected(found: row.cells[criterion], expected: .known(nearest: near)), row, criterion, "criterion")
        return
      }
      let isEntered = enter(row, field: marks, name: "marks", slot: slot, sheet: sheet)
      if isEntered, let sheet, let reason, !MarkCell.isAbsent(row.cells[reason]) {
        book.note(row.cells[reason], slot: slot, sheet: sheet)
      }
    case .wide(let fields):
      for (field, slot) in fields {
        _ = enter(row, field: field, name: sheets.layout.ids[slot], slot: slot, sheet: sheet)
      }
    }
  }

  private mutating func open(studio: String, judge: String) -> Int {
    let sheet = book.sheet(studio: studio, judge: judge)
    let missing = (sheet + 1) * sheets.layout.width - places.count
    if missing > 0 { places.append(contentsOf: repeatElement((file: 0, line: 0), count: missing)) }
    return sheet
  }

  /// Checks a cell, and enters its mark where the row's studio and judge are known.
  private mutating func enter(_ row: Row, field: Int, name: String, slot: Int, sheet: Int?) -> Bool {
    let mark: Int32
    switch MarkCell(row.cells[field], maximum: sheets.layout.maximums[slot]) {
    case .absent: return true
    case .wrong(let expected):
      add(.unexpected(found: row.cells[field], expected: expected), row, field, name)
      return false
    case .mark(let value): mark = value
    }
    if sheets.layout.isWhole(slot), sheets.rules.panel.scope.value == .criterion {
      add(.wholeRefused(rubric: sheets.layout.ids[slot]), row, field, name)
      return false
    }
    guard let sheet else { return false }
    guard check(recusalOf: sheet, row, field, name) else { return false }
    do throws(Scorebook.Clash) {
      try book.enter(mark, slot: slot, sheet: sheet)
      places[sheet * sheets.layout.width + slot] = (Int32(files.count - 1), Int32(row.line))
      return true
    } catch {
      add(problem(of: error, slot: slot, sheet: sheet), row, field, name)
      return false
    }
  }

  private mutating func check(recusalOf sheet: Int, _ row: Row, _ field: Int, _ name: String) -> Bool {
    let pair = book.pair(of: sheet)
    guard let recusal = sheets.recusals[pair] else { return true }
    guard recusedRow != row.line else { return false }
    recusedRow = row.line
    add(.recusedJudgeMarked(studio: pair.studio, judge: pair.judge, recusal: recusal.place), row, field, name)
    return false
  }

  private mutating func problem(of clash: Scorebook.Clash, slot: Int, sheet: Int) -> Finding.Problem {
    let pair = book.pair(of: sheet)
    switch clash {
    case .repeated:
      return .repeatedMark(
        studio: pair.studio, judge: pair.judge, criterion: sheets.layout.ids[slot], first: place(of: slot, sheet))
    case .wholeAndParts(let whole, let part):
      book.withdraw(slot: slot, sheet: sheet)
      let other = slot == whole ? part : whole
      return .wholeAndParts(
        studio: pair.studio, judge: pair.judge, rubric: sheets.layout.ids[whole], other: place(of: other, sheet))
    }
  }

  private func place(of slot: Int, _ sheet: Int) -> Place {
    let (file, line) = places[sheet * sheets.layout.width + slot]
    return Place(file: files[Int(file)], line: Int(line))
  }

  private mutating func add(_ problem: Finding.Problem, _ row: Row, _ field: Int? = nil, _ name: String? = nil) {
    let place = Place(file: files[files.count - 1], line: row.line, column: field.map { $0 + 1 }, name: name)
    findings.add(Finding(problem, at: place))
  }
}

extension Finding {
  /// What kept a file from being read as a table.
  init(_ error: TableError, in file: String) {
    let problem: Problem =
      switch error.problem {
      case .missing: .missingFile
      case .directory: .directory
      case .unreadable: .unreadable
      case .unknownEncoding: .unknownEncoding
      case .nulByte: .nulByte
      case .quoteNeverClosed: .quoteNeverClosed
      case .textAfterQuote: .textAfterQuote
      case .rowTooLong: .rowTooLong
      }
    self.init(problem, at: Place(file: file, line: error.line, column: error.column))
  }
}

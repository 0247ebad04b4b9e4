import Scoring
import Synchronization
import Tables

/// Reads sheets that are in order, in blocks on all cores; nil as soon as anything is not.
struct QuickSheetReader: Sendable {
  private let sheets: ScoreSheets

  init(_ sheets: ScoreSheets) {
    self.sheets = sheets
  }

  func read(_ sources: [TableSource]) async -> Scorebook? {
    let book = SharedBook(sheets.emptyBook)
    for source in sources {
      guard await read(source, into: book) else { return nil }
    }
    let finished = book.contents.withLock { $0 }
    return finished.marksDespiteRecusal.isEmpty ? finished : nil
  }

  private func read(_ source: TableSource, into book: SharedBook) async -> Bool {
    guard let reader = try? BlockReader(source), let columns = header(of: source.name, reader) else { return false }
    let workers = min(sheets.workers, source.size / (1 << 20) + 1)
    let runs = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<workers {
        group.addTask { @concurrent in readBlocks(of: reader, columns, into: book) }
      }
      return await group.reduce(0 as Int?) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
    }
    // A file of nothing but its header is for the careful reader to refuse.
    return (runs ?? 0) > 0
  }

  private func header(of file: String, _ reader: BlockReader) -> SheetColumns? {
    var block = Block()
    guard (try? reader.next(&block)) == true else { return nil }
    let (columns, offset) = block.withRows(fields: 1024) { rows -> (SheetColumns?, Int) in
      guard rows.next() else { return (nil, 0) }
      return (try? SheetColumns(header: rows.texts, file: file, line: rows.line, slots: sheets.slots), rows.offset)
    }
    reader.putBack(block, from: offset)
    return columns
  }

  /// Reads blocks until there are none, and says how many runs of rows they had; nil where a row is not in order.
  private func readBlocks(of reader: BlockReader, _ columns: SheetColumns, into book: SharedBook) -> Int? {
    var block = Block()
    var runs = SheetRuns(columns, sheets)
    var count = 0
    while true {
      guard let isMore = try? reader.next(&block) else { return nil }
      guard isMore else { return count }
      let bytes = block.withRows(fields: columns.count) { rows -> Int? in
        guard runs.collect(&rows) else { return nil }
        return book.contents.withLock { runs.enter(into: &$0) } ? rows.offset : nil
      }
      guard let bytes else { return nil }
      count += runs.count
      sheets.progress(bytes)
    }
  }
}

/// The book that all readers of blocks write into, one at a time.
private final class SharedBook: Sendable {
  let contents: Mutex<Scorebook>

  init(_ book: Scorebook) {
    contents = Mutex(book)
  }
}

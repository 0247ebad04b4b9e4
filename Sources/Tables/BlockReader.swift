import Foundation
import Synchronization

/// How a table's bytes stand for characters.
package enum TableEncoding: Hashable, Sendable {
  case utf8
  /// What Chinese Excel writes; it holds GBK and GB 2312.
  case gb18030

  static let gb18030Name = String.Encoding(rawValue: 0x8000_0632)
}

/// Hands out a table's rows in blocks, to one reader or to several at once.
package final class BlockReader: Sendable {
  static let blockSize = 512 << 10
  /// No row is longer than this.
  static let longestRow = 4 << 20

  private let reader: any ByteReader
  private let encoding: TableEncoding
  private let refusesNul: Bool
  private let state: Mutex<State>

  private struct State {
    var offset = 0
    var line = 1
    /// The beginning of a row whose rest is not read yet.
    var carry: [UInt8] = []
    var isFirst = true
  }

  /// Opens a table.
  ///
  /// - Parameter refusesNul: whether a block with a NUL is refused; else it is for the rows' reader to look for one.
  package init(
    _ source: TableSource, as encoding: TableEncoding = .utf8, refusesNul: Bool = true
  ) throws(TableError) {
    self.refusesNul = refusesNul
    reader = try source.open()
    self.encoding = encoding
    state = Mutex(State())
  }

  /// Gives back the rest of a block, from a row's first byte on, so that the next reader gets it first.
  package func putBack(_ block: borrowing Block, from offset: Int) {
    let rest = [UInt8](block.bytes[offset...])
    state.withLock { $0.carry = rest + $0.carry }
  }

  /// Fills the block with the next whole rows; false at the end. Blocks that several readers take have no true line numbers.
  ///
  /// - Throws: ``TableError``; ``TableError/Problem/unknownEncoding`` where the bytes are not in the encoding.
  package func next(_ block: inout Block, countingLines: Bool = false) throws(TableError) -> Bool {
    block.count = 0
    let found = try take(&block, countingLines: countingLines)
    guard found else { return false }
    let survey = block.survey()
    guard !survey.hasNul || !refusesNul else {
      throw TableError(.nulByte, line: line(in: block) { $0.firstIndex(of: 0) })
    }
    if !survey.isASCII { try decode(&block) }
    return true
  }

  /// Only this part is done by one reader at a time: reading, and finding where the last whole row ends.
  private func take(_ block: inout Block, countingLines: Bool) throws(TableError) -> Bool {
    let result = state.withLock { state -> Result<Bool, TableError> in
      do throws(TableError) { return .success(try fill(&block, &state, countingLines)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func fill(_ block: inout Block, _ state: inout State, _ countingLines: Bool) throws(TableError) -> Bool {
    block.firstLine = state.line
    block.reserve(state.carry.count + Self.blockSize)
    block.count = state.carry.count
    block.bytes.copyBytes(from: state.carry)
    state.carry.removeAll(keepingCapacity: true)
    while true {
      let wanted = block.free.count
      let read = try reader.read(at: state.offset, into: block.free)
      block.count += read
      state.offset += read
      if state.isFirst { dropByteOrderMark(&block, &state) }
      block.hasQuotes = memchr(block.base, Int32(UInt8(ascii: "\"")), block.count) != nil
      let end = block.hasQuotes ? RowCursor.endOfLastRow(block.bytes) : endOfLastLine(block.bytes)
      guard end > 0 || block.count <= Self.longestRow else {
        throw TableError(block.hasQuotes ? .quoteNeverClosed : .rowTooLong, line: block.firstLine)
      }
      if read < wanted { return finish(&block, &state, countingLines) }
      if end > 0 {
        state.carry.append(contentsOf: UnsafeRawBufferPointer(rebasing: block.bytes[end...]))
        block.count = end
        if countingLines { state.line += block.bytes.count { $0 == UInt8(ascii: "\n") } }
        return true
      }
      block.reserve(block.count * 2)
    }
  }

  private func finish(_ block: inout Block, _ state: inout State, _ countingLines: Bool) -> Bool {
    guard block.count > 0 else { return false }
    if countingLines { state.line += block.bytes.count { $0 == UInt8(ascii: "\n") } }
    if block.bytes[block.count - 1] != UInt8(ascii: "\n") { block.append() }
    return true
  }

  private func endOfLastLine(_ bytes: UnsafeMutableRawBufferPointer) -> Int {
    (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  private func dropByteOrderMark(_ block: inout Block, _ state: inout State) {
    state.isFirst = false
    if block.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { block.replace(with: Array(block.bytes.dropFirst(3))) }
  }

  private func decode(_ block: inout Block) throws(TableError) {
    switch encoding {
    case .utf8:
      guard String(validating: block.bytes, as: UTF8.self) != nil else {
        throw TableError(.unknownEncoding, line: line(in: block, of: Self.firstInvalidByte))
      }
    case .gb18030:
      guard let text = String(bytes: block.bytes, encoding: TableEncoding.gb18030Name) else {
        throw TableError(.unknownEncoding, line: block.firstLine)
      }
      block.replace(with: text.utf8)
    }
  }

  private func line(in block: borrowing Block, of find: (UnsafeMutableRawBufferPointer) -> Int?) -> Int {
    let bytes = block.bytes
    return block.firstLine + bytes[..<(find(bytes) ?? 0)].count { $0 == UInt8(ascii: "\n") }
  }

  private static func firstInvalidByte(_ bytes: UnsafeMutableRawBufferPointer) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}

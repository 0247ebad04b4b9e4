import Foundation

/// Where a table's bytes come from: a file that is read in blocks, or bytes in memory.
///
/// A file is never mapped, for somebody else may shorten it. What cannot be read twice, such as a pipe, is taken into memory.
package struct TableSource: Sendable {
  /// The name that the user gave; `-` is standard input.
  package let name: String
  private let storage: Storage

  private enum Storage: Sendable {
    case file(path: String)
    case bytes([UInt8])
    case failed(TableError)
  }

  /// A file, or standard input for `-`. What cannot be opened says so when it is read.
  package init(path: String) {
    name = path
    do throws(TableError) {
      storage = try Self.storage(path: path)
    } catch {
      storage = .failed(error)
    }
  }

  private static func storage(path: String) throws(TableError) -> Storage {
    guard path != "-" else { return .bytes(try OpenFile.readAll(FileHandle.standardInput.fileDescriptor)) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw TableError(errno == ENOENT ? .missing : .unreadable) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw TableError(.directory)
    case S_IFREG: return .file(path: path)
    default: return .bytes(try OpenFile(path: path).readAll())
    }
  }

  /// Bytes in memory, under a name.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    storage = .bytes(bytes)
  }

  /// How many bytes there are.
  package var size: Int {
    switch storage {
    case .bytes(let bytes): return bytes.count
    case .file(let path):
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : 0
    case .failed: return 0
    }
  }

  /// Opens the bytes for reading at any offset.
  func open() throws(TableError) -> any ByteReader {
    switch storage {
    case .bytes(let bytes): BytesInMemory(bytes: bytes)
    case .file(let path): try OpenFile(path: path)
    case .failed(let error): throw error
    }
  }
}

/// Bytes that can be read at any offset.
protocol ByteReader: Sendable {
  /// Fills the buffer from an offset and says how many bytes there were; fewer than asked for only at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int
}

private struct BytesInMemory: ByteReader {
  let bytes: [UInt8]

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let part = bytes[min(offset, bytes.count)..<min(offset + buffer.count, bytes.count)]
    buffer.copyBytes(from: part)
    return part.count
  }
}

private final class OpenFile: ByteReader {
  let descriptor: Int32

  init(path: String) throws(TableError) {
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw TableError(errno == ENOENT ? .missing : .unreadable) }
  }

  deinit { close(descriptor) }

  /// The bytes of what can be read only once, such as a pipe.
  func readAll() throws(TableError) -> [UInt8] { try Self.readAll(descriptor) }

  /// The bytes of an open file up to its end; no table is longer than 2 GiB.
  static func readAll(_ descriptor: Int32) throws(TableError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < 2 << 30 {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw TableError(.unreadable) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
    throw TableError(.unreadable)
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let count = pread(descriptor, base + filled, buffer.count - filled, off_t(offset + filled))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw TableError(.unreadable) }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }
}

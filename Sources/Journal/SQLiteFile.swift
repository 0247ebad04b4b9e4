import Foundation
import StudioRegistry

/// A register's file as its first bytes describe it, read before SQLite may touch it.
struct SQLiteFile {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// - Throws: ``StoreError`` where there is no file, or one that is not a register's, newer than this program, or cut short.
  func check() throws(StoreError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw StoreError(.missing, path)
    }
    guard !isDirectory.boolValue else { throw StoreError(.notARegister, path) }
    guard let file = FileHandle(forReadingAtPath: path) else { throw StoreError(.readOnly, path) }
    defer { try? file.close() }
    guard let header = try? file.read(upToCount: 100) ?? Data(), let size = try? file.seekToEnd() else {
      throw StoreError(.damaged, path)
    }
    guard header.starts(with: Array("SQLite format 3\0".utf8)) else { throw StoreError(.notARegister, path) }
    guard header.count == 100 else { throw StoreError(.truncated, path) }
    func number(_ offset: Int, _ count: Int) -> Int {
      header[header.startIndex + offset..<header.startIndex + offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
    guard number(68, 4) == SQLiteSchema.applicationID else { throw StoreError(.notARegister, path) }
    guard number(60, 4) <= SQLiteSchema.version else { throw StoreError(.newerVersion, path) }
    let pageSize = number(16, 2) == 1 ? 65536 : number(16, 2)
    // Whoever is killed while the log is copied back leaves a file too short for its header; the log still has the rest.
    if hasLog { return }
    guard Int(size) >= pageSize * number(28, 4) else { throw StoreError(.truncated, path) }
  }

  /// Whether a write-ahead log lies beside the file.
  private var hasLog: Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return (attributes?[.size] as? Int).map { $0 > 0 } ?? false
  }
}

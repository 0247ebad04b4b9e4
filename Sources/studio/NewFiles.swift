import Foundation
import Wording

/// Files to be written that must not be there yet: all of them, or none.
struct NewFiles {
  private let files: [(path: String, bytes: [UInt8])]

  init(_ files: [(path: String, bytes: [UInt8])]) {
    self.files = files
  }

  /// Writes the files and names them.
  ///
  /// - Throws: ``Failure`` where one is there already or cannot be written; what was written before is taken away again.
  func write(_ terminal: Terminal) throws {
    if let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
      throw Failure(terminal.phrases.notice(.fileExists(file.path)))
    }
    var written: [String] = []
    for file in files {
      do {
        let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(file.bytes).write(to: URL(fileURLWithPath: file.path), options: .withoutOverwriting)
        written.append(file.path)
      } catch {
        for path in written { try? FileManager.default.removeItem(atPath: path) }
        throw Failure(terminal.phrases.notice(.notWritable(file.path)))
      }
    }
    for path in written { terminal.show(terminal.phrases.notice(.wroteFile(path))) }
  }
}

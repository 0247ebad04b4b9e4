import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

/// A register's file with a closed round, all of it in the one file: no log lies beside it.
struct RegisterFile: Sendable {
  let folder: TemporaryFolder
  let path: String
  let bytes: [UInt8]
  let entries: [Entry]

  /// - Parameter whole: tells the whole story rather than the part that ends with a closed round.
  init(whole: Bool = false) async throws {
    folder = try TemporaryFolder()
    path = "\(folder.path)/studio.sqlite"
    let store = try SQLiteStore.create(path: path)
    let county = try await County(store)
    if whole { try await county.tell() } else { try await county.tellUpToClosing() }
    if !whole {
      let scan = StoredFile(Array("a scan of the signed paper".utf8))
      let person = county.sealed("甲")
      let added = AddPerson(person: person.commitment, employment: Employment(unit: "厂", until: nil))
      try await county.ask(added, as: "clerk", [person], files: [scan])
    }
    entries = try await store.entries(after: 0)
    try await store.scrub()
    try store.close()
    bytes = try Self.bytes(path)
  }

  /// A copy of the file under another name in the same folder.
  func copy(_ name: String) throws -> String { try folder.write(name, bytes: bytes) }

  /// What opening and checking a file finds.
  static func finding(_ path: String) async throws -> Finding {
    let store: SQLiteStore
    do { store = try SQLiteStore(path: path) } catch { return .refused(error.code) }
    defer { try? store.close() }
    do {
      _ = try await Verification.verify(store, modules: ModuleRegistry(installedModules))
      return .clean
    } catch let error as StoreError {
      return .unreadable(error.code)
    } catch let fault as JournalFault {
      return .fault(fault)
    }
  }

  enum Finding: Hashable, Sendable {
    case clean
    case refused(StoreFault)
    case unreadable(StoreFault)
    case fault(JournalFault)
  }

  static func bytes(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(fileURLWithPath: path))) }

  /// The file and what lies beside it, by name.
  static func bytesBeside(_ path: String) throws -> [String: [UInt8]] {
    let url = URL(fileURLWithPath: path)
    let names = try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
    return try names.filter { $0.hasPrefix(url.lastPathComponent) }.reduce(into: [:]) { files, name in
      files[name] = try bytes(url.deletingLastPathComponent().appendingPathComponent(name).path)
    }
  }
}

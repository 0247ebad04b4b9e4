import Foundation
import Journal
import StudioRegistry
import TestSupport
import Testing

@Suite("A journal goes out as lines and comes back the same", .turns)
struct ExportTests {
  private static func entries() async throws -> [Entry] {
    let county = try await County(MemoryStore())
    try await county.foundRegister()
    return try await county.store.entries(after: 0)
  }

  @Test("Lines that were written are read back as the same entries, byte for byte")
  func roundTrip() async throws {
    let entries = try await Self.entries()
    let lines = try JournalLines.encode(entries)
    #expect(lines.count { $0 == 0x0A } == entries.count)
    #expect(try JournalLines.decode(lines) == entries)
    #expect(try JournalLines.encode(JournalLines.decode(lines)) == lines)
    #expect(throws: JournalFault.self) { try JournalLines.decode(Data()) }
    #expect(try JournalLines.encode([]).isEmpty)
  }

  @Test(
    "A line that is no entry is named by its number", arguments: ["{}", "x", "[]", "null", "\"", #"{"sequence":"7"}"#])
  func unreadable(line: String) async throws {
    let lines = try JournalLines.encode(await Self.entries()).split(separator: 0x0A).map { Data($0) }
    for place in [0, 6, lines.count - 1] {
      var changed = lines
      changed[place] = Data(line.utf8)
      #expect(throws: JournalFault(place + 1, .unreadableLine)) {
        try JournalLines.decode(Data(changed.joined(separator: [0x0A])))
      }
    }
  }

  @Test("A last line that was cut off is named, a whole one without a line end is read")
  func cutLine() async throws {
    let entries = try await Self.entries()
    let lines = try JournalLines.encode(entries)
    #expect(try JournalLines.decode(lines.dropLast()) == entries)
    #expect(throws: JournalFault(entries.count, .unreadableLine)) { try JournalLines.decode(lines.dropLast(2)) }
    #expect(throws: JournalFault(1, .unreadableLine)) { try JournalLines.decode(lines.prefix(40)) }
  }

  @Test("Lines that were altered, taken out, exchanged or doubled are faults of the chain")
  func chain() async throws {
    let entries = try await Self.entries()
    func fault(_ change: (inout [Entry]) -> Void) throws -> JournalFault? {
      var changed = entries
      change(&changed)
      let lines = try JournalLines.encode(changed)
      do {
        _ = try JournalLines.decode(lines)
        return nil
      } catch { return error }
    }
    #expect(try fault { $0[6].at += 1 } == JournalFault(7, .altered))
    #expect(try fault { $0.remove(at: 6) } == JournalFault(7, .missing))
    #expect(try fault { $0.swapAt(6, 7) } == JournalFault(7, .missing))
    #expect(try fault { $0.insert($0[6], at: 7) } == JournalFault(8, .missing))
    #expect(try fault { $0.removeFirst() } == JournalFault(1, .missing))
  }

  @Test("Any one changed byte of the lines is a fault, or the same entries", arguments: 0..<4)
  func flips(part: UInt64) async throws {
    let entries = try await Self.entries()
    var random = SeededGenerator(part)
    let lines = try JournalLines.encode(entries)
    for _ in 0..<100 {
      var changed = lines
      changed[Int.random(in: 0..<lines.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      if let read = try? JournalLines.decode(changed), read != entries {
        // A line end within the last lines may only cut a journal, which a checkpoint shows.
        #expect(entries.starts(with: read))
      }
    }
  }

  @Test(
    "A restored journal has the same digests in every store, without a value of anybody", arguments: StoreFactory.all)
  func restore(factory: StoreFactory) async throws {
    let county = try await County(MemoryStore())
    try await county.tell()
    let entries = try JournalLines.decode(JournalLines.encode(await county.store.entries(after: 0)))
    let folder = try TemporaryFolder()
    let store = try await factory.make(folder)
    try await store.append(JournalLines.restoring(entries), after: .start)
    #expect(try await store.head() == county.store.head())
    #expect(try await fault(in: store, checkpoint: county.store.head()) == nil)
    let restored = try await County(store, clock: county.clock, seed: 2)
    #expect(try await restored.registrar.read { $0.studios.count } == 5)
    // Who comes in afterwards has values; that the others' are not here is known, and no fault.
    try await restored.open("J9", .judge, "后来")
    #expect(try await fault(in: store, checkpoint: nil) == nil)
  }
}

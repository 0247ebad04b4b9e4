import Foundation
import Scoring
import StudioRegistry
import Testing

@testable import Journal

@Suite("The chain names the first entry that is not what it was")
struct ChainTests {
  /// A short true journal with its vault.
  private static func founded() async throws -> (entries: [Entry], vault: [VaultRow]) {
    let county = try await County(MemoryStore())
    try await county.foundRegister()
    return (try await county.store.entries(after: 0), try await county.store.vault())
  }

  private func fault(after change: (inout [Entry]) throws -> Void) async throws -> JournalFault? {
    var (entries, vault) = try await Self.founded()
    try change(&entries)
    return try await JournalTests.fault(in: entries.store(vault: vault))
  }

  @Test("A digest is SHA-256 over ten lines, as anybody can compute it")
  func knownAnswer() throws {
    let entry = Entry(
      sequence: 2, at: 1_736_481_600_000, actor: "A3", behalf: "-", channel: "test", kind: "person-added", version: 1,
      payload: #"{"commitment":"c0ffee","on":"2025-01-10","unit":"第一机械厂"}"#, algorithm: "sha256",
      previous: String(repeating: "0", count: 64), digest: "")
    // python3 -c 'import hashlib; print(hashlib.sha256("\n".join(["2", "1736481600000", "A3", "-", "test", "person-added",
    //   "1", "sha256", "0" * 64, """{"commitment":"c0ffee","on":"2025-01-10","unit":"第一机械厂"}"""]).encode()).hexdigest())'
    #expect(entry.computedDigest == "af912cdaaa1f3121207db94e2f03e71e85640914d51ff8bf5407acc8de61de56")
    #expect(!entry.isIntact)
    #expect(sha256(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("An untouched journal has no fault")
  func clean() async throws {
    #expect(try await fault { _ in } == nil)
  }

  @Test(
    "A changed field is an altered entry",
    arguments: [
      \Entry.actor, \Entry.behalf, \Entry.channel, \Entry.kind, \Entry.payload, \Entry.algorithm, \Entry.previous,
      \Entry.digest,
    ] as [any WritableKeyPath<Entry, String> & Sendable])
  func altered(field: any WritableKeyPath<Entry, String> & Sendable) async throws {
    #expect(try await fault { $0[6][keyPath: field] += " " } == JournalFault(7, .altered))
    #expect(try await fault { $0[0][keyPath: field] = "" } == JournalFault(1, .altered))
  }

  @Test("A changed time or version is an altered entry, also the last one")
  func alteredNumbers() async throws {
    #expect(try await fault { $0[6].at += 1 } == JournalFault(7, .altered))
    #expect(try await fault { $0[6].version = 0 } == JournalFault(7, .altered))
    var end = 0
    let last = try await fault { entries in
      end = entries.count
      entries[end - 1].at -= 1
    }
    #expect(last == JournalFault(end, .altered))
  }

  @Test("A missing entry is named by its number, the first one too")
  func missing() async throws {
    #expect(try await fault { $0.remove(at: 6) } == JournalFault(7, .missing))
    #expect(try await fault { $0.remove(at: 0) } == JournalFault(1, .missing))
    #expect(try await fault { $0[6].sequence = 99 } == JournalFault(7, .missing))
    #expect(try await fault { $0.insert($0[6], at: 6) } == JournalFault(8, .missing))
  }

  @Test("Entries that changed places are reordered, and the fault says behind which one it belongs")
  func reordered() async throws {
    let fault = try await fault { entries in
      entries.swapAt(4, 6)
      (entries[4].sequence, entries[6].sequence) = (5, 7)
    }
    #expect(fault == JournalFault(5, .reordered(after: 6)))
  }

  @Test("An entry behind one that was replaced whole is detached")
  func detached() async throws {
    let fault = try await fault { entries in
      entries[6].at += 1
      entries[6].digest = entries[6].computedDigest
    }
    #expect(fault == JournalFault(8, .detached))
  }

  @Test("A kind or version of a later program is named, not guessed at")
  func unknown() async throws {
    let kind = try await fault { entries in
      entries[6].kind = "person-crowned"
      entries.rechain(from: 6)
    }
    #expect(kind == JournalFault(7, .unknownKind("person-crowned", version: 1)))
    let version = try await fault { entries in
      entries[6].version = 2
      entries.rechain(from: 6)
    }
    #expect(version?.sequence == 7)
    let payload = try await fault { entries in
      entries[6].payload = "{}"
      entries.rechain(from: 6)
    }
    #expect(payload == JournalFault(7, .undecodable))
  }

  @Test("A registrar does not open a journal with a fault, and says the same")
  func registrar() async throws {
    var (entries, _) = try await Self.founded()
    entries[6].payload += " "
    let store = try await entries.store()
    await #expect(throws: JournalFault(7, .altered)) { _ = try await County(store) }
  }
}

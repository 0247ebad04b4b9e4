import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("A whole check finds what the chain alone does not show", .turns)
struct VerificationTests {
  /// A journal with a closed round, and its vault.
  private static func closed() async throws -> (entries: [Entry], vault: [VaultRow]) {
    let county = try await County(MemoryStore())
    try await county.tellUpToClosing()
    return (try await county.store.entries(after: 0), try await county.store.vault())
  }

  private func place(of kind: String, in entries: [Entry]) throws -> Int {
    try #require(entries.firstIndex { $0.kind == kind })
  }

  @Test("A clean journal is counted: its end, its persons, its closings")
  func clean() async throws {
    let county = try await County(MemoryStore())
    try await county.tell()
    let found = try await Verification.verify(
      county.store, modules: county.registrar.read { $0.modules }, checkpoint: county.store.head(), workers: 3)
    #expect(found.head == (try await county.store.head()))
    #expect((found.persons, found.erased, found.closings) == (19, 1, 3))
  }

  @Test("An empty journal is clean")
  func empty() async throws {
    #expect(try await fault(in: MemoryStore()) == nil)
  }

  @Test("A tail that was cut off shows by a checkpoint alone")
  func cut() async throws {
    var (entries, vault) = try await Self.closed()
    let end = try #require(entries.last)
    let checkpoint = try #require(Head(checkpoint: Head(sequence: end.sequence, digest: end.digest).checkpoint))
    #expect(try await fault(in: entries.store(vault: vault), checkpoint: checkpoint) == nil)
    let last = try place(of: "studio-settled", in: entries)
    entries.removeSubrange(last...)
    let store = try await entries.store(vault: vault)
    #expect(try await fault(in: store) == nil)
    #expect(
      try await fault(in: store, checkpoint: checkpoint) == JournalFault(last + 1, .cut(end: end.sequence)))
  }

  @Test("A journal that was written anew differs from a checkpoint")
  func differs() async throws {
    var (entries, vault) = try await Self.closed()
    let checkpoint = Head(sequence: 9, digest: entries[8].digest)
    entries[4].at += 1000
    entries.rechain(from: 4)
    let store = try await entries.store(vault: vault)
    #expect(try await fault(in: store) == nil)
    #expect(try await fault(in: store, checkpoint: checkpoint) == JournalFault(9, .differsFromCheckpoint))
    #expect(try await fault(in: store, checkpoint: Head(sequence: 4, digest: entries[3].digest)) == nil)
  }

  @Test(
    "A line that is no checkpoint is none",
    arguments: ["", "7", "x \(String(repeating: "a", count: 64))", "7 abc", "-1 \(String(repeating: "a", count: 64))"])
  func noCheckpoint(text: String) {
    #expect(Head(checkpoint: text) == nil)
  }

  @Test("A result that was changed, and the whole chain computed anew, is not what the journal gives")
  func settled() async throws {
    var (entries, vault) = try await Self.closed()
    let place = try place(of: "studio-settled", in: entries) + 1
    let before = entries[place].payload
    entries[place].payload = entries[place].payload.replacingOccurrences(
      of: #""grade":"qualified""#, with: #""grade":"unqualified""#)
    try #require(entries[place].payload != before)
    entries.rechain(from: place)
    #expect(try await fault(in: entries.store(vault: vault)) == JournalFault(place + 1, .recomputed))
  }

  @Test("A mark that was changed behind a closed round, and the chain computed anew, shows at the round's result")
  func marks() async throws {
    var (entries, vault) = try await Self.closed()
    let place = try place(of: "sheets-entered", in: entries)
    let settled = try self.place(of: "studio-settled", in: entries)
    entries[place].payload = entries[place].payload.replacingOccurrences(of: "4.00", with: "3.00")
    entries.rechain(from: place)
    let fault = try await fault(in: entries.store(vault: vault))
    #expect(fault?.problem == .recomputed)
    #expect((fault?.sequence ?? 0) > settled)
  }

  @Test("A closing entry that was changed is not what the journal gives")
  func closing() async throws {
    var (entries, vault) = try await Self.closed()
    let place = try place(of: "round-closed", in: entries)
    entries[place].payload = entries[place].payload.replacingOccurrences(of: #""places":1"#, with: #""places":2"#)
    entries.rechain(from: place)
    #expect(try await fault(in: entries.store(vault: vault)) == JournalFault(place + 1, .recomputed))
  }

  @Test(
    "A count, a confirmation, a term or an approval that was changed, and the chain computed anew, shows at its entry",
    arguments: [
      ("vote-counted", #""S\d+":2"#, #""S1":2"#), ("round-confirmed", #""version":2"#, #""version":1"#),
      ("rectification-served", #""until":"2025-07-20""#, #""until":"2026-07-20""#),
      ("decision-approved", #""persons":\["P\d+"\]"#, #""persons":["P6"]"#),
      ("decision-approved", #""isCarried":true"#, #""isCarried":false"#),
      ("cancellation-served", #""studio":"S\d+""#, #""studio":"S1""#),
      ("evidence-verified", #""items":\["E\d+"#, #""items":["E1"#),
    ])
  func decisions(kind: String, part: String, forged: String) async throws {
    let county = try await County(MemoryStore())
    try await county.tell()
    var entries = try await county.store.entries(after: 0)
    let vault = try await county.store.vault()
    let clerk = try await county.registrar.read { $0.account(login: "clerk")?.person.description }
    let place = try place(of: kind, in: entries)
    let before = entries[place].payload
    entries[place].payload = before.replacingOccurrences(
      of: part, with: forged.replacingOccurrences(of: "P6", with: clerk ?? "P6"), options: .regularExpression)
    try #require(entries[place].payload != before)
    entries.rechain(from: place)
    #expect(try await fault(in: entries.store(vault: vault)) == JournalFault(place + 1, .recomputed))
  }

  @Test("Results that were taken out of a closing, one or all, are missed")
  func lostResults() async throws {
    let (entries, vault) = try await Self.closed()
    let first = try place(of: "studio-settled", in: entries)
    let closed = try place(of: "round-closed", in: entries)
    var fewer = entries
    fewer.remove(at: first)
    fewer.rechain(from: first)
    #expect(try await fault(in: fewer.store(vault: vault)) == JournalFault(first + 1, .recomputed))
    var none = entries
    none.removeSubrange(first..<closed)
    none.rechain(from: first)
    #expect(try await fault(in: none.store(vault: vault)) == JournalFault(first + 1, .recomputed))
    let unfinished = Array(entries[..<closed])
    #expect(try await fault(in: unfinished.store(vault: vault))?.problem == .recomputed)
  }

  @Test("Values that are not the committed ones are named by their person")
  func commitments() async throws {
    let (entries, vault) = try await Self.closed()
    let person = vault[3].person
    for changed in [
      VaultRow(
        person: person, salt: vault[3].salt, values: vault[3].values.replacingOccurrences(of: "J", with: "K") + " "),
      VaultRow(person: person, salt: String(vault[3].salt.reversed()) + "0", values: vault[3].values),
      VaultRow(person: person, salt: vault[4].salt, values: vault[4].values),
    ] {
      var rows = vault
      rows[3] = changed
      #expect(
        try await fault(in: entries.store(vault: rows))
          == JournalFault(person.sequence, .commitment(person.description)))
    }
  }

  @Test("Values that were lost, or of somebody the journal does not know, are named")
  func lostValues() async throws {
    var (entries, vault) = try await Self.closed()
    let lost = vault.remove(at: 2)
    #expect(
      try await fault(in: entries.store(vault: vault))
        == JournalFault(lost.person.sequence, .lostValues(lost.person.description)))
    vault.insert(lost, at: 2)
    vault.append(VaultRow(person: ID(9999), salt: lost.salt, values: lost.values))
    #expect(try await fault(in: entries.store(vault: vault)) == JournalFault(nil, .commitment("P9999")))
  }

  @Test("Values of an erased person that came back are a fault")
  func cameBack() async throws {
    let county = try await County(MemoryStore())
    try await county.tell()
    let erased = try #require(try await county.registrar.read { $0.persons.values.first { $0.erased != nil }?.id })
    let entries = try await county.store.entries(after: 0)
    var vault = try await county.store.vault()
    vault.append(VaultRow(person: erased, salt: vault[0].salt, values: vault[0].values))
    #expect(
      try await fault(in: entries.store(vault: vault))
        == JournalFault(erased.sequence, .commitment(erased.description)))
  }

  @Test(
    "A payload that was changed anyhow, and the chain computed anew, never brings the program down", arguments: 0..<4)
  func forged(part: Int) async throws {
    let county = try await County(MemoryStore())
    try await county.tell()
    let entries = try await county.store.entries(after: 0)
    var random = SeededGenerator(UInt64(part))
    let pieces = [
      "-1", "9223372036854775807", "0", "99999999", "1.5", "null", "{}", "[]", "\"\"", "\"S1\"", "\"R9\"", "\"x\"",
      "true",
    ]
    for _ in 0..<Self.forgeries {
      var changed = entries
      let place = Int.random(in: 0..<entries.count, using: &random)
      let values = entries[place].payload.matches(of: /"[^"]*"(?!:)|-?[0-9]+(?:\.[0-9]+)?|null|true|false/)
      guard let value = values.randomElement(using: &random) else { continue }
      changed[place].payload.replaceSubrange(value.range, with: pieces.randomElement(using: &random) ?? "")
      changed.rechain(from: place)
      _ = try await fault(in: changed.store())
    }
  }

  private static let forgeries = ProcessInfo.processInfo.environment["STUDIO_FORGERIES"].flatMap { Int($0) } ?? 60

  @Test("A stored file whose bytes have another digest is named", Python.needed)
  func alteredFile() async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore.create(path: "\(folder.path)/studio.sqlite")
    let county = try await County(store)
    try await county.tell()
    let scan = StoredFile(Array("a scan of the signed paper".utf8))
    #expect(try await fault(in: store) == nil)
    #expect(try await store.file(scan.digest) == scan.bytes)
    try await Python.change([(store.path, ["UPDATE files SET bytes = x'00' WHERE digest = '\(scan.digest)'"])])
    #expect(try await fault(in: store) == JournalFault(nil, .alteredFile(scan.digest)))
  }
}

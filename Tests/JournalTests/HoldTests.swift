import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("An erasure that a dispute held is done when the dispute is over, and stays provable", .turns)
struct HoldTests {
  @Test("held, refused, released, erased: the journal verifies, and tells all of it")
  func heldThenErased() async throws {
    let folder = try TemporaryFolder()
    let county = try await County(SQLiteStore.create(path: "\(folder.path)/studio.sqlite"))
    try await county.foundRegister()
    let values = county.sealed("慕容待诉", phone: "13987650008")
    let added = try await county.ask(AddPerson(person: values.commitment), as: "clerk", [values])
    let person = ID<Person>(added.entries.lowerBound)
    let placed = try await county.ask(PlaceHold(.person(person), reason: "行政诉讼"), as: "approver")
    let hold = ID<Hold>(placed.entries.lowerBound)
    await #expect(throws: Refusal.retention(.held(person, hold))) {
      try await county.ask(ErasePerson(person: person, reason: "本人申请"), as: "approver")
    }
    try await county.ask(ReleaseHold(hold, reason: "判决生效"), as: "approver")
    try await county.ask(ErasePerson(person: person, reason: "本人申请"), as: "approver")
    #expect(Vault(try await county.store.vault())[person] == nil)
    #expect(try await fault(in: county.store) == nil)
    let kinds = try await county.store.entries(after: placed.entries.lowerBound - 1).map(\.kind)
    #expect(kinds == ["hold-placed", "hold-released", "person-erased"])
  }
}

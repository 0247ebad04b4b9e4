import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web

@Suite("Scans that a contact sends", .turns)
struct ContactScanTests {
  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2, 3]
  private static let cells = ["title": "有照片的交流", "held_on": "2025-06-06"]

  private func lastRow(_ own: OwnClient) async throws -> EvidenceItem {
    try #require(try await own.read { $0.evidenceInOrder.last })
  }

  @Test("a scan is kept under its SHA-256, named by the event, and comes back byte for byte")
  func kept() async throws {
    let own = try await OwnClient(TestSite())
    let reply = try await own.browser.post("/contact/evidence/exchanges", Self.cells, files: ["scan": Self.png])
    #expect(reply.status == 303, "\(reply.text)")
    let row = try await lastRow(own)
    let digest = StoredFile(Self.png).digest
    #expect(row.scan == EvidenceScan(digest: digest, isKept: true))
    #expect(try await own.site.store.file(digest) == Self.png)
    let entry = try #require(try await own.site.store.entries(after: row.id.sequence - 1, upTo: 1).first)
    #expect(entry.kind == EvidenceEntered.kind)
    #expect(entry.payload.contains(digest))
    let scan = try await own.browser.get("/contact/claims/\(row.id)/scan")
    #expect(Array(scan.body) == Self.png)
    #expect(scan.headers["content-type"] == "image/png")
    #expect(scan.headers["content-disposition"] == "attachment; filename=\"\(row.id).png\"")
    #expect(scan.headers["x-content-type-options"] == "nosniff")
  }

  @Test("a scan that names persons is named by its SHA-256 alone, for files cannot be erased")
  func personal() async throws {
    let own = try await OwnClient(TestSite())
    let kind = try #require(try await own.read { $0.modules.kinds.first { $0.id == "awards" } })
    let cells = Dictionary(uniqueKeysWithValues: kind.columns.map { ($0.id, OwnClient.sample(of: $0)) })
    let reply = try await own.browser.post("/contact/evidence/awards", cells, files: ["scan": Self.png])
    #expect(reply.status == 303, "\(reply.text)")
    let (row, digest) = (try await lastRow(own), StoredFile(Self.png).digest)
    #expect(row.scan == EvidenceScan(digest: digest, isKept: false))
    #expect(try await own.site.store.file(digest) == nil)
    #expect(try await own.browser.get("/contact/claims/\(row.id)/scan").status == 404)
  }

  @Test(
    "what is no scan is refused, whatever it is called",
    arguments: ["<html><script>alert(1)</script>", "MZ\u{90}", "GIF89a", "%PDF"])
  func noScan(_ text: String) async throws {
    let own = try await OwnClient(TestSite())
    let before = try await own.end()
    let reply = try await own.browser.post(
      "/contact/evidence/exchanges", Self.cells, files: ["scan": Array(text.utf8)])
    #expect(reply.status == 422)
    #expect(reply.text.contains("value=\"有照片的交流\""))
    #expect(try await own.end() == before)
  }

  @Test("an entry without a scan is written as it was before there were any")
  func withoutScan() throws {
    let event = EvidenceEntered(studio: ID(7), type: "exchanges", cells: ["title": "t"])
    #expect(!String(decoding: try JSONEncoder().encode(event), as: UTF8.self).contains("scan"))
    let old = Data(#"{"studio":"S7","type":"exchanges","cells":{"title":"t"}}"#.utf8)
    let read = try JSONDecoder().decode(EvidenceEntered.self, from: old)
    #expect(read.scan == nil && read.files.isEmpty && read.cells == event.cells)
  }

  @Test("the first bytes tell PDF, JPEG and PNG")
  func types() {
    #expect(ScanType(Array("%PDF-1.7".utf8)) == .pdf)
    #expect(ScanType([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
    #expect(ScanType(Self.png) == .png)
    #expect(ScanType([]) == nil)
    #expect(ScanType(Array(Self.png.dropFirst())) == nil)
  }
}

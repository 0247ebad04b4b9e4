import Foundation
import FoundationNetworking
import HTTPTypes
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("What is too much is turned away, and the log names nobody", .turns)
struct LimitTests {
  @Test("a form may be as large as its limit, and no larger; one with files likewise, where its page takes files")
  func sizes() async throws {
    let site = try await TestSite.withCheapPasswords { options in
      options.formLimit = 10_000
      options.uploadLimit = 50_000
    }
    let client = try await site.client()
    #expect(try await client.post("/login", ["code": String(repeating: "0", count: 9_000)]).status == 422)
    let large = try await client.post("/login", ["code": String(repeating: "0", count: 10_001)])
    #expect(large.status == 413)
    #expect(large.text.contains("内容超过本页所能接收的大小"))
    func scan(_ size: Int) -> [String: [UInt8]] { ["scan": [UInt8](repeating: 7, count: size)] }
    #expect(try await client.post("/login", ["code": "0"], files: scan(9_000)).status == 422)
    #expect(try await client.post("/login", ["code": "0"], files: scan(40_000)).status == 413)
    let contact = try await site.client("yy001")
    #expect(try await contact.post("/contact/evidence/exchanges", [:], files: scan(60_000)).status == 413)
    #expect(try await contact.post("/contact/evidence/exchanges", [:], files: scan(40_000)).status == 422)
    #expect(try await contact.post("/contact/spending", [:], files: scan(40_000)).status == 413)
    // Without a cookie nothing of the body is read, so that its size is not even known.
    let bare = Client(base: site.base, cookies: [:])
    #expect(try await bare.post("/login", ["code": String(repeating: "0", count: 10_001)]).status == 403)
  }

  @Test("the pages that take files are those that keep one, and each needs somebody who is logged in")
  func filePages() {
    let taking = Site.routes.filter(\.takesFiles)
    #expect(
      Set(taking.map(\.path)) == [
        "/studios/{studio}/agreement", "/pending/{proposal}/paper", "/rounds/{round}/paper/{judge}/{studio}/check",
        "/contact/evidence/{kind}", "/contact/evidence/{kind}/table", "/contact/apprentices",
        "/contact/apprentices/{apprentice}/promotion", "/contact/apprentices/{apprentice}/report",
      ])
    #expect(taking.allSatisfy { $0.method == .post && $0.access != .everyone })
  }

  @Test("where as many files are on their way as the site keeps in memory, the next is turned away with 503")
  func crowded() async throws {
    let site = try await TestSite.withCheapPasswords { $0.uploadsAtOnce = 1 }
    let contact = try await site.client("yy001")
    try site.site.uploads.begin()
    let file = ["scan": Array("%PDF-1.7".utf8)]
    #expect(try await contact.post("/contact/evidence/exchanges", [:], files: file).status == 503)
    // A form without files is no upload, and a page that keeps none has no place to wait for.
    #expect(try await contact.post("/contact/evidence/exchanges").status == 422)
    #expect(try await contact.post("/contact/spending", [:], files: file).status != 503)
    site.site.uploads.end()
    for _ in 0..<3 {
      #expect(try await contact.post("/contact/evidence/exchanges", [:], files: file).status == 422)
    }
  }

  @Test("a form of more parts than a page could send is none, named or not", arguments: ["; name=\"a\"", ""])
  func parts(_ name: String) throws {
    func form(_ count: Int) -> [UInt8] {
      let part = "--x\r\nContent-Disposition: form-data\(name)\r\n\r\nb\r\n"
      return Array((String(repeating: part, count: count) + "--x--\r\n").utf8)
    }
    let type = "multipart/form-data; boundary=x"
    let whole = try #require(Multipart(form(Multipart.most), contentType: type))
    #expect(whole.fields.count == (name.isEmpty ? 0 : Multipart.most))
    #expect(Multipart(form(Multipart.most + 1), contentType: type) == nil)
    // What stands before the first part belongs to none.
    let preamble = Array("before\r\n".utf8) + form(1)
    #expect(Multipart(preamble, contentType: type)?.fields.count == (name.isEmpty ? 0 : 1))
  }

  @Test("a zero byte, a boundary that is none, and a body cut short are no form")
  func unreadable() async throws {
    let site = try await TestSite()
    let client = try await site.client()
    #expect(try await client.post("/login", ["code": "0\u{0}"]).status == 400)
    for type in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x"] {
      var request = try client.request("/login")
      request.httpMethod = "POST"
      request.setValue(type, forHTTPHeaderField: "Content-Type")
      request.httpBody = Data("--y\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb".utf8)
      #expect(try await client.send(request).status == 400, "\(type)")
    }
  }

  @Test("lines of the log have route, status and time, and nothing that was typed or looked at")
  func log() async throws {
    let kept = Lines()
    let site = try await TestSite.withCheapPasswords { $0.log = { line in kept.add(line) } }
    try await site.setPassword("clerk")
    let client = try await site.client()
    _ = try await client.get("/enter?code=SECRETCODE")
    _ = try await site.logIn("clerk", "wrong wrong wrong", by: client)
    _ = try await site.client("clerk").post("/access/A999999/revoke")
    _ = try await client.get("/nowhere/clerk")
    let found = kept.all
    #expect(found.count == 4)
    #expect(
      zip(found, ["GET /enter 303", "POST /login 422", "POST /access/{account}/revoke 422", "GET - 404"])
        .allSatisfy { $0.hasPrefix("\($1) ") && $0.hasSuffix(" ms") }, "\(found)")
  }

  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock(\.self) }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
  }
}

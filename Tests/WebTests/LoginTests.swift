import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Web
@testable import studio

@Suite("Officials come in with a password, and nobody learns who has one", .turns)
struct LoginTests {
  @Test("login and password lead to where the role begins, with a new secret each time; logging out ends it")
  func logIn() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let stranger = try await site.client()
    let reply = try await site.logIn("clerk", by: stranger)
    #expect(reply.status == 303)
    #expect(reply.location == "/due")
    let clerk = stranger.keeping(reply)
    #expect(try await clerk.get("/access").status == 200)
    let again = try await site.logIn("CLERK", by: clerk)
    let other = clerk.keeping(again)
    #expect(other.cookies["studio-session"] != clerk.cookies["studio-session"])
    // The session in whose place it came is over.
    #expect(try await clerk.get("/access").isSentToLogin)
    let out = try await other.post("/logout")
    #expect(out.location == "/")
    #expect(try await other.get("/access").isSentToLogin)
    #expect(other.keeping(out).cookies["studio-session"] == nil)
  }

  @Test("a wrong password, an unknown login, a judge's and a closed account get the same answer, byte for byte")
  func enumeration() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    try await site.setPassword("watch")
    try await site.ask("approver", CloseAccount(account: try await site.account("watch").id, reason: "调离"))
    let client = try await site.client()
    let wrong = try await site.logIn("clerk", "not the password", by: client)
    #expect(wrong.status == 422)
    for (login, password) in [("clerx", "not the password"), ("watch", TestSite.password)] {
      let reply = try await site.logIn(login, password, by: client)
      #expect(reply.status == wrong.status)
      #expect(reply.text == wrong.text.replacingOccurrences(of: "clerk", with: login))
      #expect(reply.headers.keys.sorted() == wrong.headers.keys.sorted())
    }
    let judge = try await site.logIn("J4", "not the password", by: client)
    #expect(judge.text.replacingOccurrences(of: "J4", with: "clerk") == wrong.text)
  }

  @Test("an unknown login costs the same derivation as a known one")
  func derivation() async throws {
    // scrypt takes powers of two alone: whoever derives at this cost fails, and the answer shows it.
    let impossible = PasswordCost(rounds: 3, blockSize: 8, parallelism: 1)
    let site = try await TestSite.withCheapPasswords { $0.passwordCost = impossible }
    let clerk = try await site.account("clerk").id
    let client = try await site.client()
    func status(_ login: String) async throws -> Int {
      try await site.logIn(login, "not the password", by: client).status
    }
    for login in ["clerx", "J4", "clerk"] { #expect(try await status(login) == 500, "\(login)") }
    let known = PasswordHash(salt: [7], cost: impossible, hash: [7])
    try await site.site.side.put(StoredPassword(account: clerk, salt: "07", hash: known.text, changed: 0))
    #expect(try await status("clerk") == 500)
    let cheap = Derivations(PasswordCost(rounds: 16, blockSize: 8, parallelism: 1))
    try await site.site.side.put(cheap.stored(TestSite.password, of: clerk, at: site.clock.now))
    #expect(try await status("clerk") == 422)
    #expect(try await status("clerx") == 500)
  }

  @Test("three failures are free, then the wait doubles up to a quarter of an hour, and ends with time")
  func delays() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let client = try await site.client()
    for _ in 0..<4 { #expect(try await site.logIn("clerk", "wrong wrong wrong", by: client).status == 422) }
    // The fourth failure: one second, in which the right one is refused in the same words as a wrong one.
    let locked = try await site.logIn("clerk", by: client)
    #expect(locked.status == 422)
    #expect(locked.text == (try await site.logIn("clerk", "wrong wrong wrong", by: client)).text)
    site.clock.pass(seconds: 1)
    #expect(try await site.logIn("clerk", "wrong wrong wrong", by: client).status == 422)
    site.clock.pass(seconds: 1)
    // The fifth: two seconds, of which one is gone.
    #expect(try await site.logIn("clerk", by: client).status == 422)
    site.clock.pass(seconds: 1)
    #expect(try await site.logIn("clerk", by: client).status == 303)
    // Who came in begins anew.
    for _ in 0..<3 { #expect(try await site.logIn("clerk", "wrong wrong wrong", by: client).status == 422) }
    #expect(try await site.logIn("clerk", by: client).status == 303)
  }

  @Test("waits grow 1, 2, 4 … seconds and stop at a quarter of an hour")
  func waits() {
    let patience = Counting.account("clerk").patience
    #expect((0...5).map { patience.wait(after: $0) } == [0, 0, 0, 0, 1000, 2000])
    #expect(patience.wait(after: 13) == 512_000)
    #expect(patience.wait(after: 14) == 900_000)
    #expect(patience.wait(after: 1 << 40) == 900_000)
  }

  @Test("another account is not locked by the failures of one; the address is, for everybody, after twenty")
  func address() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    try await site.setPassword("approver")
    let client = try await site.client()
    for _ in 0..<5 { _ = try await site.logIn("approver", "wrong wrong wrong", by: client) }
    #expect(try await site.logIn("clerk", by: client).status == 303)
    for number in 0..<16 { _ = try await site.logIn("nobody-\(number)", "wrong wrong wrong", by: client) }
    let right = try await site.logIn("clerk", by: client)
    #expect(right.status == 429)
    #expect(right.headers["retry-after"] == "60")
    #expect(right.text == (try await site.logIn("nobody", by: client)).text)
    #expect(try await client.post("/login", ["code": "0"]).text == right.text)
    site.clock.pass(seconds: 1)
    #expect(try await site.logIn("clerk", by: client).status == 303)
  }

  @Test("many tries at once gain nothing: four are checked, all others wait")
  func atOnce() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let client = try await site.client()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<15 {
        group.addTask { _ = try await site.logIn("clerk", "guess number \(number)", by: client) }
      }
      try await group.waitForAll()
    }
    #expect(try await site.logIn("clerk", by: client).status == 422)
    site.clock.pass(seconds: 1)
    #expect(try await site.logIn("clerk", by: client).status == 303)
  }

  @Test("addresses of one IPv6 network count as one, and a mapped IPv4 address as itself")
  func networks() {
    #expect(Counting.network(of: "2001:db8:1:2::1") == Counting.network(of: "2001:db8:1:2:ffff::9"))
    #expect(Counting.network(of: "2001:db8:1:2::1") != Counting.network(of: "2001:db8:1:3::1"))
    #expect(Counting.network(of: "::ffff:192.0.2.7") == "192.0.2.7")
    #expect(Counting.network(of: "192.0.2.7") == "192.0.2.7")
    #expect(Counting.network(of: "-") == "-")
    #expect(PeerAddress("::ffff:127.0.0.1") == PeerAddress("127.0.0.1"))
    #expect(PeerAddress("::1") != PeerAddress("127.0.0.1"))
    for text in ["", "nginx", "127.0.0", "127.0.0.1:80", "10.0.0.0/8", " 127.0.0.1"] {
      #expect(PeerAddress(text) == nil)
    }
  }

  @Test(
    "of what a proxy says the address counts, without a port; what is none does not count",
    arguments: [
      ("203.0.113.7:51234", "203.0.113.7"), ("203.0.113.7", "203.0.113.7"), ("[2001:db8::1]:443", "2001:db8::1"),
      ("[2001:db8::1]", "2001:db8::1"), ("2001:db8::1", "2001:db8::1"), ("unknown", nil), ("", nil), ("[", nil),
      ("_hidden:80", nil),
    ] as [(String, String?)])
  func forwarded(_ text: String, _ address: String?) {
    #expect(PeerAddress.plain(text) == address)
  }
}

@Suite("A password is stored so that it cannot be read back, and changed by its owner alone", .turns)
struct PasswordTests {
  @Test("scrypt gives what RFC 7914, section 12, says; an accent may be typed in two ways")
  func vector() throws {
    let hash = try PasswordCost(rounds: 16_384, blockSize: 8, parallelism: 1)
      .hash("pleaseletmein", salt: Array("SodiumChloride".utf8))
    #expect(hexadecimal(hash) == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
    let cheap = PasswordCost(rounds: 16, blockSize: 8, parallelism: 1)
    #expect(try cheap.hash("é", salt: [1]) == (try cheap.hash("e\u{301}", salt: [1])))
  }

  @Test("what is stored has its parameters, a salt of its own, and not the password")
  func stored() async throws {
    let derivations = Derivations(PasswordCost(rounds: 16, blockSize: 8, parallelism: 1))
    let (one, two) = (
      try await derivations.stored("one password", of: ID(5), at: 0),
      try await derivations.stored("one password", of: ID(5), at: 0)
    )
    #expect(one.hash.hasPrefix("scrypt:16:8:1:"))
    #expect(one.salt.count == 32)
    #expect(one.salt != two.salt && one.hash != two.hash)
    #expect(try await derivations.isRight("one password", one))
    #expect(try await !derivations.isRight("one passwore", one))
    #expect(try await !derivations.isRight("", nil))
    // Another cost than today's is read from the hash.
    #expect(try await Derivations(PasswordCost(rounds: 32, blockSize: 8, parallelism: 1)).isRight("one password", one))
  }

  @Test("the usual cost is one of OWASP's, and two at once stay below 128 MiB")
  func cost() {
    #expect(PasswordCost.usual == PasswordCost(rounds: 32_768, blockSize: 8, parallelism: 3))
    #expect(2 * 128 * PasswordCost.usual.rounds * PasswordCost.usual.blockSize <= 128 << 20)
  }

  @Test("a flood of logins is turned away with 503 rather than kept in memory")
  func flood() async throws {
    let derivations = Derivations(PasswordCost(rounds: 4096, blockSize: 8, parallelism: 3))
    let turned = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<60 {
        group.addTask { (try? await derivations.isRight("x", nil)) == nil }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    // Two run and 32 wait at most; how many are done before the last one asks is not ours to say.
    #expect(turned <= 26)
    #expect(turned > 0)
  }

  @Test("the old one is needed, other sessions end, and this one goes on under a new secret")
  func change() async throws {
    let site = try await TestSite.withCheapPasswords()
    try await site.setPassword("clerk")
    let stranger = try await site.client()
    let here = stranger.keeping(try await site.logIn("clerk", by: stranger))
    let elsewhere = stranger.keeping(try await site.logIn("clerk", by: stranger))
    let new = "a longer sentence of mine"
    func change(_ old: String, _ new: String, _ again: String) async throws -> Client.Reply {
      try await here.post("/password", ["old": old, "new": new, "again": again])
    }
    #expect(try await change("wrong wrong wrong", new, new).status == 422)
    #expect(try await change(TestSite.password, new, "another sentence of mine").status == 422)
    #expect(try await change(TestSite.password, "too short", "too short").status == 422)
    #expect(try await change(TestSite.password, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa").status == 422)
    for run in ["123456789012", "109876543210", "abcdefghijkl", "LKJIHGFEDCBA", "abcdabcdabcd"] {
      #expect(try await change(TestSite.password, run, run).status == 422, "\(run)")
    }
    #expect(try await change(TestSite.password, "the clerk is here", "the clerk is here").status == 422)
    #expect(try await elsewhere.get("/access").status == 200)
    let changed = try await change(TestSite.password, new, new)
    #expect(changed.location == "/password?changed=yes")
    #expect(try await elsewhere.get("/access").isSentToLogin)
    #expect(try await here.get("/access").isSentToLogin)
    #expect(try await here.keeping(changed).get("/access").status == 200)
    #expect(try await site.logIn("clerk", by: stranger).status == 422)
    #expect(try await site.logIn("clerk", new, by: stranger).status == 303)
  }

  @Test("who came in with a slip has no password to set", arguments: ["J4", "yy001"])
  func none(_ login: String) async throws {
    let site = try await TestSite()
    #expect(try await site.client(login).get("/password").status == 403)
  }
}

import Foundation
import Journal
import TestSupport
import Testing

@testable import Web

private let openssl = Program("/usr/bin/openssl")
private let curl = Program("/usr/bin/curl")

/// A certificate that signs itself, and its key.
private struct SelfSigned {
  let folder: TemporaryFolder
  var certificate: String { "\(folder.path)/site.pem" }
  var key: String { "\(folder.path)/site.key" }

  init() async throws {
    folder = try TemporaryFolder()
    let made = try await openssl.run([
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
    ])
    try #require(made.status == 0, "\(made.errors)")
  }
}

@Suite("The site over TLS", .turns, .enabled(if: openssl.isThere, "openssl is missing"))
struct TLSTests {
  @Test(
    "a certificate and its key serve HTTPS, with cookies for this host alone and a year of it",
    .enabled(if: curl.isThere, "curl is missing"))
  func serves() async throws {
    let made = try await SelfSigned()
    var options = SiteOptions()
    (options.certificate, options.key) = (made.certificate, made.key)
    let site = try await TestSite(options: options)
    #expect(site.base.hasPrefix("https://"))
    let page = try await curl.run(["-s", "-i", "--cacert", made.certificate, "\(site.base)/login"])
    #expect(page.status == 0)
    #expect(page.output.contains("200 OK"))
    let cookie = page.output.firstMatch(of: /(?i)set-cookie: ([^\r\n]*)/).map { String($0.output.1) } ?? ""
    #expect(cookie.hasPrefix("__Host-studio-visit=") && cookie.contains("; Secure"))
    #expect(page.output.lowercased().contains("strict-transport-security: max-age=31536000"))
    // 35: the connection was refused as too old.
    let old = try await curl.run(["-s", "--tls-max", "1.1", "--cacert", made.certificate, "\(site.base)/login"])
    #expect(old.status != 0)
  }

  @Test("a missing file, one that is none, and a key of another certificate are each refused, naming the file")
  func wrong() async throws {
    let (made, other) = (try await SelfSigned(), try await SelfSigned())
    let nonsense = try made.folder.write("nonsense.pem", "nothing\n")
    let pairs = [
      ("\(made.folder.path)/none.pem", made.key), (nonsense, made.key), (made.certificate, nonsense),
      (made.certificate, other.key),
    ]
    for (certificate, key) in pairs {
      var options = SiteOptions()
      (options.certificate, options.key) = (certificate, key)
      do {
        _ = try await TestSite(options: options)
        Issue.record("\(certificate) \(key)")
      } catch let error as SiteError {
        #expect(error.code == .certificate)
      }
    }
  }
}

@Suite("A form that comes too slowly is not waited for", .turns)
struct SlowFormTests {
  @Test("what comes byte by byte is refused when its time is over, and the next visitor is answered")
  func trickle() async throws {
    var options = SiteOptions()
    options.formTime = 1
    let site = try await TestSite(options: options)
    let port = site.port
    let script = """
      trap '' PIPE
      exec 3<>/dev/tcp/127.0.0.1/\(port)
      head -n 1 <&3 &
      printf 'POST /login HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Type: application/x-www-form-urlencoded\\r\\n' >&3
      printf 'Cookie: studio-visit=v\\r\\nContent-Length: 1000\\r\\n\\r\\n' >&3
      for turn in {1..400}; do printf a >&3 || break; sleep 0.25; done 2> /dev/null
      wait
      """
    let found = try await Program("/bin/bash", "-c").run([script])
    #expect(found.output.hasPrefix("HTTP/1.1 408"), "\(found)")
    #expect(try await site.client().get("/login").status == 200)
  }
}

@Suite("No more connections are taken than there is room for", .turns)
struct ConnectionTests {
  @Test("who comes after the last waits until another goes, and is answered then")
  func waits() async throws {
    var options = SiteOptions()
    options.connections = 2
    let site = try await TestSite(options: options)
    let port = site.port
    let script = """
      place=/dev/tcp/127.0.0.1/\(port)
      ask() { printf 'GET /login HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\n\\r\\n' >&"$1"; }
      exec 3<>$place; ask 3; read -r -t 30 -u 3 one; echo "$one"
      exec 4<>$place; ask 4; read -r -t 30 -u 4 two; echo "$two"
      exec 5<>$place; ask 5; read -r -t 1 -u 5 three || echo waits
      exec 3>&-
      read -r -t 30 -u 5 three; echo "$three"
      """
    let found = try await Program("/bin/bash", "-c").run([script])
    let lines = found.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.count == 4 && lines[2] == "waits", "\(found)")
    #expect([0, 1, 3].allSatisfy { lines.indices.contains($0) && lines[$0].hasPrefix("HTTP/1.1 200") }, "\(found)")
  }

  @Test("the process keeps some of its files for the register")
  func room() {
    #expect(Descriptors.connections(4096, of: nil) == 4096)
    #expect(Descriptors.connections(4096, of: 65_536) == 4096)
    #expect(Descriptors.connections(4096, of: 1024) == 896)
    #expect(Descriptors.connections(4096, of: 100) == 50)
    #expect(Descriptors.connections(2, of: 1) == 1)
  }
}

@Suite("studio serve says what is wrong, and ends when it is told to", .turns)
struct ServeTests {
  private func failure(_ arguments: [String]) async throws -> Program.Run {
    try await Program.studio.run(
      ["serve"] + arguments, environment: ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"])
  }

  @Test("SIGTERM and SIGINT end it in order, with code 0", arguments: [SIGTERM, SIGINT])
  func stops(_ signal: Int32) async throws {
    let folder = try TemporaryFolder()
    let file = try await StoryFile.shared.copy(into: folder)
    try await Program.studio.running(["serve", "--database", file, "--port", "0"]) { server in
      let base = try #require(await server.line())
      #expect(base.hasPrefix("http://127.0.0.1:"))
      #expect(try await Client(base: base, cookies: [:]).get("/login").status == 200)
      server.send(signal)
      #expect(await server.ended() == 0)
    }
  }

  @Test("commands and the site work on one file: what either does the other sees, and no log is removed under the site")
  func oneFile() async throws {
    let folder = try TemporaryFolder()
    let file = try await StoryFile.shared.copy(into: folder)
    let sessions = try await Program.studio.running(["serve", "--database", file, "--port", "0"]) { server in
      let base = try #require(await server.line())
      var sessions: [String] = []
      for turn in 1...3 {
        let code = try await Self.code(for: "guest\(turn)", file)
        // The site knows whom the command let in, and writes beside it.
        let entered = try await Client(base: base, cookies: ["studio-visit": "v"]).post("/enter", ["code": code])
        #expect(entered.location == "/password", "\(entered.status)")
        sessions.append(try #require(entered.cookies.first { $0.name == "studio-session" }?.value))
        let open = try Self.files(of: server)
        #expect(open.contains { $0.hasSuffix("register.sqlite-wal") })
        #expect(!open.contains { $0.hasSuffix("(deleted)") }, "\(open)")
      }
      return sessions
    }
    let verified = try await Program.studio.run(["journal", "verify", "--database", file])
    #expect(verified.status == 0, "\(verified.errors)")
    let side = try SideTables(SQLiteStore(path: file))
    for secret in sessions { #expect(try await side.session(digest(secret), at: 0) != nil) }
  }

  /// Opens an account for a supervisor by commands, and issues a code for it.
  private static func code(for login: String, _ file: String) async throws -> String {
    let open = ["account", "open", login, "--role", "supervisor", "--name", "周边", "--as", "approver"]
    let opened = try await Program.studio.run(open + ["--database", file])
    #expect(opened.status == 0, "\(opened.errors)")
    let issued = try await Program.studio.run(["access", "issue", login, "--as", "approver", "--database", file])
    return try #require(issued.output.firstMatch(of: /enter\?code=([0-9A-Z]+)/).map { String($0.1) }, "\(issued)")
  }

  /// What a process has open.
  private static func files(of program: Program.Running) throws -> [String] {
    let folder = "/proc/\(program.identifier)/fd"
    return try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
    }
  }

  @Test("a port that is taken, an address that is not this machine's, and files that are none: a sentence and code 1")
  func plain() async throws {
    let site = try await TestSite()
    let port = site.port
    let folder = try TemporaryFolder()
    let file = try await StoryFile.shared.copy(into: folder)
    let cases: [([String], String)] = [
      (["--port", port], "port \(port) is taken"), (["--port", "0", "--host", "192.0.2.1"], "address 192.0.2.1"),
      (["--port", "0", "--host", "nowhere.invalid"], "address nowhere.invalid"),
      (["--port", "0", "--tls-certificate", file, "--tls-key", file], "certificate or its key cannot be read"),
    ]
    for (arguments, words) in cases {
      let found = try await failure(["--database", file] + arguments)
      #expect(found.status == 1, "\(arguments)")
      #expect(found.errors.contains(words), "\(found.errors)")
      #expect(!found.errors.contains("Error:"), "\(found.errors)")
    }
    #expect(try await failure(["--tls-key", file]).status == 64)
    let named = try await failure(["--database", file, "--port", "0", "--trusted-proxy", "nginx"])
    #expect(named.status == 64 && named.errors.contains("“nginx” is none"), "\(named.errors)")
  }

  @Test("an https address without a certificate means a proxy, of which a note says that it should be named")
  func proxy() async throws {
    let site = try await TestSite()
    let port = site.port
    let folder = try TemporaryFolder()
    let file = try await StoryFile.shared.copy(into: folder)
    // The port is taken, so that it ends by itself.
    func errors(_ arguments: String...) async throws -> String {
      try await failure(["--database", file, "--port", port] + arguments).errors
    }
    let address = ["--address", "https://studio.example.gov.cn"]
    #expect(try await errors(address[0], address[1]).contains("--trusted-proxy"))
    #expect(try await !errors(address[0], address[1], "--trusted-proxy", "::1").contains("--trusted-proxy"))
    #expect(try await !errors("--address", "http://studio.example.gov.cn").contains("--trusted-proxy"))
  }

  @Test(
    "it may open more files than it was started with, where the system lets it",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/limits"), "no /proc"))
  func files() async throws {
    let folder = try TemporaryFolder()
    let file = try await StoryFile.shared.copy(into: folder)
    let limited = Program("/bin/bash", "-c", "ulimit -Sn 200 && exec \"$0\" \"$@\"", Program.studio.path)
    let limits = try await limited.running(["serve", "--database", file, "--port", "0"]) { server in
      let base = try #require(await server.line())
      #expect(base.hasPrefix("http://127.0.0.1:"))
      return try String(contentsOfFile: "/proc/\(server.identifier)/limits", encoding: .utf8)
    }
    let line = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max open files") })
    let numbers = line.split(separator: " ").compactMap { Int($0) }
    #expect(numbers.count == 2 && numbers[0] == min(numbers[1], 65_536), "\(line)")
  }
}

import Foundation
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
    let port = site.base.split(separator: ":").last.map(String.init) ?? ""
    let script = """
      trap '' PIPE
      exec 3<>/dev/tcp/127.0.0.1/\(port)
      head -n 1 <&3 &
      printf 'POST /login HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\nContent-Type: application/x-www-form-urlencoded\\r\\n' >&3
      printf 'Content-Length: 1000\\r\\n\\r\\n' >&3
      for turn in {1..400}; do printf a >&3 || break; sleep 0.25; done 2> /dev/null
      wait
      """
    let found = try await Program("/bin/bash", "-c").run([script])
    #expect(found.output.hasPrefix("HTTP/1.1 408"), "\(found)")
    #expect(try await site.client().get("/login").status == 200)
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
    let file = "\(folder.path)/register.sqlite"
    try FileManager.default.copyItem(atPath: try await StoryFile.shared.path(), toPath: file)
    try await Program.studio.running(["serve", "--database", file, "--port", "0"]) { server in
      let base = try #require(await server.line())
      #expect(base.hasPrefix("http://127.0.0.1:"))
      #expect(try await Client(base: base, cookies: [:]).get("/login").status == 200)
      server.send(signal)
      #expect(await server.ended() == 0)
    }
  }

  @Test("a port that is taken, an address that is not this machine's, and files that are none: a sentence and code 1")
  func plain() async throws {
    let site = try await TestSite()
    let port = site.base.split(separator: ":").last.map(String.init) ?? ""
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/register.sqlite"
    try FileManager.default.copyItem(atPath: try await StoryFile.shared.path(), toPath: file)
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
  }
}

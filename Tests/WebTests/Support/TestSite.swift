import Foundation
import FoundationNetworking
import InstalledModules
import Journal
import RubricFiles
import Scoring
import StudioRegistry
import Synchronization
import TestSupport
import Wording

@testable import Web
@testable import studio

/// The real site on a register of its own, in the middle of the story's second round, on a port that was free.
final class TestSite: Sendable {
  let folder: TemporaryFolder
  let store: SQLiteStore
  let registrar: Registrar
  let site: Site
  let clock: StoryClock
  let base: String
  /// The names of the templates that were rendered.
  let rendered: Rendered
  private let server: Task<Void, any Error>

  /// The site ended without a word before anybody could come.
  struct NotServed: Error {
    let file: String
  }

  final class Rendered: Sendable {
    let names = Mutex<Set<String>>([])
  }

  /// - Parameter shared: the folder of a site that tests share.
  init(options: SiteOptions = SiteOptions(), story: String? = nil, in shared: TemporaryFolder? = nil) async throws {
    folder = try shared ?? TemporaryFolder()
    let file = "\(folder.path)/register.sqlite"
    let told = if let story { story } else { try await StoryFile.shared.path() }
    try FileManager.default.copyItem(atPath: told, toPath: file)
    guard let day = Day("2026-01-23") else { throw NumberError.outOfRange }
    let clock = StoryClock(day)
    self.clock = clock
    store = try SQLiteStore(path: file)
    registrar = try await Registrar(store, modules: ModuleRegistry(installedModules), clock: { clock.now })
    let rendered = Rendered()
    self.rendered = rendered
    var options = options
    options.port = 0
    let site = try Site(
      options, store, registrar, clock: { clock.now },
      onRender: { name in rendered.names.withLock { _ = $0.insert(name) } })
    self.site = site
    let (ports, continuation) = AsyncStream<Int>.makeStream()
    server = Task {
      // Whoever waits for the port learns that there will be none.
      defer { continuation.finish() }
      try await site.run { port in
        continuation.yield(port)
        continuation.finish()
      }
    }
    var iterator = ports.makeAsyncIterator()
    guard let port = await iterator.next() else {
      try await server.value
      throw NotServed(file: file)
    }
    base = "\(options.certificate == nil ? "http" : "https")://127.0.0.1:\(port)"
  }

  deinit { server.cancel() }

  /// The port on which it listens.
  var port: String { base.split(separator: ":").last.map(String.init) ?? "" }

  /// A browser of somebody who is logged in; of nobody where no login is given.
  func client(_ login: String? = nil, language: Language = .zh) async throws -> Client {
    guard let login else {
      return Client(site: self, base: base, cookies: ["studio-visit": "v", "studio-language": language.rawValue])
    }
    let account = try await account(login)
    let secret = "\(login)-\(UUID().uuidString)"
    try await site.side.begin(
      Session(digest: digest(secret), account: account.id, began: clock.now, expires: clock.now + 1 << 40))
    return Client(site: self, base: base, cookies: ["studio-session": secret, "studio-language": language.rawValue])
  }

  /// The round that is being marked.
  func round() async throws -> Round {
    guard let round = try await registrar.read({ $0.roundsInOrder.last }) else { throw Turned.notFound }
    return round
  }

  func studio(_ code: String) async throws -> Studio {
    guard let studio = try await registrar.read({ $0.studio(named: code) }) else { throw Turned.notFound }
    return studio
  }
}

/// The story's register, told once for all tests.
actor StoryFile {
  static let shared = StoryFile()
  private var telling: Task<String, any Error>?

  /// A copy of its own for whoever writes to it.
  func copy(into folder: TemporaryFolder) async throws -> String {
    let file = "\(folder.path)/register.sqlite"
    try FileManager.default.copyItem(atPath: try await path(), toPath: file)
    return file
  }

  func path() async throws -> String {
    if let telling { return try await telling.value }
    let task = Task {
      let file = "\(try TemporaryFolder.untilTheEnd().path)/story.sqlite"
      let story = try await Story(file: file, rules: RuleSetFolder(Repository.rules), Terminal(.zh, isSilent: true))
      try await story.tellUntilMarking()
      try story.desk.store.close()
      return file
    }
    telling = task
    return try await task.value
  }
}

/// A browser without a window: it keeps its cookies and follows no redirect.
struct Client: Sendable {
  /// Its site, which ends with whoever still has to do with it; nil for a server that runs elsewhere.
  var site: TestSite?
  let base: String
  let cookies: [String: String]

  struct Reply: Sendable {
    let status: Int
    let headers: [String: String]
    let body: Data

    var text: String { String(decoding: body, as: UTF8.self) }
    /// Where a redirect leads.
    var location: String? { headers["location"] }
  }

  /// What a test asked for that is no address.
  struct NoAddress: Error {
    let text: String
  }

  /// What the forms of this visitor carry.
  var token: String { digest("form \(cookies["studio-session"] ?? cookies["studio-visit"] ?? "")") }

  func get(_ path: String) async throws -> Reply { try await send(request(path)) }

  func post(_ path: String, _ fields: [String: String] = [:], token: String? = nil) async throws -> Reply {
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "-._~")
    let pairs = (["token": token ?? self.token].merging(fields) { _, new in new }).map { name, value in
      "\(name.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")=\(value.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }
    return try await post(encoded: pairs.joined(separator: "&"), to: path)
  }

  /// Sends a form in which a field may come several times, as it stands, with this visitor's token.
  func post(_ path: String, encoded: String) async throws -> Reply {
    try await post(encoded: "token=\(token)&\(encoded)", to: path)
  }

  private func post(encoded: String, to path: String) async throws -> Reply {
    var request = try request(path)
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.httpBody = Data(encoded.utf8)
    return try await send(request)
  }

  /// Sends a form with files.
  func post(_ path: String, _ fields: [String: String], files: [String: [UInt8]]) async throws -> Reply {
    let boundary = "boundary-\(UUID().uuidString)"
    var body = Data()
    for (name, value) in ["token": token].merging(fields, uniquingKeysWith: { _, new in new }) {
      body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for (name, bytes) in files {
      body += Data(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"scan.pdf\"\r\n\r\n".utf8)
      body += Data(bytes) + Data("\r\n".utf8)
    }
    body += Data("--\(boundary)--\r\n".utf8)
    var request = try request(path)
    request.httpMethod = "POST"
    request.setValue("multipart/form-data; boundary=\(boundary)", forHTTPHeaderField: "Content-Type")
    request.httpBody = body
    return try await send(request)
  }

  func request(_ path: String) throws -> URLRequest {
    guard let url = URL(string: base + path) else { throw NoAddress(text: base + path) }
    var request = URLRequest(url: url)
    request.setValue(cookies.map { "\($0)=\($1)" }.joined(separator: "; "), forHTTPHeaderField: "Cookie")
    return request
  }

  /// One for all: each holds sockets of its own for a while after its last answer.
  private static let session: URLSession = {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.httpCookieStorage = nil
    configuration.httpMaximumConnectionsPerHost = 100
    return URLSession(configuration: configuration, delegate: StayHere(), delegateQueue: nil)
  }()

  func send(_ request: URLRequest) async throws -> Reply {
    try await withCheckedThrowingContinuation { answer in
      Self.session.dataTask(with: request) { data, response, error in
        guard error == nil, let response = response as? HTTPURLResponse else {
          return answer.resume(throwing: error ?? URLError(.badServerResponse))
        }
        var headers: [String: String] = [:]
        for (name, value) in response.allHeaderFields { headers["\(name)".lowercased()] = "\(value)" }
        answer.resume(returning: Reply(status: response.statusCode, headers: headers, body: data ?? Data()))
      }.resume()
    }
  }

  private final class StayHere: NSObject, URLSessionTaskDelegate {
    func urlSession(
      _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
      newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
      completionHandler(nil)
    }
  }
}

import ArgumentParser
import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import Web
import Wording

/// `studio serve`: the panel and the bureau in the browser.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the register to browsers: judges, the departments, contacts, supervisors, public notices.",
    discussion: """
      EXAMPLES
        studio serve --demo
        studio serve --database studio.sqlite --host 0.0.0.0 --address http://192.168.1.7:8080
        studio serve --tls-certificate site.pem --tls-key site.key --port 8443
      """)

  @Option(help: ArgumentHelp("The register's file.", valueName: "file"))
  var database = "studio.sqlite"

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port = 8080

  @Option(help: "The address to listen on; 0.0.0.0 lets other machines in.")
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("How others reach the site, for the links on access slips.", valueName: "url"))
  var address: SiteAddress?

  @Option(help: ArgumentHelp("The certificate chain in PEM, to serve HTTPS.", valueName: "file"))
  var tlsCertificate: String?

  @Option(help: ArgumentHelp("The certificate's key in PEM.", valueName: "file"))
  var tlsKey: String?

  @Option(help: ArgumentHelp("The IP address of a proxy in front, whose X-Forwarded-For counts.", valueName: "address"))
  var trustedProxy: String?

  @Flag(help: "Write a line on each answer to standard error: route, status, milliseconds; nothing of who asked.")
  var verbose = false

  @Flag(help: "Show an invented county in the middle of a round, with one link for each role; nothing is kept.")
  var demo = false

  @OptionGroup var rules: RulesFolderOption
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if (tlsCertificate == nil) != (tlsKey == nil) {
      throw ValidationError("--tls-certificate and --tls-key go together")
    }
    if !(0...65535).contains(port) { throw ValidationError("a port is a number from 0 to 65535") }
    if let trustedProxy, PeerAddress(trustedProxy) == nil {
      throw ValidationError(
        "--trusted-proxy takes the proxy's IP address, such as 127.0.0.1 or ::1; “\(trustedProxy)” is none")
    }
  }

  func run() async throws {
    let terminal = language.terminal
    try await terminal.reporting {
      var options = SiteOptions()
      (options.host, options.port, options.address) = (host, port, address?.text)
      (options.certificate, options.key, options.isDemo) = (tlsCertificate, tlsKey, demo)
      options.proxy = trustedProxy.flatMap { PeerAddress($0) }
      if verbose { options.log = { terminal.say($0) } }
      let isBehindProxy = tlsCertificate == nil && address?.text.hasPrefix("https:") == true
      if isBehindProxy, options.proxy == nil { terminal.warn(terminal.phrases.notice(.proxyNotNamed)) }
      Descriptors.raise()
      if demo { return try await serveDemo(options, terminal) }
      try await serve(options, SQLiteStore(path: database), terminal) { Int(Date().timeIntervalSince1970 * 1000) }
    }
  }

  private func serve(
    _ options: SiteOptions, _ store: SQLiteStore, _ terminal: Terminal, clock: @escaping @Sendable () -> Int
  ) async throws {
    let registrar = try await Registrar(
      store, modules: ModuleRegistry(installedModules), workers: ProcessInfo.processInfo.activeProcessorCount,
      clock: clock)
    let site = try Site(options, store, registrar, clock: clock)
    let links = options.isDemo ? try await demoAccounts(registrar) : []
    let scheme = options.certificate == nil ? "http" : "https"
    do {
      try await site.run { port in
        let here = "\(scheme)://\(Self.reachable(options.host)):\(port)"
        let base = options.address ?? here
        terminal.show(here)
        for account in links {
          terminal.show("\(base)/demo/\(account.id)  \(account.login)  \(terminal.phrases.role(account.role))")
        }
      }
    } catch let error as SiteError {
      throw Self.failure(error, terminal)
    }
  }

  /// A host as it stands in a link: where the site listens on every address, this machine's own.
  private static func reachable(_ host: String) -> String {
    switch host {
    case "0.0.0.0": "127.0.0.1"
    case "::": "[::1]"
    case _ where host.contains(":"): "[\(host)]"
    default: host
    }
  }

  /// What kept the site from being served, in words; anything else stays a fault of the program.
  private static func failure(_ error: SiteError, _ terminal: Terminal) -> any Error {
    switch error.code {
    case .portTaken: Failure(terminal.phrases.notice(.portTaken(error.message)))
    case .badHost: Failure(terminal.phrases.notice(.badHost(error.message)))
    case .certificate: Failure(terminal.phrases.notice(.badCertificate(error.message)))
    default: error
    }
  }

  /// The demonstration's register in a temporary file, with a clock that goes on from where its story stops.
  private func serveDemo(_ options: SiteOptions, _ terminal: Terminal) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("studio-serve-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("demo.sqlite").path
    let story = try await Story(file: file, rules: rules.folder(terminal), Terminal(terminal.language, isSilent: true))
    try await story.tellUntilMarking()
    let (began, start) = (story.clock.now, Date())
    try await serve(options, story.desk.store, terminal) {
      began + Int(Date().timeIntervalSince(start) * 1000)
    }
  }

  /// One account of each role.
  private func demoAccounts(_ registrar: Registrar) async throws -> [Account] {
    try await registrar.read { register in
      Role.allCases.compactMap { role in
        let accounts = register.accounts.values.filter { $0.role == role && $0.closed == nil }
        // A judge who has not marked anything has the most to see.
        let unsigned = register.roundsInOrder.last?.unsigned.map(\.judge) ?? []
        return accounts.min { left, right in
          let isBusy = (unsigned.contains(left.id), unsigned.contains(right.id))
          return isBusy.0 != isBusy.1 ? isBusy.0 : left.id < right.id
        }
      }
    }
  }
}

/// How others reach the site: `https://studio.example.gov.cn`, without anything behind the host and port.
struct SiteAddress: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    let text = argument.hasSuffix("/") ? String(argument.dropLast()) : argument
    guard
      text.wholeMatch(of: #/https?:\/\/[A-Za-z0-9.\-]+(:[0-9]{1,5})?|https?:\/\/\[[0-9A-Fa-f:]+\](:[0-9]{1,5})?/#)
        != nil
    else { return nil }
    self.text = text
  }

  private init(_ text: String) { self.text = text }

  /// Where the site is unless it is told otherwise.
  static let usual = SiteAddress("http://127.0.0.1:8080")

  var defaultValueDescription: String { text }
}

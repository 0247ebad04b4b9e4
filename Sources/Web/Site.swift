import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Journal
import Logging
import NIOCore
import NIOSSL
import StudioRegistry

/// How the site is reached, and what it takes.
package struct SiteOptions: Sendable {
  package var host = "127.0.0.1"
  /// 0 for any that is free.
  package var port = 8080
  /// `https://studio.example.gov.cn`: how others reach it, where that is not how it listens.
  package var address: String?
  /// Files in PEM, which make it serve HTTPS.
  package var certificate: String?
  package var key: String?
  /// Whether it shows the demonstration, in which a link is enough to come in.
  package var isDemo = false
  /// Bytes of a form, and of one with files.
  package var formLimit = 256 * 1024
  package var uploadLimit = 16 * 1024 * 1024
  /// How long a form may take to arrive, in seconds, and one with files.
  package var formTime = 30
  package var uploadTime = 300
  /// How many forms with files may be in memory at once.
  package var uploadsAtOnce = 4
  /// How many connections there may be at once, as far as the process may have as many; who comes after waits. A browser keeps
  /// up to six.
  package var connections = 4096
  /// The address of a proxy in front whose word on where a request comes from counts (`X-Forwarded-For`).
  package var proxy: PeerAddress?
  package var passwordCost = PasswordCost.usual
  /// Told of every answer, in a line that names nobody.
  package var log: (@Sendable (String) -> Void)?

  package init() {}

  /// Whether visitors reach it through TLS, here or at a proxy in front.
  var isSecure: Bool { certificate != nil || address?.hasPrefix("https://") == true }
}

/// The site on a register: pages for judges, the departments, contacts, supervisors and the public.
package struct Site: Sendable {
  let options: SiteOptions
  let store: SQLiteStore
  let side: SideTables
  let chronicle: Chronicle
  let registrar: Registrar
  let templates: Templates
  let files: StaticFiles
  let derivations: Derivations
  let clock: @Sendable () -> Int
  let sheetForms = SheetForms()
  let uploads: Uploads

  /// - Parameters:
  ///   - clock: the milliseconds since 1970 UTC.
  ///   - onRender: told of every template that is rendered.
  /// - Throws: ``SiteError`` where a template or a style sheet is missing; ``StoreError``.
  package init(
    _ options: SiteOptions, _ store: SQLiteStore, _ registrar: Registrar, clock: @escaping @Sendable () -> Int,
    onRender: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    self.options = options
    self.store = store
    self.registrar = registrar
    self.clock = clock
    side = try SideTables(store)
    chronicle = try Chronicle(store)
    templates = try Templates(onRender: onRender)
    files = try StaticFiles(Templates.folder("Static"))
    derivations = Derivations(options.passwordCost)
    uploads = Uploads(most: options.uploadsAtOnce)
  }

  /// Every address of the site.
  package static var routes: [Route] {
    siteRoutes + loginRoutes + judgeRoutes + roundRoutes + registerRoutes + contactRoutes + noticeRoutes + printRoutes
      + pictureRoutes + watchRoutes
  }

  /// Serves until it is told to stop.
  ///
  /// - Parameter onListening: told the port once visitors can come.
  package func run(onListening: @escaping @Sendable (Int) async -> Void = { _ in }) async throws {
    let gate = Gate(site: self)
    let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
    for route in Self.routes + (options.isDemo ? Self.demoRoutes : []) {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        await gate.answer(request, context, route)
      }
    }
    router.add(middleware: Unrouted(gate: gate))
    var logger = Logger(label: "studio.web")
    logger.logLevel = .warning
    let application = Application(
      router: router, server: try server(),
      configuration: ApplicationConfiguration(
        // A whole panel may come at once.
        address: .hostname(options.host, port: options.port), backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(
          Descriptors.connections(options.connections, of: Descriptors.limit))),
      onServerRunning: { channel in await onListening(channel.localAddress?.port ?? 0) }, logger: logger)
    do {
      try await application.runService()
    } catch let error as IOError where [EADDRINUSE, EACCES].contains(error.errnoCode) {
      throw SiteError(.portTaken, "\(options.port)", cause: error)
    } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
      throw SiteError(.badHost, options.host, cause: error)
    } catch let error as SocketAddressError.UnknownHost {
      throw SiteError(.badHost, options.host, cause: error)
    } catch let error as SocketAddressError {
      throw SiteError(.badHost, options.host, cause: error)
    }
  }

  private func server() throws -> HTTPServerBuilder {
    let http = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(60)))
    guard let certificate = options.certificate, let key = options.key else { return http }
    func reading<Value>(_ file: String, _ read: () throws -> Value) throws -> Value {
      do { return try read() } catch { throw SiteError(.certificate, file, cause: error) }
    }
    let chain = try reading(certificate) {
      let chain = try NIOSSLCertificate.fromPEMFile(certificate)
      guard !chain.isEmpty else { throw SiteError(.certificate, certificate) }
      return chain.map { NIOSSLCertificateSource.certificate($0) }
    }
    let secret = try reading(key) { try NIOSSLPrivateKey(file: key, format: .pem) }
    return try reading("\(certificate), \(key)") {
      var tls = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(secret))
      tls.minimumTLSVersion = .tlsv12
      // Finds a key of another certificate, which would show only when the server starts.
      _ = try NIOSSLContext(configuration: tls)
      return try .tls(http, tlsConfiguration: tls)
    }
  }
}

/// Answers where no route does, with a page as well.
private struct Unrouted: RouterMiddleware {
  let gate: Gate

  @concurrent func handle(
    _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound || error.status == .methodNotAllowed {
      return await gate.nothing(request, context)
    }
  }
}

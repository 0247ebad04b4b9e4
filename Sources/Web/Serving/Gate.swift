import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Journal
import Logging
import NIOCore
import Scoring
import StudioRegistry
import Wording

/// What the server knows of a request beside what it says: where it comes from.
struct SiteContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let origin: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    origin = source.channel.remoteAddress?.ipAddress ?? "-"
  }
}

/// Where every request passes: limits, session, right to come, origin of the form; and every error becomes a page.
struct Gate: Sendable {
  let site: Site

  func answer(_ request: Request, _ context: SiteContext, _ route: Route) async -> Response {
    guard let log = site.options.log else { return await answered(request, context, route) }
    let start = ContinuousClock.now
    let response = await answered(request, context, route)
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    // The route's pattern, never what stands in its place: an id, a code, a login.
    let pattern = route.path.isEmpty ? "-" : route.path
    log("\(request.method) \(pattern) \(response.status.code) \(Int(milliseconds)) ms")
    return response
  }

  private func answered(_ request: Request, _ context: SiteContext, _ route: Route) async -> Response {
    let cookies = Cookies(request, isSecure: site.options.isSecure)
    var visit = bareVisit(request, context, route, cookies)
    do {
      visit = try await met(visit, cookies)
      guard route.access.admits(visit.visitor?.role) else {
        if visit.visitor != nil { throw Turned.denied }
        // What was typed does not go with the login.
        visit = (try? await filled(visit, request)) ?? visit
        throw Turned.loggedOut
      }
      // A file takes memory from its arrival until the page has answered.
      let holdsFiles = route.takesFiles && Self.isMultipart(request)
      if holdsFiles { try site.uploads.begin() }
      defer { if holdsFiles { site.uploads.end() } }
      visit = try await filled(visit, request)
      try checkToken(visit)
      return finished(try await answeredOnce(visit), for: visit, request)
    } catch {
      visit.form = comesFromHere(visit, request) ? visit.form : Form()
      return finished(refused(error, visit, context), for: visit, request)
    }
  }

  /// What answers where no route does.
  func nothing(_ request: Request, _ context: SiteContext) async -> Response {
    await answer(request, context, .get("", .everyone) { _ in throw Turned.notFound })
  }

  // MARK: Before a page

  private func bareVisit(
    _ request: Request, _ context: SiteContext, _ route: Route, _ cookies: Cookies
  ) -> Visit {
    let isSecure = site.options.isSecure
    var parameters: [String: String] = [:]
    for (name, value) in context.parameters { parameters[String(name)] = String(value) }
    let known = cookies[.session] ?? cookies[.visit]
    let secret = known ?? randomText(bytes: 16)
    return Visit(
      site: site, route: route, path: request.uri.path, rawQuery: request.uri.query ?? "",
      parameters: parameters,
      query: Form(encoded: request.uri.query ?? ""),
      language: cookies[.language].flatMap(Language.init(rawValue:)) ?? .zh,
      cookies: cookies, token: digest("form \(secret)"), newcomer: known == nil ? secret : nil,
      origin: origin(of: request, context), isSecure: isSecure,
      address: site.options.address ?? "\(isSecure ? "https" : "http")://\(host(of: request))", now: site.clock())
  }

  /// Where a request comes from: the socket's address, or what a trusted proxy says of it.
  private func origin(of request: Request, _ context: SiteContext) -> String {
    guard let proxy = site.options.proxy, proxy == PeerAddress(context.origin),
      let name = HTTPField.Name("X-Forwarded-For"),
      let last = request.headers[name]?.split(separator: ",").last
    else { return context.origin }
    return PeerAddress.plain(last.trimmingCharacters(in: .whitespaces)) ?? context.origin
  }

  /// The host that was asked for, where it can be one.
  private func host(of request: Request) -> String {
    let host = request.head.authority ?? ""
    let isHost = host.utf8.allSatisfy { byte in
      let sign = Character(Unicode.Scalar(byte))
      return sign.isASCII && (sign.isLetter || sign.isNumber || ".:-[]".contains(sign))
    }
    return isHost && !host.isEmpty ? host : "\(site.options.host):\(site.options.port)"
  }

  /// The visit with who is logged in; that the session is in use is noted now and then.
  private func met(_ visit: Visit, _ cookies: Cookies) async throws -> Visit {
    guard let secret = cookies[.session],
      let session = try await site.side.session(digest(secret), at: visit.now)
    else { return visit }
    let visitor: Visitor? = try await site.registrar.read { register in
      guard let account = register.accounts[session.account] else { return nil }
      let day = register.day(at: visit.now)
      guard account.isOpen(on: day) else { return nil }
      // A deputyship that is over is over at once, whatever the session says.
      let principals = register.principals(of: account.id, on: day)
      let principal = principals.first { $0.id == session.behalf } ?? account
      return Visitor(session: session, account: account, principal: principal, isDeputy: !principals.isEmpty)
    }
    if let visitor, let expires = SessionTime.prolonged(session, of: visitor.account.role, at: visit.now) {
      try await site.side.touch(session.digest, at: visit.now, expires: expires)
    }
    return visit.with(visitor: visitor, form: visit.form)
  }

  // MARK: After a page

  /// An error as a page: what is meant for people in words, all else as a number that the log knows.
  private func refused(_ error: any Error, _ visit: Visit, _ context: SiteContext) -> Answer {
    let phrases = visit.phrases
    func say(_ title: SiteLabel, _ text: String, _ status: HTTPResponse.Status) -> Answer {
      (try? visit.message(phrases.page(title), text, status: status)) ?? Answer(status: .internalServerError)
    }
    func spare(_ title: SiteLabel, _ text: SiteLabel) -> Answer {
      (try? visit.sparedPage(title, text)) ?? Answer(status: .internalServerError)
    }
    switch error {
    case let turned as Turned:
      switch turned {
      case .notFound: return say(.notFound, phrases.page(SiteLabel.notFoundText), .notFound)
      case .denied: return say(.denied, phrases.page(SiteLabel.deniedText), .forbidden)
      case .loggedOut where visit.route.method == .get: return .redirect("/login?back=\(visit.ownPath.inQuery)")
      case .loggedOut: return spare(.loggedOut, .loggedOutText)
      case .forged: return spare(.forged, .forgedText)
      case .tooLarge: return say(.refused, phrases.page(SiteLabel.tooLargeText), .contentTooLarge)
      case .sentBefore: return say(.sentBefore, phrases.page(SiteLabel.sentBeforeText), .conflict)
      case .unreadable: return say(.refused, phrases.page(SiteLabel.unreadableText), .badRequest)
      case .slow: return say(.refused, phrases.notice(LoginNotice.slow), .requestTimeout)
      case .wait(let minutes):
        var answer = say(.logIn, phrases.notice(LoginNotice.wait(minutes: minutes)), .tooManyRequests)
        answer.headers[.retryAfter] = "\(minutes * 60)"
        return answer
      case .busy: return say(.logIn, phrases.notice(LoginNotice.busy), .serviceUnavailable)
      case .crowded: return say(.refused, phrases.page(SiteLabel.crowdedText), .serviceUnavailable)
      case .said(let text): return say(.refused, text, .unprocessableContent)
      }
    case let refusal as Refusal: return say(.refused, phrases.refusal(refusal), .unprocessableContent)
    default:
      context.logger.error("failed", metadata: ["route": "\(visit.route.path)", "error": "\(error)"])
      return say(.failed, "\(phrases.page(SiteLabel.failedText)) \(context.id)", .internalServerError)
    }
  }

  private func finished(_ answer: Answer, for visit: Visit, _ request: Request) -> Response {
    var answer = answer
    // Whoever may come to a form that logs in needs something that ties it to this browser, from the first page on.
    let isPage = visit.route.method == .get && answer.headers[.cacheControl] == nil
    if let secret = visit.newcomer, isPage, answer.headers[.setCookie] == nil {
      answer = answer.setting(.visit, to: secret, seconds: 86_400, isSecure: visit.isSecure)
    }
    var response = answer.response
    for (name, value) in SecurityHeaders.all(isSecure: visit.isSecure) where response.headers[name] == nil {
      response.headers[name] = value
    }
    return response
  }
}

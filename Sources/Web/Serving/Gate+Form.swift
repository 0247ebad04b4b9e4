import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

// What a form brings is read only once it is known who sends it, and no more of it than its page can use.
extension Gate {
  static func isMultipart(_ request: Request) -> Bool {
    (request.headers[.contentType] ?? "").lowercased().hasPrefix("multipart/form-data")
  }

  /// The visit with what its form holds, unless it is known already that it comes from elsewhere.
  func filled(_ visit: Visit, _ request: Request) async throws -> Visit {
    guard visit.route.method == .post else { return visit }
    // Without a cookie there is no token that could be right: nothing need be read to know that.
    guard visit.newcomer == nil else { throw Turned.forged }
    if let name = HTTPField.Name("Sec-Fetch-Site"), request.headers[name] == "cross-site" { throw Turned.forged }
    let form = try await form(of: request, visit)
    guard form.isPlain else { throw Turned.unreadable }
    return visit.with(visitor: visit.visitor, form: form)
  }

  /// - Throws: ``Turned/forged`` for a form that no page of this session has shown.
  func checkToken(_ visit: Visit) throws(Turned) {
    guard visit.route.method != .post || hasToken(visit) else { throw .forged }
  }

  private func hasToken(_ visit: Visit) -> Bool {
    visit.newcomer == nil && isSame((visit.form["token"] ?? "").utf8, visit.token.utf8)
  }

  /// Whether a form that is not taken was sent from a page of this site all the same, as the browser or the token says.
  func comesFromHere(_ visit: Visit, _ request: Request) -> Bool {
    guard visit.route.method == .post else { return true }
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] { return site == "same-origin" }
    return request.headers[.origin] == visit.address || hasToken(visit)
  }

  private func form(of request: Request, _ visit: Visit) async throws -> Form {
    let options = site.options
    let isMultipart = Self.isMultipart(request)
    let holdsFiles = isMultipart && visit.route.takesFiles && visit.visitor != nil
    var body = try await Self.body(
      of: request, upTo: holdsFiles ? options.uploadLimit : min(options.uploadLimit, options.formLimit),
      within: holdsFiles ? options.uploadTime : options.formTime)
    guard isMultipart else { return Form(encoded: String(buffer: body)) }
    let bytes = body.readBytes(length: body.readableBytes) ?? []
    // What was read is not kept beside its copy.
    body = ByteBuffer()
    guard let parts = Multipart(bytes, contentType: request.headers[.contentType] ?? "") else {
      throw Turned.unreadable
    }
    return Form(parts)
  }

  /// A request's body, which may be neither too long nor too long on its way. One that stops coming idles, and is hung up on.
  private static func body(of request: Request, upTo most: Int, within seconds: Int) async throws -> ByteBuffer {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most { throw Turned.tooLarge }
    let end = ContinuousClock.now + .seconds(seconds)
    var body = ByteBuffer()
    do {
      for try await part in request.body {
        guard body.readableBytes + part.readableBytes <= most else { throw Turned.tooLarge }
        guard ContinuousClock.now < end else { throw Turned.slow }
        body.writeImmutableBuffer(part)
      }
    } catch let error where !(error is Turned) {
      throw Turned.unreadable
    }
    return body
  }
}

extension Visit {
  func with(visitor: Visitor?, form: Form) -> Visit {
    var visit = self
    (visit.visitor, visit.form) = (visitor, form)
    return visit
  }
}

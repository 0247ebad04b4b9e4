import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

// What a form brings is read only once it is known who sends it, and no more of it than its page can use.
extension Gate {
  static func isMultipart(_ request: Request) -> Bool {
    (request.headers[.contentType] ?? "").lowercased().hasPrefix("multipart/form-data")
  }

  /// The visit with what its form holds, once it is known that the form comes from here.
  func filled(_ visit: Visit, _ request: Request) async throws -> Visit {
    guard visit.route.method == .post else { return visit }
    // Without a cookie there is no token that could be right: nothing need be read to know that.
    guard visit.newcomer == nil else { throw Turned.forged }
    if let name = HTTPField.Name("Sec-Fetch-Site"), request.headers[name] == "cross-site" { throw Turned.forged }
    let form = try await form(of: request, visit.route)
    guard form.isPlain else { throw Turned.unreadable }
    guard isSame((form["token"] ?? "").utf8, visit.token.utf8) else { throw Turned.forged }
    return visit.with(visitor: visit.visitor, form: form)
  }

  private func form(of request: Request, _ route: Route) async throws -> Form {
    let options = site.options
    let isMultipart = Self.isMultipart(request)
    let holdsFiles = isMultipart && route.takesFiles
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

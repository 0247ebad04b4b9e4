import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Journal

/// What goes back to a visitor.
struct Answer: Sendable {
  var status: HTTPResponse.Status
  var headers: HTTPFields
  var body: ByteBuffer

  init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: ByteBuffer = ByteBuffer()) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
    Answer(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: ByteBuffer(string: text))
  }

  /// Goes on to another page of this site, so that going back does not send a form again.
  static func redirect(_ path: String) -> Answer {
    Answer(status: .seeOther, headers: [.location: path])
  }

  /// The same, with word of what was recorded.
  static func redirect(_ path: String, _ receipt: Receipt) -> Answer {
    let separator = path.contains("?") ? "&" : "?"
    return redirect("\(path)\(separator)entries=\(receipt.entries.lowerBound)-\(receipt.entries.upperBound)")
  }

  /// A file to keep. Its name is made here, never by a visitor.
  static func download(_ bytes: [UInt8], type: String, name: String) -> Answer {
    Answer(
      headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""],
      body: ByteBuffer(bytes: bytes))
  }

  var response: Response { Response(status: status, headers: headers, body: .init(byteBuffer: body)) }

  /// The same, with a cookie that scripts cannot read.
  func setting(_ cookie: SiteCookie, to value: String, seconds: Int, isSecure: Bool) -> Answer {
    var answer = self
    let parts = [
      "\(cookie.name(isSecure: isSecure))=\(value)", "Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=\(seconds)",
    ]
    let text = (parts + (isSecure ? ["Secure"] : [])).joined(separator: "; ")
    answer.headers.append(HTTPField(name: .setCookie, value: text))
    return answer
  }
}

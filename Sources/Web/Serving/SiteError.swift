/// What went wrong inside the site: nobody's fault who visits it, so that a page shows no more of it than a number.
package struct SiteError: Error, CustomStringConvertible {
  package let code: Code
  package let message: String
  package let cause: (any Error)?

  package enum Code: String, Sendable {
    case missingTemplate, missingKey, missingFile, certificate, portTaken, badHost
  }

  init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  package var description: String { "\(code.rawValue): \(message)" + (cause.map { " (\($0))" } ?? "") }
}

/// Why a visitor is turned away, in words that are meant for people.
enum Turned: Error {
  /// There is no such page, or it is not this visitor's to know of.
  case notFound
  /// The visitor's role has no business there.
  case denied
  /// Nobody is logged in, or not any more.
  case loggedOut
  /// The form does not come from a page of this session.
  case forged
  case tooLarge
  /// The same form was sent before, and it is not known what became of it.
  case sentBefore
  case unreadable
  /// The form did not arrive in time.
  case slow
  /// Too many failures came from the same address.
  case wait(minutes: Int)
  /// More passwords wait to be checked than the site takes on.
  case busy
  /// More files are on their way than the site keeps in memory.
  case crowded
  /// Something in the form is not as it has to be; said as it stands.
  case said(String)
}

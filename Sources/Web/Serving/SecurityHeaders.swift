import HTTPTypes

/// What every answer tells the browser: run nothing but this site's own, keep nothing, show it in nobody's frame.
///
/// No other site is told where a link was followed. This one is: under `no-referrer` its own forms would come with
/// `Origin: null`.
enum SecurityHeaders {
  static func all(isSecure: Bool) -> [(HTTPField.Name, String)] {
    fields + (isSecure ? [(.strictTransportSecurity, "max-age=31536000")] : [])
  }

  private static let fields: [(HTTPField.Name, String)] =
    [
      (
        .contentSecurityPolicy,
        """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'
        """
      ),
      (.cacheControl, "no-store"),
      (.xContentTypeOptions, "nosniff"),
    ] + more

  private static var more: [(HTTPField.Name, String)] {
    [
      ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
  }
}

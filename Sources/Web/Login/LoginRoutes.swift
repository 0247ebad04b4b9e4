enum LoginPage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var loginRoutes: [Route] { [] }
}

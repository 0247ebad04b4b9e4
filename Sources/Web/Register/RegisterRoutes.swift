enum RegisterPage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var registerRoutes: [Route] { [] }
}

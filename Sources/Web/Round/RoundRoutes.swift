enum RoundPage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var roundRoutes: [Route] { [] }
}

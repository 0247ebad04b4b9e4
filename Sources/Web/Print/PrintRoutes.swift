enum PrintPage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var printRoutes: [Route] { [] }
}

enum WatchPage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var watchRoutes: [Route] { [] }
}

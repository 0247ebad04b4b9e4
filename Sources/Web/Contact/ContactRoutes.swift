enum ContactPage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var contactRoutes: [Route] { [] }
}

enum NoticePage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var noticeRoutes: [Route] { [] }
}

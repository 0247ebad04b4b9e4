enum JudgePage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var judgeRoutes: [Route] { [] }
}

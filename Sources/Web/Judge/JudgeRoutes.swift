import StudioRegistry

enum JudgePage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var judgeRoutes: [Route] {
    [
      .post("/judge/{round}/{studio}/sign", .roles([.judge])) { visit in try await visit.signSheets() }
    ]
  }
}

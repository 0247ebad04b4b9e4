import StudioRegistry

enum NoticePage: String, PageTemplate {
  case list = "notices/list"
  case round = "notices/round"
  case application = "notices/application"
}

extension Site {
  static var noticeRoutes: [Route] {
    [
      .get("/", .everyone) { visit in try await visit.publicNotices() },
      .get("/notices/{round}", .everyone) { visit in try await visit.roundNotice() },
      .get("/notices/applications/{application}", .everyone) { visit in try await visit.applicationNotice() },
    ]
  }
}

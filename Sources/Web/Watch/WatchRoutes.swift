import StudioRegistry

/// The pages of who watches: the journal, its verification, and who read what.
enum WatchPage: String, PageTemplate {
  case journal = "watch/journal"
  case entry = "watch/entry"
  case verify = "watch/verify"
  case readings = "watch/readings"
  case retention = "watch/retention"
}

extension Site {
  static var watchRoutes: [Route] {
    [
      .get("/journal", .journalReaders) { visit in try await visit.journalPage() },
      .get("/journal/verify", .journalReaders) { visit in try await visit.verifyPage() },
      .get("/journal/{entry}", .journalReaders) { visit in try await visit.entryPage() },
      .get("/journal/{entry}/line", .journalReaders) { visit in try await visit.entryLine() },
      .get("/retention", .journalReaders) { visit in try await visit.retentionPage() },
      .get("/readings", .roles([.supervisor])) { visit in try await visit.readingsPage() },
    ]
  }
}

extension Access {
  /// Who reads the journal as it is stored.
  static let journalReaders = Access.roles([.supervisor, .bureauApprover])
}

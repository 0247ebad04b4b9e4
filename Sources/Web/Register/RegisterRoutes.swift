import StudioRegistry

/// The pages of the departments' desks.
enum RegisterPage: String, PageTemplate {
  case due = "register/due"
  case studios = "register/studios"
  case studio = "register/studio"
  case applications = "register/applications"
  case application = "register/application"
  case evidence = "register/evidence"
  case pending = "register/pending"
  case proposal = "register/proposal"
}

extension Site {
  static var registerRoutes: [Route] {
    readingRoutes + evidenceRoutes + proposalRoutes + StudioAction.allCases.map(\.route)
  }

  private static var readingRoutes: [Route] {
    [
      .get("/due", .officials) { visit in try await visit.duePage() },
      .get("/studios", .readers) { visit in try await visit.studiosPage() },
      .get("/studios/{studio}", .readers) { visit in try await visit.studioPage() },
      .get("/studios/{studio}/files/{digest}", .officials) { visit in try await visit.studioFile() },
      .get("/applications", .officials) { visit in try await visit.applicationsPage() },
      .get("/applications/{application}", .officials) { visit in try await visit.applicationPage() },
      .get("/applications/{application}/files/{digest}", .officials) { visit in try await visit.applicationFile() },
    ]
  }

  private static var evidenceRoutes: [Route] {
    [
      .get("/evidence", .readers) { visit in try await visit.evidencePage() },
      .get("/evidence/files/{digest}", .readers) { visit in try await visit.evidenceFile() },
      .post("/evidence/verify", .asking(.verifyEvidence)) { visit in try await visit.verifyEvidence() },
      .post("/evidence/reject", .asking(.rejectEvidence)) { visit in try await visit.rejectEvidence() },
    ]
  }

  private static var proposalRoutes: [Route] {
    [
      .get("/pending", .officials) { visit in try await visit.pendingPage() },
      .get("/pending/{proposal}", .officials) { visit in try await visit.proposalPage() },
      .get("/pending/{proposal}/scan", .officials) { visit in try await visit.proposalScan() },
      .post("/pending/{proposal}/approve", .asking(.approve)) { visit in try await visit.approve() },
      .post("/pending/{proposal}/send-back", .asking(.sendBack)) { visit in try await visit.sendBack() },
      .post("/pending/{proposal}/paper", .asking(.enterPaper), takesFiles: true) { visit in
        try await visit.enterPaper()
      },
      .post("/pending/{proposal}/check", .asking(.checkPaper)) { visit in try await visit.checkPaper() },
    ]
  }
}

extension Access {
  /// Who reads studios and evidence: the officials, and the competent departments (Art. 11).
  static let readers = Access.roles(Role.officials.union([.department]))

  /// The officials who may ask for a command; a contact and a judge have pages of their own.
  static func asking(_ command: CommandName) -> Access {
    .roles(Permissions.roles(for: command).intersection(Role.officials.union([.department])))
  }
}

import StudioRegistry

enum ContactPage: String, PageTemplate {
  case overview = "contact/overview"
  case plans = "contact/plans"
  case plan = "contact/plan"
  case evidence = "contact/evidence"
  case entry = "contact/entry"
  case imported = "contact/imported"
  case apprentices = "contact/apprentices"
  case apprentice = "contact/apprentice"
  case reports = "contact/reports"
  case members = "contact/members"
  case spending = "contact/spending"
  case outcomes = "contact/outcomes"
  case outcome = "contact/outcome"
  case objection = "contact/objection"
}

extension Access {
  /// Art. 12(3): the studio's contact, for the own studio alone.
  static let contact = Access.roles([.contact])
}

extension Site {
  static var contactRoutes: [Route] {
    [.get("/contact", .contact) { visit in try await visit.ownStudio().overview() }] + planRoutes + evidenceRoutes
      + apprenticeRoutes + careRoutes + outcomeRoutes
  }

  private static var planRoutes: [Route] {
    [
      .get("/contact/plan", .contact) { visit in try await visit.ownStudio().plans() },
      .post("/contact/plan", .contact) { visit in try await visit.ownStudio().draftPlan() },
      .get("/contact/plan/{plan}", .contact) { visit in try await visit.ownStudio().plan() },
      .post("/contact/plan/{plan}/submit", .contact) { visit in try await visit.ownStudio().submitPlan() },
      .post("/contact/plan/{plan}/change", .contact) { visit in try await visit.ownStudio().changePlan() },
      .post("/contact/plan/{plan}/completion", .contact) { visit in try await visit.ownStudio().completePlan() },
    ]
  }

  private static var evidenceRoutes: [Route] {
    [
      .get("/contact/evidence", .contact) { visit in try await visit.ownStudio().evidence() },
      .get("/contact/evidence/{kind}", .contact) { visit in try await visit.ownStudio().entryForm() },
      .post("/contact/evidence/{kind}", .contact, takesFiles: true) { visit in try await visit.ownStudio().enter() },
      .get("/contact/evidence/{kind}/template", .contact) { visit in try await visit.ownStudio().emptyTable() },
      .post("/contact/evidence/{kind}/table", .contact, takesFiles: true) { visit in
        try await visit.ownStudio().importTable()
      },
      .get("/contact/claims/{claim}/scan", .contact) { visit in try await visit.ownStudio().scan() },
    ]
  }

  private static var apprenticeRoutes: [Route] {
    [
      .get("/contact/apprentices", .contact) { visit in try await visit.ownStudio().apprentices() },
      .post("/contact/apprentices", .contact, takesFiles: true) { visit in try await visit.ownStudio().enrol() },
      .get("/contact/apprentices/{apprentice}", .contact) { visit in try await visit.ownStudio().apprentice() },
      .post("/contact/apprentices/{apprentice}/end", .contact) { visit in try await visit.ownStudio().endTraining() },
      .post("/contact/apprentices/{apprentice}/promotion", .contact, takesFiles: true) { visit in
        try await visit.ownStudio().promote()
      },
      .post("/contact/apprentices/{apprentice}/report", .contact, takesFiles: true) { visit in
        try await visit.ownStudio().reportOnTraining()
      },
    ]
  }

  private static var careRoutes: [Route] {
    [
      .get("/contact/reports", .contact) { visit in try await visit.ownStudio().reports() },
      .post("/contact/reports", .contact) { visit in try await visit.ownStudio().report() },
      .get("/contact/members", .contact) { visit in try await visit.ownStudio().members() },
      .post("/contact/members", .contact) { visit in try await visit.ownStudio().addMember() },
      .post("/contact/members/{person}/end", .contact) { visit in try await visit.ownStudio().endMembership() },
      .get("/contact/spending", .contact) { visit in try await visit.ownStudio().spending() },
      .post("/contact/spending", .contact) { visit in try await visit.ownStudio().spend() },
    ]
  }

  private static var outcomeRoutes: [Route] {
    [
      .get("/contact/outcomes", .contact) { visit in try await visit.ownStudio().outcomes() },
      .get("/contact/outcomes/{round}", .contact) { visit in try await visit.ownStudio().outcome() },
      .get("/contact/outcomes/{round}/objection", .contact) { visit in try await visit.ownStudio().objectionForm() },
      .post("/contact/outcomes/{round}/objection", .contact) { visit in try await visit.ownStudio().object() },
    ]
  }
}

import StudioRegistry

enum RoundPage: String, PageTemplate {
  case list = "round/list"
  case open = "round/open"
  case overview = "round/overview"
  case board = "round/board"
  case cell = "round/cell"
  case panel = "round/panel"
  case reminders = "round/reminders"
  case proposal = "round/proposal"
  case paper = "round/paper"
  case sheet = "round/sheet"
  case preview = "round/preview"
  case judges = "round/judges"
  case close = "round/close"
  case vote = "round/vote"
  case publish = "round/publish"
  case objections = "round/objections"
  case outcome = "round/outcome"
  case derivation = "round/derivation"
  case derivationPaper = "round/derivation-paper"
}

extension Access {
  /// The departments' roles that may ask for a command: to them alone its forms are shown, and from them alone taken.
  static func desk(for command: CommandName) -> Access {
    .roles(Permissions.roles(for: command).intersection(Role.desks))
  }
}

extension Site {
  static var roundRoutes: [Route] {
    openingRoutes + panelRoutes + proposalRoutes + paperRoutes + closingRoutes + outcomeRoutes
  }

  private static var openingRoutes: [Route] {
    [
      .get("/rounds", .officials) { try await $0.roundList() },
      .post("/rounds", .desk(for: .openRound), shownAt: "/rounds/open") { try await $0.openRound() },
      .get("/rounds/open", .desk(for: .openRound)) { try await $0.roundOpening() },
      .post("/rounds/second", .desk(for: .openSecondAssessment)) { try await $0.openSecondAssessment() },
      .get("/rounds/{round}", .officials) { try await RoundDesk($0).overview() },
      .get("/rounds/{round}/board", .officials) { try await RoundDesk($0).board() },
      .get("/rounds/{round}/reminders", .officials) { try await RoundDesk($0).reminders() },
    ]
  }

  private static var panelRoutes: [Route] {
    [
      .get("/rounds/{round}/panel", .officials) { try await RoundDesk($0).panel() },
      .post("/rounds/{round}/panel", .desk(for: .appointPanel)) { try await RoundDesk($0).appoint() },
      .post("/rounds/{round}/recusals", .desk(for: .recuse), shownAt: "/rounds/{round}/panel") {
        try await RoundDesk($0).recuse()
      },
    ]
  }

  private static var proposalRoutes: [Route] {
    RoundProposal.allCases.flatMap { proposal -> [Route] in
      let path = "/rounds/{round}/\(proposal.rawValue)"
      return [
        .get(path, .desk(for: proposal.command)) { try await RoundDesk($0).propose(proposal) },
        .post(path, .desk(for: proposal.command)) { try await RoundDesk($0).proposed(proposal) },
      ]
    }
  }

  private static var paperRoutes: [Route] {
    [
      .get("/rounds/{round}/paper", .officials) { try await RoundDesk($0).paper() },
      .get("/rounds/{round}/paper/{judge}/{studio}", .desk(for: .enterSheets)) {
        try await PaperSheet($0).form(.first)
      },
      .post("/rounds/{round}/paper/{judge}/{studio}", .desk(for: .enterSheets)) { try await PaperSheet($0).enter() },
      .get("/rounds/{round}/paper/{judge}/{studio}/check", .desk(for: .checkPaperSheets)) {
        try await PaperSheet($0).form(.second)
      },
      .post("/rounds/{round}/paper/{judge}/{studio}/check", .desk(for: .checkPaperSheets), takesFiles: true) {
        try await PaperSheet($0).check()
      },
      .get("/rounds/{round}/paper/{judge}/{studio}/scans/{digest}", .officials) { try await $0.sheetScan() },
    ]
  }

  private static var closingRoutes: [Route] {
    [
      .get("/rounds/{round}/preview", .officials) { try await RoundDesk($0).preview() },
      .get("/rounds/{round}/judges", .officials) { try await RoundDesk($0).judges() },
      .get("/rounds/{round}/close", .desk(for: .closeRound)) { try await RoundDesk($0).closing() },
      .post("/rounds/{round}/close", .desk(for: .closeRound)) { try await RoundDesk($0).close() },
      .get("/rounds/{round}/vote", .officials) { try await RoundDesk($0).vote() },
      .post("/rounds/{round}/vote", .desk(for: .countVote)) { try await RoundDesk($0).count() },
      .get("/rounds/{round}/publish", .desk(for: .publishRound)) { try await RoundDesk($0).publishing() },
      .post("/rounds/{round}/publish", .desk(for: .publishRound)) { try await RoundDesk($0).publish() },
      .get("/rounds/{round}/objections", .officials) { try await RoundDesk($0).objections() },
      .post("/rounds/{round}/objections", .desk(for: .raiseObjection)) { try await RoundDesk($0).object() },
      .post("/rounds/{round}/objections/{objection}/answer", .desk(for: .answerObjection)) {
        try await RoundDesk($0).answer()
      },
    ]
  }

  private static var outcomeRoutes: [Route] {
    [
      .get("/rounds/{round}/outcome", .officials) { try await RoundDesk($0).outcome() },
      .get("/rounds/{round}/outcome/csv", .officials) { try await RoundDesk($0).outcomeCSV() },
      .get("/rounds/{round}/outcome/json", .officials) { try await RoundDesk($0).outcomeJSON() },
      .get("/rounds/{round}/studios/{studio}", .officials) { try await RoundDesk($0).derivation(onPaper: false) },
      .get("/rounds/{round}/studios/{studio}/print", .officials) { try await RoundDesk($0).derivation(onPaper: true) },
    ]
  }
}

import StudioRegistry

enum JudgePage: String, PageTemplate {
  case list = "judge/list"
  case sheet = "judge/sheet"
  case review = "judge/review"
  case criterion = "judge/criterion"
  case recuse = "judge/recuse"
  case evidence = "judge/evidence"
  case vote = "judge/vote"
  case print = "judge/print"
}

extension Site {
  static var judgeRoutes: [Route] {
    let judges = Access.roles([.judge])
    return [
      .get("/judge", judges) { visit in try await visit.judgeList() },
      .get("/judge/{round}", judges) { visit in try await visit.judgeRound() },
      .get("/judge/{round}/vote", judges) { visit in try await visit.voteForm() },
      .post("/judge/{round}/vote", judges) { visit in try await visit.castVote() },
      .get("/judge/{round}/criterion/{criterion}", judges) { visit in try await visit.criterionForm() },
      .post("/judge/{round}/criterion/{criterion}", judges) { visit in try await visit.saveCriterion() },
      .get("/judge/{round}/{studio}", judges) { visit in try await visit.judgeSheet() },
      .post("/judge/{round}/{studio}", judges) { visit in try await visit.saveSheet() },
      .get("/judge/{round}/{studio}/sign", judges) { visit in try await visit.reviewSheet() },
      .post("/judge/{round}/{studio}/sign", judges) { visit in try await visit.signSheets() },
      .get("/judge/{round}/{studio}/recuse", judges) { visit in try await visit.recusalForm() },
      .post("/judge/{round}/{studio}/recuse", judges) { visit in try await visit.declareRecusal() },
      .get("/judge/{round}/{studio}/print", judges) { visit in try await visit.printSheet() },
      .get("/judge/{round}/{studio}/evidence", judges) { visit in try await visit.judgeEvidence() },
      .get("/judge/{round}/{studio}/evidence/{claim}", judges) { visit in try await visit.judgeScan() },
    ]
  }
}

import Scoring
import StudioRegistry
import Wording

extension RoundDesk {
  /// Where the round stands, and what is next to do.
  func overview() async throws -> Answer {
    let steps = try await visit.read { [round, today] in $0.steps(of: round, on: today) }
    let proposals = try await visit.read { [round] register in
      register.pending.filter { $0.decision.round == round.id }
    }
    let page: Model = [
      "stage": phrases.stage(round.stage), "opened": round.opened.description,
      "document": say(.document(round.adoption)), "rules": visit.language(round.rules.title),
      "late": round.isAdoptedLate && round.kind == .regular
        ? phrases.notice(
          .adoptedLate(document: round.adoption.document, on: round.adoption.on, period: round.period)) : nil,
      "steps": steps.map(step), "hasSteps": !steps.isEmpty,
      "proposals": proposals.map { proposal -> Model in
        [
          "proposalPath": "/pending/\(proposal.id)", "words": phrases.decision(proposal.decision, names),
          "reason": proposal.reason, "on": proposal.on.description,
        ]
      }, "hasProposals": !proposals.isEmpty,
      "studios": round.studios.count, "judges": perJudge, "hasPanel": !round.marking.panel.isEmpty,
      "leftOut": leftOut, "result": result, "actions": actions, "hasActions": !actions.isEmpty,
      "printSummaryPath": "/print\(path("/summary"))", "printNoticePath": hasNotice ? "/print\(path("/notice"))" : nil,
      "printReportPath": "/print\(path("/report"))", "picturesPath": round.hasPictures ? path("/pictures") : nil,
    ]
    return try self.page(.overview, .overview, page)
  }

  private func step(_ step: RoundStep) -> Model {
    let to: (rest: String, command: CommandName?)? =
      switch step {
      case .appointPanel: ("/panel", nil)
      case .sheets: ("/reminders", nil)
      case .paper: ("/paper", nil)
      case .close, .closeAnew: ("/close", .closeRound)
      case .vote: ("/vote", nil)
      case .publish: ("/publish", .publishRound)
      case .noticeRuns, .answer, .correct: ("/objections", nil)
      case .confirm: ("/confirm", .proposeConfirmation)
      case .certify, .approve: nil
      }
    var target = to.flatMap { to in to.command.map(visit.may) ?? true ? path(to.rest) : nil }
    if case .approve(let proposal) = step { target = "/pending/\(proposal)" }
    let isLate = if case .answer(_, let by) = step { by < today } else { false }
    return ["text": say(.todo(step)), "stepPath": target, "isLate": isLate]
  }

  /// How many sheets each judge has signed of those that are expected.
  private var perJudge: [Model] {
    let board = Board(of: round)
    return round.marking.panel.map { judge in
      let count = board.count(of: judge)
      return [
        "login": names.account(judge), "signed": count.signed, "expected": count.expected,
        "left": count.expected - count.signed, "isDone": count.signed == count.expected,
      ]
    }
  }

  private var leftOut: String {
    phrases.notice(
      .leftOut(
        deferred: round.deferred.map(names.studio), rectifying: round.rectifying.map(names.studio),
        suspended: round.suspended.map(names.studio)))
  }

  private var result: Model? {
    round.result.map { result in
      let grades = Grade.allCases.map { grade -> Model in
        ["grade": phrases.grade(grade), "count": result.studios.count { $0.grade == grade }]
      }
      return [
        "version": say(.version(result.version, result.on)), "grades": grades,
        "isReopened": round.isReopened,
        "notice": round.publications.last.map { say(.publication($0)) },
        "confirmed": round.confirmed.map { say(.confirmedOn($0)) },
        "outcomePath": path("/outcome"),
      ]
    }
  }

  /// What can be proposed in the round as it stands, by who may.
  private var actions: [Model] {
    RoundProposal.allCases.filter { visit.may($0.command) && isOpen($0) }.map { proposal in
      ["label": phrases.page(proposal.label), "actionPath": path("/\(proposal.rawValue)")]
    }
  }

  private func isOpen(_ proposal: RoundProposal) -> Bool {
    guard round.confirmed == nil, round.abandoned == nil else { return false }
    return switch proposal {
    case .returning, .replacing: round.marking.sheets.values.contains { $0.signed != nil } || !round.alternates.isEmpty
    case .confirming: round.stage == .published
    case .abandoning: round.publications.isEmpty
    }
  }
}

import Scoring
import StudioRegistry

extension English {
  func refusal(_ refusal: CancellationRefusal) -> String {
    switch refusal {
    case .expertAvailable(let code):
      "Nothing says that the expert of studio \(code) cannot lead it, and only then Art. 15 lets anything follow. "
        + "Record the fact first\(hint("studio expert unavailable"))."
    case .expertUnavailable(let code):
      "The expert of studio \(code) still cannot lead it (Art. 15). Record that the expert is back\(hint("studio expert available")); "
        + "or change the expert\(hint("studio application receive"))."
    case .notAllowedFor(let code, let unavailable, let outcome):
      "The expert of studio \(code): \(cause(unavailable)); Art. 15 then does not allow to \(self.outcome(outcome)). "
        + "Allowed: \(allowed(unavailable))."
    case .unknownCase(let id):
      "There are no proceedings \(id); by the register's rule only what was opened can go on. Check the id\(hint("studio cancellation list"))."
    case .unknownGround(let ground, let known):
      "“\(ground)” is no ground; a title is cancelled on one of the regulation's alone (Art. 14, 15, 20): "
        + "\(choices(known))."
    case .caseOpen(let code, let id):
      "Proceedings \(id) against studio \(code) are open; by the working rule they are ended first. "
        + "Decide or drop them\(hint("studio cancellation propose", "studio cancellation drop"))."
    case .noCase(let code):
      "No proceedings are open against studio \(code); a title is cancelled on a ground, with facts, evidence and the studio's "
        + "statement (Art. 14, 15, 20, working rule). Open them\(hint("studio cancellation open"))."
    case .caseOver(let id):
      "Proceedings \(id) are served or dropped; by the working rule nothing more is decided in them. "
        + "What follows is recorded as a fact\(hint("studio cancellation appeal"))."
    case .decided(let id):
      "Proceedings \(id) are decided; by the working rule what the decision rests on stays. Serve it\(hint("studio cancellation serve"))."
    case .undecided(let id):
      "Proceedings \(id) are not decided; both departments gave the title and both decide (Art. 18). "
        + "Propose it\(hint("studio cancellation propose"))."
    case .incomplete(let id, let missing):
      "Proceedings \(id) lack \(list(missing.map(part))); by the working rule no decision is issued without. "
        + "Add them\(hint("studio cancellation exhibit", "studio cancellation invite", "studio cancellation statement"))."
    case .invitedAlready(let id):
      "The studio was told in proceedings \(id) that it may state its case; by the working rule once is enough. "
        + "Nothing more is needed."
    case .notInvited(let id):
      "The studio was not told in proceedings \(id) that it may state its case; by the working rule that comes first. "
        + "Serve the notice\(hint("studio cancellation invite"))."
    case .stated(let id):
      "The studio's statement stands in proceedings \(id), and by the working rule it is not taken back. Nothing is needed."
    case .statementRunning(let id, let until):
      "The studio may state its case in proceedings \(id) until \(until) (working rule). Wait until then, or record what it says."
    case .unserved(let id):
      "The decision of proceedings \(id) was not served; by the working rule nothing follows from it before. "
        + "Serve it\(hint("studio cancellation serve"))."
    case .unknownRemedy(let remedy, let known):
      "“\(remedy)” is no remedy that the decision names (working rule): \(choices(known))."
    case .appealPending(let id, let remedy):
      "“\(remedy.en)” in proceedings \(id) is pending; by the register's rule it ends before another begins. "
        + "Record how it ended\(hint("studio cancellation outcome"))."
    case .noAppeal(let id, let remedy):
      "No “\(remedy.en)” is pending in proceedings \(id); by the register's rule only what was filed ends. "
        + "Record it first\(hint("studio cancellation appeal"))."
    case .notAnnulled(let code):
      "No reconsideration or judgment annulled the cancellation of studio \(code); by the working rule nothing else restores a "
        + "title (Art. 14, 15, 20). Record its outcome\(hint("studio cancellation outcome"))."
    }
  }

  /// What happened to a title and its expert (Art. 14, 15, 20); nil for an event of another part.
  func cancellationEvent(_ event: any Event, _ names: Names) -> String? {
    switch event {
    case let e as ExpertUnavailable:
      "Expert of \(names.studio(e.studio)) cannot lead it: \(cause(e.unavailability)) (Art. 15)"
    case let e as ExpertAvailable: "Expert of \(names.studio(e.studio)) can lead it again; reason: \(e.reason)"
    case let e as ExpertChanged:
      e.partner.map { "\(names.studio(e.studio)) is built jointly with \($0) (Art. 15)" }
        ?? "Expert of \(names.studio(e.studio)) changed to \(names.person(e.expert)), \(e.occupation); a new name and plaque (Art. 15)"
    case let e as StudioSuspended: "\(names.studio(e.studio)) suspended (Art. 15)"
    case let e as StudioResumed: "\(names.studio(e.studio)) goes on"
    case let e as StudioEnded: "\(names.studio(e.studio)) ended"
    case let e as CancellationOpened:
      "Proceedings to cancel opened against \(names.studio(e.studio)): \(e.ground.title.en) (\(source(e.ground.source))); facts: \(e.facts)"
    case let e as ExhibitAdded:
      "Proof added in proceedings \(e.cancellation): \(e.exhibit.title), SHA-256 \(e.exhibit.digest)"
    case let e as StatementInvited:
      "\(names.studio(e.studio)) told in proceedings \(e.cancellation) that it may state its case until \(e.until); receipt: \(e.receipt)"
    case let e as StatementRecorded:
      e.text.map { "\(names.studio(e.studio)) stated in proceedings \(e.cancellation): \($0)" }
        ?? "\(names.studio(e.studio)) made no statement in proceedings \(e.cancellation)"
    case let e as CancellationDropped: "Proceedings \(e.cancellation) dropped; reason: \(e.reason)"
    case let e as CancellationDecided:
      "Decided for \(names.studio(e.studio)): \(e.ground.wording.en) (\(source(e.ground.source))); remedies: "
        + e.remedies.map { "\($0.title.en) with \($0.body.en) \($0.limit.en)" }.joined(separator: "; ")
    case let e as CancellationServed:
      "Decision \(e.number) in proceedings \(e.cancellation) served on \(names.studio(e.studio)), in effect; receipt: \(e.receipt)"
    case let e as AppealFiled:
      "“\(label(.remedy, e.remedy, names))” filed in proceedings \(e.cancellation): \(e.document)"
    case let e as AppealDecided:
      "“\(label(.remedy, e.remedy, names))” in proceedings \(e.cancellation) ended: \(self.outcome(e.outcome)), \(e.document)"
    case let e as StudioRestored: "\(names.studio(e.studio)) restored: its cancellation was annulled"
    default: nil
    }
  }

  func ground(_ ground: RuleSet.Cancellation.Ground) -> String { "\(ground.title.en) (\(source(ground.source)))" }

  func cause(_ unavailable: Unavailability) -> String {
    let cause =
      switch unavailable.cause {
      case .retirement: "retired"
      case .illness: "gravely ill"
      case .forceMajeure: "kept away by force majeure"
      case .transfer: "transferred"
      }
    return "\(cause) since \(unavailable.since), the studio \(unavailable.canGoOn ? "can" : "cannot") go on"
  }

  func part(_ part: CancellationCase.Part) -> String {
    switch part {
    case .facts: "the facts"
    case .evidence: "evidence"
    case .statement: "the studio's statement, or that it made none"
    case .remedies: "the text on remedies"
    }
  }

  func outcome(_ outcome: CancellationCase.Appeal.Outcome) -> String {
    switch outcome {
    case .upheld: "decision upheld"
    case .annulled: "decision annulled"
    case .withdrawn: "withdrawn"
    }
  }

  private func outcome(_ outcome: Unavailability.Outcome) -> String {
    switch outcome {
    case .suspend: "suspend it"
    case .cancel: "cancel it"
    case .changeExpert: "change the expert"
    case .buildJointly: "build it jointly with another unit"
    }
  }

  private func allowed(_ unavailable: Unavailability) -> String {
    let allowed = Unavailability.Outcome.allCases.filter(unavailable.allows.contains)
    return allowed.isEmpty ? "nothing, for the studio can go on" : list(allowed.map(outcome))
  }
}

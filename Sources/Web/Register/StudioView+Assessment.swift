import Scoring
import StudioRegistry
import Wording

extension StudioView {
  /// What every round said of it, the last first (Art. 13, 20).
  var outcomes: Section {
    var section = section("outcomes", .sectionOutcomes)
    section.header =
      heads(.round, .stage, .version) + [phrases.label(.score), phrases.label(.grade), phrases.label(.rank)]
      + [phrases.label(.excellence), phrases.page(RegisterLabel.derivation)]
    for line in matter.outcomes {
      let period = phrases.years(line.period) + (line.isSecond ? " \(phrases.heading(.second))" : "")
      let isTied = line.isUndecided && line.settled.excellence == .tied
      let excellence =
        line.isExcellent ? phrases.notice(DeskNotice.excellent) : isTied ? phrases.standing(.tied) : nil
      section.add(
        Cell("\(line.round) \(period)", path: isOfficial ? "/rounds/\(line.round)" : nil),
        Cell(phrases.stage(line.stage)),
        Cell("\(line.version)", warning: line.isLatest ? nil : phrases.page(RegisterLabel.earlierVersion)),
        .number(line.settled.score?.description ?? "—"), Cell(phrases.grade(line.settled.grade)),
        .number(line.settled.rank.map { "\($0)" } ?? "—"), Cell(excellence),
        isOfficial && line.isLatest
          ? Cell(phrases.page(RegisterLabel.look), path: "/rounds/\(line.round)/studios/\(studio.id)") : "")
    }
    for award in matter.awards {
      section.notes.append(
        words(
          .award(
            round: award.round.description, fen: award.amount,
            paid: matter.ledger?.award(of: award.round)?.on)))
    }
    return section
  }

  /// What was certified off the system for it, and whether it counts (Art. 17).
  var certified: Section {
    var section = section("certified", .sectionCertified)
    section.header = heads(.certified, .round, .rubric, .token, .points, .reason, .day, .state)
    for points in matter.certified {
      section.add(
        Cell(points.id.description), Cell(points.round.description, path: "/rounds/\(points.round)"),
        Cell(names.label(.rubric, points.rubric).map { visit.language($0) } ?? points.rubric),
        Cell(points.adjustment.token), .number(points.adjustment.points.description),
        Cell(visit.language(points.words)), Cell(points.entered.description), Cell(phrases.state(points.state)))
    }
    return section
  }

  /// The years that it was given to rectify (Art. 20).
  var rectifications: Section {
    var section = section("rectifications", .sectionRectifications)
    section.header = heads(.round, .confirmed, .served, .until, .second, .outcome)
    for item in matter.rectifications {
      section.add(
        Cell(item.round.description, path: isOfficial ? "/rounds/\(item.round)" : nil),
        Cell(item.decided.description, path: isOfficial ? "/print/rectifications/\(item.round)/\(studio.id)" : nil),
        Cell(item.served?.description ?? "—"), Cell(item.until?.description ?? "—"),
        Cell(item.second?.description, path: isOfficial ? item.second.map { "/rounds/\($0)" } : nil),
        Cell(item.outcome.map { phrases.grade($0 == .passed ? .qualified : .unqualified) } ?? "—"))
    }
    section.forms = forms(.rectification)
    return section
  }

  /// The proceedings to cancel its title (Art. 14, 15, 20), step by step.
  var proceedings: Section {
    var section = section("proceedings", .sectionProceedings)
    section.header = heads(.proceedings, .day, .event)
    section.count = matter.cases.isEmpty ? nil : matter.cases.count
    section.isOpen = matter.cases.contains(where: \.isOpen)
    for found in matter.cases {
      for step in begun(found) + decided(found) + appealed(found) {
        section.add(Cell(found.id.description), Cell(step.day?.description), Cell(step.text, path: step.path))
      }
      guard found.decided == nil, found.isOpen, let rules = matter.rules?.cancellation else { continue }
      let missing = found.missing(rules).map(phrases.part)
      if !missing.isEmpty { section.warnings.append(words(.lacks(missing))) }
    }
    section.forms = forms(.serveCancellation)
    return section
  }

  /// A step of proceedings: on which day, what, and where more of it stands.
  private typealias Step = (day: Day?, text: String, path: String?)

  /// Ground and facts, the proofs, the statement.
  private func begun(_ found: CancellationCase) -> [Step] {
    var steps: [Step] = [(found.opened, phrases.clauses([phrases.ground(found.ground), found.facts]), nil)]
    for exhibit in found.exhibits {
      steps.append((nil, exhibit.title, isOfficial ? "/studios/\(studio.id)/files/\(exhibit.digest)" : nil))
    }
    if let invited = found.invitation {
      let parts = [phrases.heading(.invited), "\(phrases.heading(.until)) \(invited.until)", invited.receipt]
      steps.append((invited.served, phrases.clauses(parts), nil))
    }
    if let statement = found.statement {
      let text = statement.text ?? phrases.page(RegisterLabel.noStatement)
      steps.append((statement.on, phrases.labelled(phrases.heading(.statement), text), nil))
    }
    return steps
  }

  /// The decision with its remedies, and its service.
  private func decided(_ found: CancellationCase) -> [Step] {
    var steps: [Step] = []
    if let decided = found.decided {
      let path = isOfficial ? "/print/cancellations/\(found.id)" : nil
      steps.append((found.decidedOn, visit.language(decided.ground.wording), path))
      for remedy in decided.remedies {
        let texts = [remedy.title, remedy.body, remedy.limit, remedy.law].map { visit.language($0) }
        steps.append((nil, phrases.clauses(texts), nil))
      }
    }
    if let service = found.service {
      let papers = phrases.clauses([service.number, service.receipt])
      steps.append((service.on, phrases.labelled(phrases.heading(.served), papers), nil))
    }
    return steps
  }

  /// What was sought against it, and how it ended.
  private func appealed(_ found: CancellationCase) -> [Step] {
    var steps: [Step] = []
    for appeal in found.appeals {
      let remedy = names.label(.remedy, appeal.remedy).map { visit.language($0) } ?? appeal.remedy
      steps.append((appeal.filed, phrases.labelled(phrases.heading(.appeal), "\(remedy) \(appeal.document)"), nil))
      if let outcome = appeal.outcome {
        let text = phrases.labelled(remedy, "\(phrases.outcome(outcome)) \(appeal.ruling ?? "")")
        steps.append((appeal.ended, text, nil))
      }
    }
    if let dropped = found.dropped { steps.append((dropped, phrases.heading(.dropped), nil)) }
    if let restored = found.restored { steps.append((restored, phrases.heading(.restored), nil)) }
    return steps
  }

  /// What it proves, with what a second person found.
  func evidence(_ captions: [Text?]) -> Section {
    var section = section("evidence", .sectionEvidence)
    section.header = heads(.evidence, .kind, .content, .state)
    let waiting = matter.claims.count { $0.state == .entered }
    if waiting > 0 {
      section.warnings.append(words(.waiting(waiting)))
      section.more = ("/evidence?studio=\(studio.id)", phrases.page(RegisterLabel.toVerify))
    }
    for (claim, caption) in zip(matter.claims, captions) {
      let title = kinds.first { $0.id == claim.kind }?.title
      section.add(
        Cell(claim.claim.name, path: scans[claim.claim.sequence].map { "/evidence/files/\($0)" }),
        Cell(title.map { visit.language($0) } ?? claim.kind), Cell(caption.map { visit.language($0) }),
        Cell(phrases.state(claim.state)))
    }
    return section
  }
}

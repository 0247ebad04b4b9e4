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
      let period = line.period.words + (line.isSecond ? " \(phrases.heading(.second))" : "")
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
      let id = Cell(found.id.description)
      func line(_ day: Day?, _ text: String, path: String? = nil) {
        section.add(id, Cell(day?.description), Cell(text, path: path))
      }
      line(found.opened, phrases.clauses([phrases.ground(found.ground), found.facts]))
      for exhibit in found.exhibits {
        line(nil, exhibit.title, path: isOfficial ? "/studios/\(studio.id)/files/\(exhibit.digest)" : nil)
      }
      if let invited = found.invitation {
        let parts = [phrases.heading(.invited), "\(phrases.heading(.until)) \(invited.until)", invited.receipt]
        line(invited.served, phrases.clauses(parts))
      }
      if let statement = found.statement {
        let text = statement.text ?? phrases.page(RegisterLabel.noStatement)
        line(statement.on, phrases.labelled(phrases.heading(.statement), text))
      }
      if let decided = found.decided {
        line(
          found.decidedOn, visit.language(decided.ground.wording),
          path: isOfficial ? "/print/cancellations/\(found.id)" : nil)
        for remedy in decided.remedies {
          let texts = [remedy.title, remedy.body, remedy.limit, remedy.law].map { visit.language($0) }
          line(nil, phrases.clauses(texts))
        }
      } else if found.isOpen, let rules = matter.rules?.cancellation {
        let missing = found.missing(rules).map(phrases.part)
        if !missing.isEmpty { section.warnings.append(words(.lacks(missing))) }
      }
      if let service = found.service {
        let papers = phrases.clauses([service.number, service.receipt])
        line(service.on, phrases.labelled(phrases.heading(.served), papers))
      }
      for appeal in found.appeals {
        let remedy = names.label(.remedy, appeal.remedy).map { visit.language($0) } ?? appeal.remedy
        line(appeal.filed, phrases.labelled(phrases.heading(.appeal), "\(remedy) \(appeal.document)"))
        if let outcome = appeal.outcome {
          line(appeal.ended, phrases.labelled(remedy, "\(phrases.outcome(outcome)) \(appeal.ruling ?? "")"))
        }
      }
      if let dropped = found.dropped { line(dropped, phrases.heading(.dropped)) }
      if let restored = found.restored { line(restored, phrases.heading(.restored)) }
    }
    section.forms = forms(.serveCancellation)
    return section
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

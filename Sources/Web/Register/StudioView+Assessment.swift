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
      let excellence = line.settled.excellence.map {
        phrases.standing(line.isChosen ? Excellence.Standing.candidate : $0)
      }
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
      let missing = missing(of: found)
      if !missing.isEmpty { section.warnings.append(words(.lacks(missing))) }
      for step in hearing(of: found) + decision(of: found) + whatFollowed(found) {
        section.add(Cell(found.id.description), Cell(step.day?.description), Cell(step.text, path: step.path))
      }
    }
    section.forms = forms(.serveCancellation)
    return section
  }

  /// What still has to be done before it can be decided.
  private func missing(of found: CancellationCase) -> [String] {
    guard found.isOpen, found.decided == nil, let rules = matter.rules?.cancellation else { return [] }
    return found.missing(rules).map(phrases.part)
  }

  /// The ground with the facts, what proves them, and what the studio said.
  private func hearing(of found: CancellationCase) -> [CaseStep] {
    var steps = [CaseStep(found.opened, "\(phrases.ground(found.ground)); \(found.facts)")]
    steps += found.exhibits.map { exhibit in
      CaseStep(nil, exhibit.title, path: isOfficial ? "/studios/\(studio.id)/files/\(exhibit.digest)" : nil)
    }
    if let invited = found.invitation {
      let until = "\(phrases.heading(.until)) \(invited.until)"
      steps.append(CaseStep(invited.served, "\(phrases.heading(.invited)); \(until); \(invited.receipt)"))
    }
    if let statement = found.statement {
      let text = statement.text ?? phrases.page(RegisterLabel.noStatement)
      steps.append(CaseStep(statement.on, "\(phrases.heading(.statement)): \(text)"))
    }
    return steps
  }

  /// What was decided, with the remedies that it names, and its service.
  private func decision(of found: CancellationCase) -> [CaseStep] {
    var steps: [CaseStep] = []
    if let decided = found.decided {
      let path = isOfficial ? "/print/cancellations/\(found.id)" : nil
      steps.append(CaseStep(found.decidedOn, visit.language(decided.ground.wording), path: path))
      steps += decided.remedies.map { remedy in
        let texts = [remedy.title, remedy.body, remedy.limit, remedy.law].map { visit.language($0) }
        return CaseStep(nil, texts.joined(separator: "; "))
      }
    }
    if let service = found.service {
      steps.append(CaseStep(service.on, "\(phrases.heading(.served)): \(service.number); \(service.receipt)"))
    }
    return steps
  }

  /// What was done against the decision, and how the proceedings ended.
  private func whatFollowed(_ found: CancellationCase) -> [CaseStep] {
    var steps: [CaseStep] = []
    for appeal in found.appeals {
      let remedy = names.label(.remedy, appeal.remedy).map { visit.language($0) } ?? appeal.remedy
      steps.append(CaseStep(appeal.filed, "\(phrases.heading(.appeal)): \(remedy) \(appeal.document)"))
      if let outcome = appeal.outcome {
        steps.append(CaseStep(appeal.ended, "\(remedy): \(phrases.outcome(outcome)) \(appeal.ruling ?? "")"))
      }
    }
    if let dropped = found.dropped { steps.append(CaseStep(dropped, phrases.heading(.dropped))) }
    if let restored = found.restored { steps.append(CaseStep(restored, phrases.heading(.restored))) }
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

/// A line of proceedings: when, what, and where the document is.
private struct CaseStep {
  let day: Day?
  let text: String
  let path: String?

  init(_ day: Day?, _ text: String, path: String? = nil) {
    (self.day, self.text, self.path) = (day, text, path)
  }
}

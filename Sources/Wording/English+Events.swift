import Scoring
import StudioRegistry

extension English {
  func event(_ event: any Event, _ names: Names) -> String {
    switch event {
    case let e as Founded:
      "Register founded for \(e.rules.authority.bureau.en) under \(document(e.adoption)), rules \(e.rules.id)"
    case let e as PersonAdded: "Person added" + (e.studio.map { " with \(names.studio($0))" } ?? "")
    case let e as PersonChanged: "Particulars of \(names.person(e.person)) changed"
    case let e as PersonErased: "Particulars of \(names.person(e.person)) erased" + because(e.reason)
    case let e as EmploymentRecorded:
      e.employment.until.map { "\(names.person(e.person)) worked at \(e.employment.unit) until \($0)" }
        ?? "\(names.person(e.person)) works at \(e.employment.unit)"
    case let e as AccountOpened:
      "Account \(e.login) opened for \(names.person(e.person)), \(role(e.role))"
        + (e.studio.map { " of \(names.studio($0))" } ?? "")
    case let e as AccountClosed: "Account \(names.account(e.account)) closed" + because(e.reason)
    case let e as DeputyAppointed:
      "\(names.account(e.deputy.deputy)) is deputy of \(names.account(e.deputy.principal)) "
        + "from \(e.deputy.from) to \(e.deputy.until)"
    case let e as StudioEntered:
      "Studio \(e.code) entered: \(e.unit), \(e.occupation), expert \(names.person(e.expert)), confirmed on \(e.confirmed)"
    case let e as EvidenceEntered:
      "Evidence “\(label(.evidence, e.type, names))” entered for \(names.studio(e.studio))" + cells(e.cells)
        + (e.scan.map { "; scan \($0)" } ?? "")
    case let e as EvidenceVerified:
      "\(count(e.items.count, "row")) of evidence verified: \(list(e.items.map(\.description)))"
    case let e as EvidenceRejected: "Row \(e.item) of evidence rejected" + because(e.reason)
    case let e as RoundOpened: opened(e)
    case let e as PanelAppointed: appointed(e, names)
    case let e as JudgeRecused: recused(e, names)
    case let e as SheetsEntered:
      "Judge \(names.account(e.judge)): \(count(e.sheets.count, "sheet")) entered in round \(e.round)"
    case let e as SheetsSigned:
      "Judge \(names.account(e.judge)): \(count(e.sheets.count, "sheet")) signed in round \(e.round)"
    case let e as SheetsSignedOnPaper:
      "Judge \(names.account(e.judge)): \(count(e.sheets.count, "paper sheet")) in round \(e.round) entered by two persons "
        + "alike, and signed by hand; scan \(e.scan)"
    case let e as SheetReturned:
      "Judge \(names.account(e.judge))'s sheet “\(label(.rubric, e.sheet.rubric, names))” for \(names.studio(e.sheet.studio)) returned "
        + "in round \(e.round)" + because(e.reason) + effects(e.effects, in: e.round, names)
    case let e as JudgeReplaced:
      "Judge \(names.account(e.judge)) replaced by \(names.account(e.by)) in round \(e.round)" + because(e.reason)
        + effects(e.effects, in: e.round, names)
    case let e as StudioSettled: settled(e, names)
    case let e as RoundClosed: closed(e, names)
    case let e as VoteCast:
      "Judge \(names.account(e.judge)) voted in round \(e.round) for \(list(e.choice.map(names.studio)))"
    case let e as VoteCounted: counted(e, names) + (e.reason.map { "; some did not vote: \($0)" } ?? "")
    case let e as RoundPublished:
      "Result \(e.version) of round \(e.round) published at \(e.address); objections until \(e.until)"
    case let e as ObjectionRaised: raised(e, names)
    case let e as ObjectionAnswered:
      "Objection \(e.objection) in round \(e.round) \(e.isUpheld ? "upheld" : "not upheld"): \(e.text)"
    case let e as RoundConfirmed: confirmed(e, names)
    case let e as RectificationServed:
      "Notice to rectify after round \(e.round) served on \(names.studio(e.studio)), time until \(e.until) (Art. 20); "
        + "receipt: \(e.receipt)"
    case let e as RoundAbandoned: "Round \(e.round) abandoned"
    case let e as TitleCancelled:
      "Title of \(names.studio(e.studio)) cancelled: failed again in round \(e.round) (Art. 20)"
    case let e as DecisionProposed: "Proposed: \(decision(e.decision, names))" + because(e.reason)
    case let e as DecisionApproved:
      "Proposal \(e.proposal) approved by \(e.role.map(role) ?? "signed paper")" + (e.isCarried ? "; carried out" : "")
    case let e as DecisionSentBack: "Proposal \(e.proposal) sent back" + because(e.reason)
    case let e as RulesAdopted: "Rules \(e.rules.id) adopted by \(document(e.adoption)) (Art. 25)"
    case let e as RuleInterpreted:
      "Art. \(e.interpretation.article) interpreted in \(e.interpretation.document) (Art. 25): \(e.interpretation.text)"
    case let e as PaperEntered:
      "Signed paper \(e.paper.number) of \(e.paper.date) entered for proposal \(e.proposal)"
    default: partEvent(event, names) ?? type(of: event).kind
    }
  }

  /// What happened in one of the parts of the law that have files of their own.
  private func partEvent(_ event: any Event, _ names: Names) -> String? {
    applicationsEvent(event, names)
      ?? careEvent(event, names)
      ?? plansEvent(event, names)
      ?? apprenticesEvent(event, names)
      ?? fundsEvent(event, names)
      ?? cancellationEvent(event, names)
      ?? recommendationEvent(event, names)
      ?? secretsEvent(event, names)
      ?? retentionEvent(event, names)
      ?? accessEvent(event, names)
  }

  private func opened(_ event: RoundOpened) -> String {
    let studios = [
      count(event.assessed.count, "studio"), event.deferred.isEmpty ? nil : "\(event.deferred.count) deferred",
      event.rectifying.isEmpty ? nil : "\(event.rectifying.count) rectifying",
    ]
    let what = event.second.map { "Second assessment after round \($0)" } ?? "Round"
    return "\(what) opened for \(years(event.period)) under \(document(event.adoption)): "
      + studios.compactMap(\.self).joined(separator: ", ")
  }

  private func appointed(_ event: PanelAppointed, _ names: Names) -> String {
    let alternates = event.alternates.isEmpty ? "" : "; alternates: \(list(event.alternates.map(names.account)))"
    return "Panel of round \(event.round) appointed, \(count(event.judges.count, "judge")): "
      + list(event.judges.map(names.account)) + alternates + because(event.reason)
  }

  private func recused(_ event: JudgeRecused, _ names: Names) -> String {
    "Judge \(names.account(event.judge)) recused from \(names.studio(event.studio)) in round \(event.round): "
      + "\(relation(event.relation)), \(origin(event.origin))" + because(event.reason)
      + effects(event.effects, in: event.round, names)
  }

  private func settled(_ event: StudioSettled, _ names: Names) -> String {
    let parts = [
      event.score?.description ?? "no score", grade(event.grade), event.rank.map { "rank \($0)" },
      event.excellence.map { "excellence: \(standing($0))" },
    ]
    return "\(names.studio(event.studio)) in round \(event.round), result \(event.version): "
      + parts.compactMap(\.self).joined(separator: ", ")
  }

  private func closed(_ event: RoundClosed, _ names: Names) -> String {
    let quota = event.quota.map { "; \(count($0.places, "place")) for excellence, base \($0.base)" } ?? ""
    let missing = event.missing.map {
      "\(names.account($0.judge)) \(names.studio($0.studio)) \(label(.rubric, $0.rubric, names))"
    }
    let lacking = missing.isEmpty ? "" : "; \(count(missing.count, "sheet")) missing: \(list(missing))"
    return "Round \(event.round) closed with result \(event.version)" + quota + lacking + because(event.reason)
  }

  private func counted(_ event: VoteCounted, _ names: Names) -> String {
    let tally = event.tally.map { (votes: $0.value, name: ID<Studio>($0.key).map(names.studio) ?? $0.key) }
      .sorted { $0.votes != $1.votes ? $0.votes > $1.votes : $0.name < $1.name }
    let chosen =
      event.chosen.isEmpty ? "tied again, the panel votes anew" : "chosen: \(list(event.chosen.map(names.studio)))"
    return "Vote in round \(event.round) counted: \(list(tally.map { "\($0.name) \($0.votes)" })); \(chosen)"
  }

  private func raised(_ event: ObjectionRaised, _ names: Names) -> String {
    "Objection to result \(event.version) of round \(event.round)"
      + (event.studio.map { " about \(names.studio($0))" } ?? "")
      + (event.by.map { " by \(names.person($0))" } ?? ", anonymous") + (event.isLate ? ", late" : "")
      + ", to be answered by \(event.answerBy): \(event.text)"
  }

  private func confirmed(_ event: RoundConfirmed, _ names: Names) -> String {
    let unqualified = event.unqualified.isEmpty ? "" : " (\(list(event.unqualified.map(names.studio))))"
    let excellent = event.excellent.isEmpty ? "" : "; excellent: \(list(event.excellent.map(names.studio)))"
    return "Result \(event.version) of round \(event.round) confirmed: \(event.qualified.count) qualified, "
      + "\(event.unqualified.count) unqualified" + unqualified + excellent
  }

  private func document(_ adoption: Adoption) -> String { "\(adoption.document) (\(adoption.on))" }

  private func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  private func because(_ reason: String?) -> String { reason.map { $0.isEmpty ? "" : "; reason: \($0)" } ?? "" }

  private func effects(_ effects: [Effect], in round: ID<Round>, _ names: Names) -> String {
    let withScores = !names.hidesScores(round)
    let words = effects.map { effect($0, names, withScores: withScores) }
    return words.isEmpty ? "" : "; \(list(words, by: "; "))"
  }

  /// What the cells of a row hold, in the order of the columns' ids.
  private func cells(_ cells: [String: String]) -> String {
    let filled = cells.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map(\.value)
    return filled.isEmpty ? "" : ": \(list(filled))"
  }
}

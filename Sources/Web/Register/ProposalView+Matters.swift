import Scoring
import StudioRegistry
import Wording

// What a decision is about, taken from the register's own pages: nobody has to look elsewhere to decide.

extension ProposalView {
  /// What the decision is about, whichever part of the law it belongs to.
  var matters: [Section] {
    switch proposal.decision {
    case .returnSheet(_, let judge, let sheet): [sheetSection(judge, sheet)]
    case .replaceJudge(_, let judge, let other): [seats(judge, other)].compactMap(\.self)
    case .confirmRound, .abandonRound: [outcome].compactMap(\.self)
    case .cancelTitle, .restore: studioView.map { [$0.proceedings, $0.rectifications, $0.outcomes] } ?? []
    case .suspend, .resume, .end: studioView.map { [$0.standing, $0.proceedings] } ?? []
    case .pay, .reversePayment: studioView.map { [$0.funds, $0.outcomes] } ?? []
    case .confirmApplication, .rejectApplication: applicationSections
    case .countBranch(let branch, let enterprise): [ofEnterprise(branch, enterprise)]
    }
  }

  private var applicationSections: [Section] {
    guard let application = matter.application else { return [] }
    let view = ApplicationView(visit: visit, application: application, names: names)
    var way = view.way([], [], on: proposal.on)
    way.notes += view.lacks.isEmpty ? [phrases.notice(DeskNotice.applicationComplete)] : []
    if !view.lacks.isEmpty { way.warnings.append(phrases.notice(DeskNotice.applicationLacks(view.lacks))) }
    way.more = ("/applications/\(application.id)", phrases.page(RegisterLabel.toApplication))
    return [way, view.materials, view.conditions, view.reviews, view.objections]
  }

  /// The studio's parts without its forms.
  private var studioView: StudioView? {
    // A supervisor's view has no form in it.
    matter.studio.map {
      StudioView(
        visit: visit, matter: $0, names: names, role: .supervisor, tried: nil, kinds: [], scans: [:])
    }
  }

  private func sheetSection(_ judge: ID<Account>, _ sheet: SheetName) -> Section {
    var section = Section("sheet", phrases.heading(.sheets))
    section.isOpen = true
    section.header =
      ([.judge, .studio, .rubric, .signed] as [Heading]).map { phrases.heading($0) }
      + [phrases.page(RegisterLabel.derivation)]
    let place = matter.round?.rubric(sheet.rubric)
    let found = place.flatMap { matter.round?.marking.sheets[SheetKey(judge: judge, studio: sheet.studio, rubric: $0)] }
    section.add(
      Cell(names.account(judge)), Cell(names.studio(sheet.studio), path: "/studios/\(sheet.studio)"),
      Cell(title(of: sheet.rubric)),
      Cell(found?.signed.map { phrases.notice(RegisterNotice.entry($0)) } ?? "—"), derivation(of: sheet.studio))
    section.more = roundLink?.more
    return section
  }

  /// The way to how a studio's score came about, once the round is closed.
  private func derivation(of studio: ID<Studio>) -> Cell {
    guard let round = matter.round, round.result?[studio] != nil else { return "—" }
    return Cell(phrases.page(RegisterLabel.look), path: "/rounds/\(round.id)/studios/\(studio)")
  }

  /// Who leaves the panel and who comes, with how many sheets each has signed.
  private func seats(_ judge: ID<Account>, _ other: ID<Account>) -> Section? {
    guard var section = roundLink, let round = matter.round else { return nil }
    section.header = ([.judge, .sheets, .signed] as [Heading]).map { phrases.heading($0) }
    for account in [judge, other] {
      let sheets = round.marking.sheets.filter { $0.key.judge == account }.values
      section.add(
        Cell(names.account(account)), .number("\(sheets.count)"), .number("\(sheets.count { $0.signed != nil })"))
    }
    return section
  }

  /// What there is of an enterprise and its branch: the studios that each has, and who applies for one (Art. 9).
  private func ofEnterprise(_ branch: String, _ enterprise: String) -> Section {
    var section = Section("enterprise", phrases.labelled(enterprise, branch))
    section.isOpen = true
    section.header = ([.studio, .unit, .occupation, .state] as [Heading]).map { phrases.heading($0) }
    section.empty = phrases.page(RegisterLabel.nothingRecorded)
    section.notes = [phrases.source(matter.source)]
    for studio in matter.related.studios {
      section.add(
        Cell(studio.code, path: "/studios/\(studio.id)"), Cell(studio.unit), Cell(studio.occupation),
        Cell(phrases.standing(studio.standing)))
    }
    for application in matter.related.applications {
      section.add(
        Cell(application.id.description, path: "/applications/\(application.id)"), Cell(application.unit),
        Cell(application.occupation), Cell(phrases.stage(application.stage)))
    }
    return section
  }

  private var roundLink: Section? {
    guard let round = matter.round else { return nil }
    var section = Section("round", phrases.heading(.round))
    section.isOpen = true
    section.notes = [phrases.labelled("\(round.id) \(phrases.years(round.period))", phrases.stage(round.stage))]
    section.more = ("/rounds/\(round.id)", phrases.page(RegisterLabel.toRound))
    return section
  }

  /// The round's outcome as it would be confirmed, with the way to every derivation.
  private var outcome: Section? {
    guard var section = roundLink, let round = matter.round, let result = round.result else { return roundLink }
    section.header = [
      phrases.heading(.studio), phrases.label(.score), phrases.label(.grade), phrases.label(.rank),
      phrases.label(.excellence), phrases.page(RegisterLabel.derivation),
    ]
    func codes(_ studios: [ID<Studio>]) -> String { phrases.listed(studios.map(names.studio)) }
    let failed = result.studios.filter { $0.grade == .unqualified }.map(\.studio)
    section.notes.append(phrases.notice(RegisterNotice.excellent(codes(result.excellent))))
    section.notes.append(phrases.notice(RegisterNotice.failed(codes(failed))))
    for notice in round.publications.suffix(1) {
      section.notes.append("\(phrases.span(notice.on, notice.until)) \(notice.address)")
    }
    for objection in round.objections.values.sorted(by: { $0.id < $1.id }) {
      let answer = objection.answer.map {
        phrases.labelled(phrases.page($0.isUpheld ? RegisterLabel.upheld : .notUpheld), $0.text)
      }
      section.notes.append("\(objection.id) \(objection.text) — \(answer ?? "—")")
    }
    for settled in result.studios.sorted(by: { ($0.rank ?? .max, $0.studio) < ($1.rank ?? .max, $1.studio) }) {
      let isExcellent = result.excellent.contains(settled.studio)
      section.add(
        Cell(names.studio(settled.studio), path: "/studios/\(settled.studio)"),
        .number(settled.score?.description ?? "—"),
        Cell(phrases.grade(settled.grade)),
        .number(settled.rank.map { "\($0)" } ?? "—"),
        Cell(isExcellent ? phrases.notice(DeskNotice.excellent) : ""),
        Cell(phrases.page(RegisterLabel.look), path: "/rounds/\(round.id)/studios/\(settled.studio)"))
    }
    return section
  }
}

import Scoring
import StudioRegistry
import Wording

extension Visit {
  func resultNotice() async throws -> Answer {
    let closed = try await closedRound()
    // Who is excellent is not known before the panel's vote among the tied.
    guard !closed.result.isUndecided else { throw Refusal.voteFirst(closed.result.tied.map(closed.code)) }
    let content = closed.rules.rounds.noticeContent
    let shown = content.listed(of: closed)
    let experts = content.showsNames ? shown.compactMap { closed.studios[$0.studio]?.expert } : []
    let names = try await names(of: experts)
    let (round, result, rules) = (closed.round, closed.result, closed.rules)
    let published = round.publications.last { $0.version == result.version }
    let replaced = round.publications.last { $0.version < result.version }
    let title = phrases.page(
      PrintNotice.noticeTitle(round.period, isSecond: round.kind != .regular, isCorrection: replaced != nil))
    var model = model(
      of: OfficialDocument(title: title, authority: rules.authority, day: published?.on))
    model["opening"] = phrases.page(
      PrintNotice.noticeOpening(
        round.period, under: closed.basis, organisation: rules.authority.organisation, bureau: rules.authority.bureau,
        isSecond: round.kind != .regular))
    model["replaces"] = replaced.map { phrases.page(PrintNotice.noticeReplaces(on: $0.on, address: $0.address)) }
    model["counts"] = counts(closed, content)
    model["showsScores"] = content.showsScores
    model["rows"] = shown.enumerated().map { place, settled in
      row(settled, number: place + 1, closed, content, names)
    }
    model["time"] = noticeTime(rules, published)
    model["objections"] = phrases.page(
      PrintNotice.noticeObjections(
        organisation: rules.authority.organisation, bureau: rules.authority.bureau,
        answer: rules.rounds.answer.value, isWorking: rules.life != nil))
    model["channels"] = content.channels.map { language($0.value) } ?? phrases.page(PrintLabel.blankChannels)
    model["address"] = published?.address
    model["backPath"] = "/rounds/\(round.id)/pictures"
    return try await paper(PrintPage.notice, title, model)
  }

  /// How many of each kind the list has.
  private func counts(_ closed: ClosedRound, _ content: RuleSet.PublicNotice) -> String {
    func count(_ grade: Grade) -> Int { closed.result.studios.count { $0.grade == grade } }
    let incomplete = count(.incomplete)
    return phrases.page(
      PrintNotice.noticeCounts(
        qualified: count(.qualified), excellent: closed.excellent.count,
        unqualified: content.showsUnqualified ? count(.unqualified) : nil,
        incomplete: content.showsUnqualified && incomplete > 0 ? incomplete : nil))
  }

  private func row(
    _ settled: StudioSettled, number: Int, _ closed: ClosedRound, _ content: RuleSet.PublicNotice, _ names: Names
  ) -> Model {
    let studio = closed.studios[settled.studio]
    let grade = phrases.grade(settled.grade)
    let isExcellent = closed.excellent.contains(settled.studio)
    return [
      "number": number,
      "studio": studio.map { content.showsNames ? officialName(of: $0, names) : $0.occupation } ?? "",
      "code": studio?.code ?? settled.studio.description, "unit": studio?.unit ?? "",
      "grade": isExcellent ? phrases.detailed(grade, [phrases.notice(DeskNotice.excellent)]) : grade,
      "isExcellent": isExcellent, "score": content.showsScores ? settled.score?.description ?? "—" : nil,
    ]
  }

  private func noticeTime(_ rules: RuleSet, _ published: Publication?) -> String {
    let (days, isWorking) = (rules.rounds.notice.value, rules.life != nil)
    guard let published else { return phrases.page(PrintNotice.noticePlanned(days: days, isWorking: isWorking)) }
    return phrases.page(
      PrintNotice.noticeRunning(from: published.on, until: published.until))
  }
}

extension RuleSet.PublicNotice {
  /// The studios that are listed: by rank where scores are public, else the excellent first and all by their codes.
  fileprivate func listed(of closed: ClosedRound) -> [StudioSettled] {
    let listed = closed.result.studios.filter { showsUnqualified || $0.grade == .qualified }
    guard !showsScores else { return listed }
    let excellent = closed.excellent
    let order: [Grade] = [.qualified, .unqualified, .incomplete]
    func key(_ settled: StudioSettled) -> (Int, Int) {
      (excellent.contains(settled.studio) ? 0 : 1, order.firstIndex(of: settled.grade) ?? 0)
    }
    return listed.sorted { left, right in
      key(left) != key(right)
        ? key(left) < key(right)
        : closed.code(left.studio).utf8.lexicographicallyPrecedes(closed.code(right.studio).utf8)
    }
  }
}

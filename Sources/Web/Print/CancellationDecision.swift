import Scoring
import StudioRegistry
import Wording

/// Proceedings with what their decision says of studio and rules.
struct CancellationPaper: Sendable {
  let found: CancellationCase
  let studio: Studio
  let rules: RuleSet
  /// The document that had adopted the rules on the day of the decision.
  let adoption: Adoption?

  /// - Throws: ``Turned/notFound``.
  init(_ id: ID<CancellationCase>, in register: Register) throws(Turned) {
    guard let found = register.cancellations[id], let studio = register.studios[found.studio],
      let rules = register.rules
    else { throw .notFound }
    (self.found, self.studio, self.rules) = (found, studio, rules)
    let adopted = found.decidedOn.flatMap { day in register.adoptions.last { $0.on <= day } }
    adoption = adopted ?? register.adoptions.last
  }

  var ground: RuleSet.Cancellation.Ground { found.decided?.ground ?? found.ground }
  var remedies: [RuleSet.Cancellation.Remedy] { found.decided?.remedies ?? rules.life?.cancellation.remedies ?? [] }
}

extension Visit {
  func cancellationDecision() async throws -> Answer {
    let id: ID<CancellationCase> = try id("case")
    let paper = try await read { register in try CancellationPaper(id, in: register) }
    let names = try await names(of: [paper.studio.expert])
    let (found, name) = (paper.found, officialName(of: paper.studio, names))
    let title = phrases.page(PrintNotice.cancellationTitle(paper.ground, studio: name))
    var model = model(
      of: OfficialDocument(
        title: title, authority: paper.rules.authority, number: found.service?.number,
        addressees: [paper.studio.unit, name], copies: [paper.studio.partner].compactMap(\.self), day: found.decidedOn))
    model["draft"] = draft(found)
    model["restored"] = found.restored.map { phrases.detailed(phrases.page(PrintLabel.restored), [written($0)]) }
    model["party"] = phrases.page(
      PrintNotice.party(
        studio: name, code: paper.studio.code, unit: paper.studio.unit, expert: names.person(paper.studio.expert)))
    model["facts"] = found.facts.paragraphs
    model["exhibits"] = found.exhibits.enumerated().map { place, exhibit in
      phrases.page(PrintNotice.exhibit(place + 1, title: exhibit.title, digest: exhibit.digest))
    }
    model["statement"] = statement(found)
    model["decision"] = phrases.page(
      PrintNotice.decided(
        studio: name, paper.ground,
        under: .init(
          paper.rules.title, document: paper.adoption?.document ?? paper.rules.document, source: paper.ground.source)))
    model["remedies"] = paper.remedies.enumerated().map { place, remedy in
      phrases.page(PrintNotice.remedy(place + 1, remedy))
    }
    model["service"] =
      found.service.map { phrases.page(PrintNotice.served(on: $0.on)) } ?? phrases.page(PrintLabel.blankService)
    model["backPath"] = "/studios/\(paper.studio.id)"
    return try await self.paper(PrintPage.cancellation, title, model)
  }

  /// What is written across a decision that is none, or none any more.
  private func draft(_ found: CancellationCase) -> String? {
    if found.dropped != nil { return phrases.page(PrintLabel.dropped) }
    return found.decidedOn == nil ? phrases.page(PrintLabel.draft) : nil
  }

  private func statement(_ found: CancellationCase) -> [String] {
    var lines: [String] = []
    if let invitation = found.invitation {
      lines.append(phrases.page(PrintNotice.invited(on: invitation.served, until: invitation.until)))
    }
    if let statement = found.statement {
      let text = statement.text.map { phrases.page(PrintNotice.stated(on: statement.on, text: $0)) }
      lines += (text ?? phrases.page(PrintLabel.noStatement)).paragraphs
    }
    return lines.isEmpty ? ["—"] : lines
  }
}

extension String {
  /// The lines of a text, without empty ones.
  var paragraphs: [String] { split(whereSeparator: \.isNewline).map(String.init) }
}

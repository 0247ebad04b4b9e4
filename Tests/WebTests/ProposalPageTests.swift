import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web
@testable import studio

@Suite("Whoever approves finds on one page what there is to decide on", .turns)
struct ProposalPageTests {
  enum Kind: String, CaseIterable, Sendable {
    case confirmRound, pay, cancelTitle, confirmApplication, replaceJudge, returnAfterClosing, countBranch, end
  }

  /// A proposal, and what its page has to show.
  struct Asked {
    let proposal: ID<Proposal>
    let needed: [String]
    /// The same as it stands in the page.
    var cells: [String] = []
  }

  private var zh: any Phrases { Language.zh.phrases }

  @Test("what a decision rests on stands there, decision by decision", arguments: Kind.allCases)
  func matter(_ kind: Kind) async throws {
    let site = try await TestSite()
    let asked = try await asked(kind, site)
    let reply = try await site.client("approver").get("/pending/\(asked.proposal)")
    #expect(reply.status == 200 && !asked.needed.isEmpty)
    for part in asked.needed { #expect(reply.text.contains(part.htmlEscaped), "\(part)") }
    let page = reply.text.replacing(#/>\s+</#, with: "><")
    for cell in asked.cells { #expect(page.contains(cell), "\(cell)") }
    #expect(!reply.text.contains(zh.standing(Excellence.Standing.candidate)))
  }

  private func asked(_ kind: Kind, _ site: TestSite) async throws -> Asked {
    switch kind {
    case .confirmRound: try await confirmation(site)
    case .pay: try await payment(site)
    case .cancelTitle: try await cancellation(site)
    case .confirmApplication: try await application(site)
    case .replaceJudge: try await replacement(site)
    case .returnAfterClosing: try await returnAfterClosing(site)
    case .countBranch: try await branch(site)
    case .end: try await end(site)
    }
  }

  private func propose(_ decision: Decision, _ site: TestSite) async throws -> ID<Proposal> {
    let receipt = try await site.ask("clerk", Propose(decision, reason: "经办人说明"))
    return ID(receipt.entries.lowerBound)
  }

  /// A proposal of the story's that is settled.
  private func settled(_ site: TestSite, _ decision: Decision) async throws -> ID<Proposal> {
    let found = try await site.registrar.read { register in
      register.proposals.values.first { $0.decision == decision && $0.isCarried }?.id
    }
    return try #require(found)
  }

  /// Every studio's outcome with the way to its derivation, the notice, what was objected and answered.
  private func confirmation(_ site: TestSite) async throws -> Asked {
    let (found, codes) = try await site.registrar.read { register in
      (register.roundsInOrder.first, register.studios.mapValues(\.code))
    }
    let round = try #require(found)
    let result = try #require(round.result)
    let notice = try #require(round.publications.last)
    var needed = result.studios.flatMap { settled -> [String] in
      [
        "/rounds/\(round.id)/studios/\(settled.studio)", codes[settled.studio] ?? "?",
        settled.score?.description ?? "?",
      ]
    }
    let excellent = result.excellent.compactMap { codes[$0] }
    needed += [zh.notice(RegisterNotice.excellent(excellent.joined(separator: "、"))), zh.notice(DeskNotice.excellent)]
    needed += [notice.address, zh.span(notice.on, notice.until), "带徒人数未计入实习学生", "不成立：实习学生培训不满六个月，不计入"]
    return Asked(proposal: try await settled(site, .confirmRound(round.id)), needed: needed)
  }

  /// Sum, fund, document, and what is in the fund before and after.
  private func payment(_ site: TestSite) async throws -> Asked {
    let studio = try await site.studio("YY026")
    let (fen, before) = try await site.registrar.read { register in
      (try register.amount(of: .subsidy, to: studio.id).fen, register.ledgers[studio.id]?.balance(of: .subsidy) ?? 0)
    }
    let payment = Payment(studio: studio.id, grant: .subsidy, fen: fen, document: "云财社〔2026〕3号")
    return Asked(
      proposal: try await propose(.pay(payment), site),
      needed: [
        "\(zh.amount(before)) → \(zh.amount(before + fen))", zh.amount(fen), zh.notice(.fund(.subsidy)),
        "云财社〔2026〕3号", studio.unit, studio.occupation, zh.page(RegisterLabel.balanceAfter),
      ])
  }

  /// Ground, facts, proof, statement, remedies.
  private func cancellation(_ site: TestSite) async throws -> Asked {
    let found = try #require(try await site.registrar.read { $0.cancellationsInOrder.first })
    let exhibit = try #require(found.exhibits.first)
    return Asked(
      proposal: try await settled(site, .cancelTitle(found.studio)),
      needed: [
        zh.ground(found.ground), found.facts, exhibit.title, "/studios/\(found.studio)/files/\(exhibit.digest)",
        try #require(found.statement?.text), "/print/cancellations/\(found.id)",
      ] + (found.decided?.remedies.map(\.title.zh) ?? ["?"]))
  }

  /// Unit, expert, materials, conditions, the experts' review and the notice.
  private func application(_ site: TestSite) async throws -> Asked {
    let application = try #require(try await site.registrar.read { $0.applicationsInOrder.last })
    let notice = try #require(application.notices.last)
    site.clock.move(to: notice.until.adding(days: 1))
    let terms = try #require(application.terms)
    let name = try #require(try await Vault(site.store.vault())[application.expert]?.name)
    return Asked(
      proposal: try await propose(.confirmApplication(application.id, code: "YY027"), site),
      needed: [application.unit, name, application.occupation, notice.address, "专家评审纪要〔2026〕1号"]
        + terms.materials.map(\.title.zh) + terms.conditions.map(\.title.zh)
        + ["/applications/\(application.id)", zh.notice(DeskNotice.applicationComplete)])
  }

  /// Who leaves with how many sheets, who comes, and what the scores of all studios become.
  private func replacement(_ site: TestSite) async throws -> Asked {
    let office = try await RoundOffice(site)
    try await office.site.sendBackOpen()
    let (judge, other) = (try await office.site.account("J1").id, try await office.site.account("J9").id)
    let round = try await office.round()
    let signed = round.marking.sheets.filter { $0.key.judge == judge && $0.value.signed != nil }.count
    return Asked(
      proposal: try await propose(.replaceJudge(round: round.id, judge: judge, by: other), site),
      needed: ["J1", "J9", "/rounds/\(round.id)"],
      cells: ["<td class=\"number\">\(signed)</td>", "<td class=\"number\">3</td>", "<td class=\"number\">2</td>"])
  }

  /// The sheet, and how the score came about of which it is a part.
  private func returnAfterClosing(_ site: TestSite) async throws -> Asked {
    let office = try await RoundOffice(site)
    try await office.site.sendBackOpen()
    try await office.signAll()
    try await office.site.ask("clerk", CloseRound(round: office.id))
    let studio = try await site.studio("YY005").id
    let sheet = SheetName(studio: studio, rubric: "competition-results")
    let judge = try await office.site.account("J3").id
    return Asked(
      proposal: try await propose(.returnSheet(round: office.id, judge: judge, sheet: sheet), site),
      needed: ["J3", "YY005", "/rounds/\(office.id)/studios/\(studio)", "/rounds/\(office.id)"])
  }

  /// What the enterprise has already, and who applies.
  private func branch(_ site: TestSite) async throws -> Asked {
    let studio = try await site.studio("YY001")
    return Asked(
      proposal: try await propose(.countBranch("\(studio.unit)二分厂", enterprise: studio.unit), site),
      needed: [
        "\(studio.unit)：\(studio.unit)二分厂", studio.code, "/studios/\(studio.id)", studio.occupation,
        zh.standing(studio.standing),
      ])
  }

  /// Whose studio it is, and where it stands.
  private func end(_ site: TestSite) async throws -> Asked {
    let studio = try await site.studio("YY002")
    let name = try #require(try await Vault(site.store.vault())[studio.expert]?.name)
    return Asked(
      proposal: try await propose(.end(studio.id), site),
      needed: [
        studio.unit, name, studio.occupation, zh.notice(RegisterNotice.stands(zh.standing(studio.standing))),
        zh.role(.organisationApprover),
      ])
  }
}

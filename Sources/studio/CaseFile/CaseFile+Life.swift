import Foundation
import Scoring
import StudioRegistry
import Wording

// What a case file has of a studio's life beside its assessments.
extension CaseMatter {
  /// `applications.csv` and `findings.csv`: each application of the studio's, and what was found of its conditions (Art. 5–9, 15).
  func applicationSteps() -> [CaseFile] {
    let timeline = applications.flatMap { application in
      steps(of: application).map { [application.id.description] + $0 }
    }
    let findings = applications.flatMap { application in
      (application.terms?.conditions ?? []).compactMap { condition -> [String]? in
        guard let finding = application.findings[condition.id] else { return nil }
        return [
          application.id.description, condition.id, condition.title.zh, condition.source.description,
          finding.state.rawValue, finding.number.map(String.init) ?? "", finding.note ?? "", finding.waiver ?? "",
        ]
      }
    }
    return [
      csv("applications.csv", ["application", "step", "day", "what", "sha256"], timeline),
      csv(
        "findings.csv", ["application", "condition", "title", "source", "finding", "number", "note", "waived_because"],
        findings),
    ]
  }

  private func steps(of application: Application) -> [[String]] {
    var rows = [["received", application.received.description, application.unit, ""]]
    for (material, deposit) in application.materials.sorted(by: { $0.key < $1.key }) {
      let length = deposit.characters.map { " (\($0))" } ?? ""
      rows.append(["material", deposit.day.description, material + length, deposit.scan ?? ""])
    }
    for review in application.reviews {
      let result = review.isRecommended ? "recommended" : "not-recommended"
      let score = review.scored.map { " \($0.score) \($0.exact)" } ?? ""
      rows.append(["review", review.day.description, "\(result)\(score) \(review.minutes)", ""])
    }
    for notice in application.notices {
      rows.append(["notice", notice.day.description, "\(notice.address) until \(notice.until)", notice.screenshot])
    }
    for objection in application.objections.values.sorted(by: { $0.id < $1.id }) {
      rows.append(["objection", objection.received.description, "\(objection.id) \(objection.text)", ""])
      guard let answer = objection.answer else { continue }
      rows.append(["answer", answer.day.description, "\(answer.isUpheld ? "upheld" : "not-upheld") \(answer.text)", ""])
    }
    switch application.ending {
    case .confirmed(let day, let code): rows.append(["confirmed", day.description, code ?? "", ""])
    case .rejected(let day, let reason): rows.append(["rejected", day.description, reason, ""])
    case .withdrawn(let day, let reason): rows.append(["withdrawn", day.description, reason, ""])
    case nil: break
    }
    return rows
  }

  /// `funds.csv`: the ledger, entry by entry, in fen (Art. 12(5), 19, 20).
  func funds() -> [CaseFile] {
    let (zh, en) = (Language.zh.phrases, Language.en.phrases)
    let rows = (register.ledgers[studio.id]?.lines ?? []).map { line -> [String] in
      [
        line.entry.id.description, line.entry.on.description, zh.notice(DeskNotice.ledgerEntry(line.entry.kind)),
        en.notice(DeskNotice.ledgerEntry(line.entry.kind)), line.entry.fund?.rawValue ?? "", "\(line.entry.fen)",
        "\(line.balance)", line.entry.document, line.flags.map(\.rawValue).joined(separator: " "),
        line.entry.reversedBy?.description ?? "",
      ]
    }
    let header = ["entry", "day", "zh", "en", "fund", "fen", "balance", "document", "flags", "reversed_by"]
    return [csv("funds.csv", header, rows)]
  }

  /// `plans.csv`: each plan's items, with their weights as they changed and their completion (Art. 16).
  func plans() -> [CaseFile] {
    let own = register.plans.values.filter { $0.studio == studio.id }.sorted { $0.year < $1.year }
    let rows = own.flatMap { plan in
      plan.items.map { item -> [String] in
        [
          plan.id.description, "\(plan.year)", plan.submission?.day.description ?? "", item.id.description, item.title,
          item.weights.map(String.init).joined(separator: " > "), item.isDropped ? "dropped" : "",
          item.completion?.percent.description ?? "", item.isVerified ? "verified" : "",
        ]
      }
    }
    let header = ["plan", "year", "submitted", "item", "title", "weights", "dropped", "completion", "verified"]
    return [csv("plans.csv", header, rows)]
  }

  /// `apprentices.csv`: trainings, with promotions and reports (Art. 21).
  func apprentices() -> [CaseFile] {
    let own = register.apprentices.values.filter { $0.studio == studio.id }.sorted { $0.id < $1.id }
    let rows = own.map { apprentice -> [String] in
      let reports = apprentice.reports.map { "\($0.on) \($0.isPassing ? "passing" : "failing") \($0.document.title)" }
      let promotions = apprentice.promotions.map { "\($0.day) \($0.grade) \($0.certificate?.title ?? "")" }
      return [
        apprentice.id.description, apprentice.person.description, apprentice.started.description,
        apprentice.ended?.description ?? "", apprentice.agreement?.title ?? "", promotions.joined(separator: "; "),
        reports.joined(separator: "; "),
      ]
    }
    let header = ["apprentice", "person", "started", "ended", "agreement", "promotions", "reports"]
    return [csv("apprentices.csv", header, rows)]
  }

  /// `care.csv`: agreement, plaques, cards, officers, members, archive, reports (Art. 11, 12, 18, 24).
  func care() -> [CaseFile] {
    guard let file = register.care[studio.id] else { return [csv("care.csv", Self.careHeader, [])] }
    func row(_ what: String, _ number: String, _ from: Day?, _ until: Day?, _ text: String) -> [String] {
      [what, number, from?.description ?? "", until?.description ?? "", text]
    }
    var rows = file.agreements.map { row("agreement", $0.number, $0.filed, nil, "\($0.expert) \($0.scan ?? "")") }
    rows += file.plaques.map { row("plaque", $0.number, $0.granted, $0.returned ?? $0.lost, $0.expert.description) }
    rows += file.cards.map { row("card", $0.number, $0.issued, $0.returned, $0.person.description) }
    rows += file.officers.map { row($0.post.rawValue, "", $0.named, $0.ended, $0.person.description) }
    rows += file.members.map { row("member", "", $0.joined, $0.left, $0.person.description) }
    rows += file.archive.map { row("archive", $0.id.description, $0.dated, nil, "\($0.kind) \($0.title)") }
    rows += file.reports.map { row("report", $0.id.description, $0.happened, $0.reported, "\($0.kind) \($0.content)") }
    return [csv("care.csv", Self.careHeader, rows)]
  }

  private static let careHeader = ["what", "number", "from", "until", "content"]
}

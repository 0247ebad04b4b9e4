import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

/// The sections of a case file, one function each; a part of the law that wants a table of its own adds one.
///
/// Whatever has none stands in `history.csv` and `journal.jsonl` all the same.
let caseFileSections: [@Sendable (CaseMatter) throws -> [CaseFile]] = [
  { try $0.readme() },
  { try $0.rules() },
  { try $0.particulars() },
  { $0.evidence() },
  { $0.sheets() },
  { try $0.derivations() },
  { $0.approvals() },
  { $0.notices() },
  { $0.service() },
  { $0.objections() },
  { $0.awards() },
  { $0.certifiedPoints() },
  { $0.history() },
  { try $0.journal() },
  { $0.persons() },
  { $0.applicationSteps() },
  { $0.cancellations() },
  { $0.funds() },
  { $0.plans() },
  { $0.apprentices() },
  { $0.care() },
]

extension CaseMatter {
  /// `rules/`: the full text at the founding, of each adoption, and of each of the studio's rounds.
  func rules() throws -> [CaseFile] {
    var files: [CaseFile] = []
    var rows: [[String]] = []
    func add(_ name: String, _ rules: RuleSet, _ adoption: Adoption, entry: Int) throws {
      let file = try json("rules/\(name).json", rules)
      files.append(file)
      rows.append([
        "\(name).json", rules.document, adoption.document, adoption.on.description, "\(entry)", day(entry),
        StoredFile(file.bytes).digest,
      ])
    }
    for concern in concerning {
      let entry = concern.entry.sequence
      switch concern.event {
      case let founded as Founded: try add("founding", founded.rules, founded.adoption, entry: entry)
      case let adopted as RulesAdopted: try add("adopted-\(entry)", adopted.rules, adopted.adoption, entry: entry)
      case let opened as RoundOpened: try add("R\(entry)", opened.rules, opened.adoption, entry: entry)
      default: break
      }
    }
    let readings = register.interpretations.map(\.interpretation).map { reading -> [String] in
      [String(reading.article), reading.document, reading.text]
    }
    return files + [
      csv(
        "rules/index.csv", ["file", "regulation", "adopted_by", "adopted", "entry", "in_force_from", "sha256"], rows),
      csv("rules/interpretations.csv", ["article", "document", "text"], readings),
    ]
  }

  /// `studio.csv`, `studio.json` and `standings.csv`.
  func particulars() throws -> [CaseFile] {
    let fields: [(String, String)] = [
      ("id", studio.id.description), ("code", studio.code), ("unit", studio.unit),
      ("expert", studio.expert.description), ("occupation", studio.occupation),
      ("confirmed", studio.confirmed.description), ("standing", studio.standing.rawValue),
      ("application", studio.application?.description ?? ""), ("partner", studio.partner ?? ""),
      ("former_experts", studio.formerExperts.map(\.description).joined(separator: " ")),
      ("entry", "\(studio.id.sequence)"),
    ]
    let (zh, en) = (Language.zh.phrases, Language.en.phrases)
    return [
      csv("studio.csv", fields.map(\.0), [fields.map(\.1)]),
      try json("studio.json", Dictionary(uniqueKeysWithValues: fields)),
      csv(
        "standings.csv", ["entry", "day", "standing", "zh", "en"],
        standings.map {
          ["\($0.entry)", $0.on.description, $0.standing.rawValue, zh.standing($0.standing), en.standing($0.standing)]
        }),
    ]
  }

  /// `evidence.csv`: each row as it was entered, and what a second person found.
  func evidence() -> [CaseFile] {
    let checks = checksOfEvidence
    let rows = register.evidenceInOrder.filter { $0.studio == studio.id }.map { item -> [String] in
      let cells = item.cells.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      let entry = item.id.sequence
      let check = checks[item.id]
      var verdict = ["entered", "", "", "", ""]
      switch item.state {
      case .entered: break
      case .verified(let by, let day): verdict = ["verified", login(by), day.description, "", "\(check ?? 0)"]
      case .rejected(let reason):
        verdict = ["rejected", check.map(actor) ?? "", check.map(day) ?? "", reason, "\(check ?? 0)"]
      }
      return [
        item.id.description, item.kind, cells.map { "\($0.key)=\($0.value)" }.joined(separator: "; "), "\(entry)",
        day(entry), actor(entry),
      ] + verdict
    }
    let header = [
      "evidence", "kind", "cells", "entry", "entered", "entered_by", "state", "checked_by", "checked", "reason",
      "check_entry",
    ]
    return [csv("evidence.csv", header, rows)]
  }

  /// The last entry that verified or rejected each row.
  private var checksOfEvidence: [ID<EvidenceItem>: Int] {
    var checks: [ID<EvidenceItem>: Int] = [:]
    for concern in concerning {
      switch concern.event {
      case let verified as EvidenceVerified: for item in verified.items { checks[item] = concern.entry.sequence }
      case let rejected as EvidenceRejected: checks[rejected.item] = concern.entry.sequence
      default: break
      }
    }
    return checks
  }

  /// `approvals.csv`: every proposal about the studio, or about a whole round of its, with those who decided.
  func approvals() -> [CaseFile] {
    let proposals = register.proposals.values.filter { concerns.owns($0.id) }.sorted { $0.id < $1.id }
    let (zh, en) = (names(in: .zh), names(in: .en))
    let rows = proposals.map { proposal -> [String] in
      let paper = proposal.paper.map { [$0.number, $0.date.description, $0.scan] } ?? ["", "", ""]
      let approvals = proposal.approvals.map { "\(login($0.account)) (\($0.role.rawValue)) \($0.on)" }
      let state = proposal.isCarried ? "carried" : proposal.sentBack == nil ? "open" : "sent-back"
      return [
        proposal.id.description, proposal.on.description, Language.zh.phrases.decision(proposal.decision, zh),
        Language.en.phrases.decision(proposal.decision, en), proposal.reason, login(proposal.proposer),
        approvals.joined(separator: "; "), state, proposal.sentBack ?? "", proposal.rules?.document ?? "",
      ] + paper
    }
    let header = [
      "proposal", "day", "decision_zh", "decision_en", "reason", "proposer", "approved_by", "state", "sent_back",
      "regulation", "paper", "paper_date", "paper_sha256",
    ]
    return [csv("approvals.csv", header, rows)]
  }

  /// `classified.csv`: tokens and points certified off the system (Art. 17).
  func certifiedPoints() -> [CaseFile] {
    let rows = register.certifiedInOrder.filter { $0.studio == studio.id }.map { points -> [String] in
      [
        points.id.description, points.round.description, points.rubric, points.adjustment.token,
        points.adjustment.points.description, points.words.zh, points.words.en, points.entered.description,
        actor(points.id.sequence), points.state.rawValue,
      ]
    }
    let header = [
      "points_id", "round", "rubric", "token", "points", "reason_zh", "reason_en", "entered", "entered_by", "state",
    ]
    return [csv("classified.csv", header, rows)]
  }
}

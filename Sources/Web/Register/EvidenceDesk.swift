import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// What waits for a second person, studio by studio and kind by kind.
  ///
  /// - Parameter refusal: why the last form was refused.
  func evidencePage(refusal: String? = nil) async throws -> Answer {
    let me = try me
    let chosen = query["studio"].flatMap { ID<Studio>($0) }
    let mayVerify = Access.asking(.verifyEvidence).admits(me.role)
    let persons = Set([me.account.person, me.principal.person])
    let (claims, kinds, studios) = try await read { register in
      let waiting = register.claims.filter { $0.state == .entered }
      return (waiting, register.modules.kinds, register.studiosInOrder)
    }
    let waiting = Dictionary(grouping: claims, by: \.studio)
    let shown = studios.filter { waiting[$0.id] != nil && (chosen == nil || $0.id == chosen) }
    let own = shown.flatMap { waiting[$0.id] ?? [] }
    let names = try await names(of: own.flatMap { $0.persons(kinds) })
    let scans = try await site.chronicle.files(with: EvidenceEntered.kind)
    let table = EvidenceTable(visit: self, kinds: kinds, names: names, scans: scans, own: persons, mayVerify: mayVerify)
    let ticked = Set(form.all("claim"))
    let models = shown.map { studio -> Model in
      let claims = waiting[studio.id] ?? []
      return [
        "studioPath": "/studios/\(studio.id)", "code": studio.code, "unit": studio.unit, "count": "\(claims.count)",
        "isOpen": shown.count == 1 || claims.contains { ticked.contains($0.claim.name) },
        "tables": table.tables(claims), "mayVerify": mayVerify,
        "form": studio.id.description, "reason": form["reason"],
      ]
    }
    return try page(
      RegisterPage.evidence, phrases.page(SiteLabel.evidence),
      [
        "studios": models, "isEmpty": shown.isEmpty, "refused": refusal,
        "waiting": phrases.notice(RegisterNotice.waiting(claims.count)),
        "allPath": chosen == nil ? nil : "/evidence",
      ])
  }

  func verifyEvidence() async throws -> Answer {
    try await trying {
      .redirect("/evidence", try await ask(VerifyEvidence(claims: try await ticked())))
    } else: {
      try await evidencePage(refusal: $0)
    }
  }

  /// Rejects the rows that were ticked with one reason, all of them or none.
  func rejectEvidence() async throws -> Answer {
    try await trying {
      .redirect("/evidence", try await ask(RejectEvidence(claims: try await ticked(), reason: typed("reason"))))
    } else: {
      try await evidencePage(refusal: $0)
    }
  }

  /// The rows that were ticked.
  private func ticked() async throws -> [Claim] {
    let names = form.all("claim")
    guard !names.isEmpty else { throw Turned.said(phrases.page(RegisterLabel.nothingTicked)) }
    let claims = try await read { register in names.compactMap { register.claim(named: $0) } }
    guard claims.count == names.count else { throw Turned.notFound }
    return claims
  }
}

/// Claims as tables with the columns of their kinds.
private struct EvidenceTable {
  let visit: Visit
  let kinds: [EvidenceKind]
  let names: Names
  let scans: [Int: String]
  /// The persons behind the visitor, who verify nothing that one of them entered.
  let own: Set<ID<Person>>
  let mayVerify: Bool

  func tables(_ claims: [ClaimEntry]) -> [Model] {
    let groups = Dictionary(grouping: claims, by: \.kind)
    return kinds.compactMap { kind in
      guard let claims = groups[kind.id] else { return nil }
      let head = kind.columns.map { column -> Model in ["text": visit.language(column.label)] }
      return [
        "kind": visit.language(kind.title), "head": head,
        "claims": claims.sorted { $0.claim.sequence < $1.claim.sequence }.map { row($0, kind) },
      ]
    }
  }

  private func row(_ entry: ClaimEntry, _ kind: EvidenceKind) -> Model {
    let isOwn = !entry.enteredBy.isDisjoint(with: own)
    return [
      "isTicked": visit.form.all("claim").contains(entry.claim.name), "claim": entry.claim.name,
      "canTick": mayVerify && !isOwn, "isOwn": isOwn,
      "scanPath": scans[entry.claim.sequence].map { "/evidence/files/\($0)" },
      "cells": kind.columns.map { column -> Model in ["text": cell(entry.cells[column.id] ?? "", column)] },
    ]
  }

  private func cell(_ text: String, _ column: ColumnDefinition) -> String {
    if column.isPersonal, let person = ID<Person>(text) { return names.person(person) }
    if case .choice(let choices) = column.form, let choice = choices.first(where: { $0.id == text }) {
      return visit.language(choice.label)
    }
    return text
  }
}

import Scoring
import StudioRegistry
import Wording

extension StudioView {
  /// Head, contact and members (Art. 12(3–4)), those who left among them.
  var team: Section {
    var section = section("team", .sectionTeam)
    section.header = heads(.kind, .name, .day, .state, .flags)
    if let rules = matter.rules?.care, matter.team.isOutside, !studio.isOver {
      section.warnings = [
        care(.teamSize(matter.team.count, least: rules.team.least.value, most: rules.team.most.value))
      ]
    }
    section.count = matter.team.count
    for officer in matter.care.officers {
      let left = officer.review?.isAccepted == true ? officer.ended.map { care(.left($0)) } : nil
      section.add(
        Cell(care(.post(officer.post))), Cell(names.person(officer.person)), Cell(officer.named.description),
        Cell(phrases.listed([state(of: officer), left].compactMap(\.self))),
        Cell("", warning: officer.reason.map { care(.otherHead($0)) }))
    }
    for member in matter.care.members {
      let qualification = member.qualification.map { id in
        names.label(.qualification, id).map { visit.language($0) } ?? id
      }
      let years = member.years.map { care(.years($0)) }
      let flags = matter.rules.map { member.flags(by: $0.care) } ?? []
      section.add(
        Cell(care(.memberOf)), Cell(names.person(member.person)), Cell(member.joined.description),
        Cell(phrases.listed([qualification, years, member.left.map { care(.left($0)) }].compactMap(\.self))),
        Cell("", warning: phrases.clauses(flags.map { care(.flag($0)) })))
    }
    section.forms = forms(.officer)
    return section
  }

  private func state(of officer: Officer) -> String? {
    switch officer.review {
    case nil: officer.ended == nil ? care(.waitsForReview) : nil
    case let review? where review.isAccepted: care(.accepted(review.on))
    case let review?: care(.refused(review.reason ?? ""))
    }
  }

  /// Agreements, plaques and work cards (Art. 12(1–2), 18).
  var documents: Section {
    var section = section("documents", .sectionDocuments)
    section.header = heads(.kind, .number, .person, .day, .state)
    for agreement in matter.care.agreements {
      let isFormer = agreement.expert != studio.expert
      section.add(
        Cell(care(.section(.agreement))), Cell(agreement.number, path: isOfficial ? path(agreement.scan) : nil),
        Cell(names.person(agreement.expert), warning: isFormer ? care(.formerExpert) : nil),
        Cell(agreement.filed.description), Cell(care(.signed(agreement.signed))))
    }
    for plaque in matter.care.plaques {
      let state = plaque.returned.map { care(.returned($0)) } ?? plaque.lost.map { care(.lost($0)) }
      section.add(
        Cell(care(.section(.plaque))), Cell(plaque.number),
        Cell(names.person(plaque.expert), warning: plaque.expert == studio.expert ? nil : care(.formerExpert)),
        Cell(plaque.granted.description), Cell(state))
    }
    for card in matter.care.cards {
      section.add(
        Cell(care(.section(.card))), Cell(card.number), Cell(names.person(card.person)),
        Cell(card.issued.description), Cell(card.returned.map { care(.returned($0)) }))
    }
    section.forms = forms(.agreement, .plaque)
    return section
  }

  private func path(_ digest: String?) -> String? { digest.map { "/studios/\(studio.id)/files/\($0)" } }

  /// The archive's index (Art. 12(6)), kind by kind, the missing ones said.
  var archive: Section {
    var section = section("archive", .sectionArchive)
    section.header = heads(.kind, .content, .day, .source, .state)
    for record in matter.care.archive {
      let kind = names.label(.archive, record.kind).map { visit.language($0) } ?? record.kind
      let place = [record.place, record.digest.map { "SHA-256 \($0.prefix(12))…" }].compactMap(\.self)
      section.add(
        Cell(kind), Cell("\(record.id) \(record.title)"), Cell(record.dated.description),
        Cell(phrases.clauses(place)), Cell("", warning: record.struck.map { care(.struck($0)) }))
    }
    let kept = Set(matter.care.archive.filter { $0.struck == nil }.map(\.kind))
    let missing = (matter.rules?.care.archive ?? []).filter { $0.source != .workingRule && !kept.contains($0.id) }
    if !missing.isEmpty { section.notes = [words(.archiveLacks(missing.map { visit.language($0.title) }))] }
    return section
  }

  /// Reports of the studio, and of the bureau's visits (Art. 11, 12(7–8), 24), the last first.
  var reports: Section {
    var section = section("reports", .sectionReports)
    section.header = heads(.number, .kind, .party, .happened, .reported, .content)
    for report in matter.care.reports.sorted(by: { ($0.happened, $0.id) > ($1.happened, $1.id) }) {
      let kind = matter.rules?.care.reports.first { $0.id == report.kind }.map { visit.language($0.title) }
      let flag = report.struck.map { care(.struck($0)) } ?? (report.isLate ? care(.late) : nil)
      section.add(
        Cell(report.id.description), Cell(kind ?? report.kind), Cell(care(.author(report.by))),
        Cell(report.happened.description), Cell(report.reported.description, warning: flag), Cell(report.content))
    }
    section.forms = forms(.visit, .report)
    return section
  }
}

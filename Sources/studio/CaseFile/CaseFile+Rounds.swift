import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

extension CaseMatter {
  /// `sheets.csv`: every judge's sheet for the studio, those set aside among them, a line for each mark.
  func sheets() -> [CaseFile] {
    var rows: [[String]] = []
    for round in rounds {
      var all: [(key: SheetKey, sheet: Sheet, aside: EarlierSheet?)] = []
      for (key, sheets) in round.earlier where key.studio == studio.id {
        for aside in sheets { all.append((key, aside.sheet, aside)) }
      }
      for (key, sheet) in round.marking.sheets where key.studio == studio.id { all.append((key, sheet, nil)) }
      all.sort { left, right in
        if left.key.rubric != right.key.rubric { return left.key.rubric < right.key.rubric }
        let judges = (login(left.key.judge), login(right.key.judge))
        return judges.0 != judges.1 ? judges.0 < judges.1 : left.sheet.entry < right.sheet.entry
      }
      for (key, sheet, aside) in all { rows += lines(of: sheet, key, aside, in: round) }
    }
    let header = [
      "round", "rubric", "judge", "criterion", "marks", "reason", "state", "entry", "entered", "entered_by",
      "signed_entry", "signed", "set_aside_entry", "set_aside_because",
    ]
    return [csv("sheets.csv", header, rows)]
  }

  private func lines(of sheet: Sheet, _ key: SheetKey, _ aside: EarlierSheet?, in round: Round) -> [[String]] {
    let rubric = round.rules.rubrics[key.rubric]
    let state = aside?.why.rawValue ?? (sheet.signed == nil ? "entered" : "signed")
    let signed = sheet.signed.map { [String($0), day($0)] } ?? ["", ""]
    let setAside = aside.map { [String($0.entry), $0.reason] } ?? ["", ""]
    return ([rubric.id] + rubric.criteria.map(\.id)).compactMap { id -> [String]? in
      guard let marks = sheet.marks[id] else { return nil }
      return [
        round.id.description, rubric.id, register.login(of: key.judge), id, marks.description, sheet.reasons[id] ?? "",
        state, String(sheet.entry), day(sheet.entry), actor(sheet.entry),
      ] + signed + setAside
    }
  }

  /// `derivations/`: each version of each outcome, computed again from the sheets on which it rests, in words and as JSON.
  func derivations() throws -> [CaseFile] {
    var files: [CaseFile] = []
    for round in rounds {
      for result in round.results {
        guard let stored = result[studio.id] else { continue }
        var settlement = try round.settlement(of: result.marking, in: register)
        if let counted = result.counted, !counted.chosen.isEmpty {
          settlement = settlement.voting(for: Set(counted.chosen.map(register.code)))
        }
        guard let outcome = settlement.outcome(of: studio.code), outcome.score == stored.score,
          outcome.rank == stored.rank
        else { throw Failure(language.commandLinePhrases.notice(.notAsStored(studio.code))) }
        let name = "derivations/\(round.id)-\(result.version)"
        let marks = stored.referenceMarks.map { mark in
          mark.mark { register.evidence[$0].flatMap { register.record(of: $0, people: names.person) } }
        }
        files.append(CaseFile(name + ".txt", lines: try worded(outcome, settlement, marks, stored, round)))
        var text = Data()
        try OutcomeJSON(settlement, reference: [studio.code: marks], words: language.phrases.reason)
          .write(outcome) { text += $0 }
        files.append(CaseFile(name + ".json", Array(text)))
      }
    }
    return files
  }

  private func worded(
    _ outcome: Outcome, _ settlement: Settlement, _ reference: [ReferenceMark], _ stored: StudioSettled, _ round: Round
  ) throws -> [String] {
    let phrases = language.phrases
    let worded = try WordedDerivation(settlement.derivation(of: outcome), of: settlement, in: language)
    var lines = [worded.headline, "\(round.id)  \(round.period)  \(round.adoption.document) (\(round.adoption.on))"]
    lines.append(worded.rule)
    for section in worded.rubrics {
      lines += ["", section.title]
      if !section.rows.isEmpty {
        var table = TextTable(section.header)
        for row in section.rows { table.add(row) }
        lines += table.lines(indent: "  ")
      }
      lines += section.notes.map { "  \($0)" }
    }
    lines += [""] + worded.conclusions
    var marks = TextTable([Label.criterion, .marks, .reasons].map(phrases.label))
    for mark in reference {
      marks.add([mark.criterion, mark.marks.description, mark.reasons.map(phrases.reason).joined(separator: "; ")])
    }
    lines += ["", phrases.label(.reference)] + marks.lines()
    guard !stored.differences.isEmpty else { return lines }
    let labels: [Label] = [.criterion, .judge, .marks, .reference, .reason]
    var table = TextTable(labels.map(phrases.label))
    for item in stored.differences {
      table.add([
        item.criterion, item.judge, item.marks.description, item.reference.description,
        item.reason ?? phrases.label(.noReason),
      ])
    }
    return lines + ["", phrases.label(.differences)] + table.lines()
  }

  /// `notices.csv`: public notices of the studio's rounds and applications.
  func notices() -> [CaseFile] {
    var rows: [[String]] = []
    for round in rounds {
      for notice in round.publications {
        let days = [notice.on.description, notice.until.description]
        rows.append([round.id.description, String(notice.version)] + days + [notice.address, "", ""])
      }
    }
    let header = ["round", "version", "published", "objections_until", "address", "application", "screenshot_sha256"]
    return [csv("notices.csv", header, applicationNotices + rows)]
  }

  /// `service.csv`: what was served, and the terms that ran from it (Art. 14, 20).
  func service() -> [CaseFile] {
    var receipts: [ID<Round>: (entry: Int, receipt: String)] = [:]
    for concern in concerning {
      guard let served = concern.event as? RectificationServed else { continue }
      receipts[served.round] = (concern.entry.sequence, served.receipt)
    }
    let rows = register.rectifications.filter { $0.studio == studio.id }.map { term -> [String] in
      let receipt = receipts[term.round]
      let days: [Day?] = [term.decided, term.served, term.until]
      let texts = days.map { $0?.description ?? "" }
      let outcome: String = term.outcome?.rawValue ?? ""
      let second: String = term.second?.description ?? ""
      let entry: String = receipt.map { String($0.entry) } ?? ""
      return [term.round.description, texts[0], texts[1], receipt?.receipt ?? "", texts[2], second, outcome, entry]
        + ["rectification", "", ""]
    }
    let header = [
      "round", "decided", "served", "receipt", "until", "second_assessment", "outcome", "entry", "what", "proceedings",
      "number",
    ]
    return [csv("service.csv", header, rows + cancellationServices)]
  }

  /// `objections.csv`: those about the studio, its applications, and its rounds as a whole.
  func objections() -> [CaseFile] {
    var rows: [[String]] = []
    for round in rounds {
      for objection in round.objections.values.sorted(by: { $0.id < $1.id }) {
        if objection.studio == nil || objection.studio == studio.id { rows.append(line(of: objection)) }
      }
    }
    let header = [
      "objection", "round", "version", "about", "by", "received", "late", "text", "answer_by", "outcome", "answered",
      "answer", "application", "channel",
    ]
    return [csv("objections.csv", header, applicationObjections + rows)]
  }

  private func line(of objection: Objection) -> [String] {
    var outcome = ["", "", ""]
    if let answer = objection.answer {
      outcome = [answer.isUpheld ? "upheld" : "not upheld", answer.on.description, answer.text]
    }
    return [
      objection.id.description, objection.round.description, "\(objection.version)",
      objection.studio == nil ? "round" : "studio", objection.by?.description ?? "anonymous",
      objection.received.description, objection.isLate ? "late" : "", objection.text, objection.answerBy.description,
    ] + outcome + ["", ""]
  }

  /// `awards.csv`: money that excellence earned (Art. 20), in fen.
  func awards() -> [CaseFile] {
    let rows = register.awards.filter { $0.studio == studio.id }
      .map { award -> [String] in [award.round.description, award.due.description, String(award.amount)] }
    return [csv("awards.csv", ["round", "due", "fen"], rows)]
  }
}

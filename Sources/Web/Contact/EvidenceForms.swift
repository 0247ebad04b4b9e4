import Foundation
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Wording

extension OwnStudio {
  /// `GET /contact/evidence/{kind}`: the form that the module's description draws.
  func entryForm() async throws -> Answer {
    let kind = try await kind()
    if let path = kind.registerPath { return .redirect(path) }
    return try await form(of: kind)
  }

  /// `POST /contact/evidence/{kind}`: enters one row, as an import of a table with that row would.
  func enter() async throws -> Answer {
    let kind = try await kind()
    if let path = kind.registerPath { return .redirect(path) }
    return try await visit.trying {
      let cells = kind.columns.map { visit.form.text($0.id) ?? "" }
      let record: EvidenceRecord
      do throws(CellFaults) { record = try kind.record(cells: cells, isVerified: false) } catch {
        return try await form(of: kind, faults: error.all)
      }
      for column in kind.columns where column.isPersonal { try record.cells[column.id]?.checkFreeText() }
      let scan = try visit.upload()
      let found = try await taken([record], scan: scan?.digest)
      guard let fate = found.fates.first, fate.isEntered else {
        let text = found.fates.first.map { phrases.fate($0) } ?? ""
        return try await form(of: kind, refused: phrases.notice(ContactNotice.notEntered(text)))
      }
      let files = kind.isPersonal ? [] : [scan].compactMap(\.self)
      let receipt = try await visit.ask(found.command, persons: found.sealed, files: files)
      return .redirect("/contact/evidence/\(kind.id)", receipt)
    } else: {
      try await form(of: kind, refused: $0)
    }
  }

  /// What rows come to, without anything being done.
  private func taken(_ records: [EvidenceRecord], scan: String? = nil) async throws -> (
    fates: [ImportTables.Fate], command: ImportTables, sealed: [SealedPerson]
  ) {
    let vault = Vault(try await visit.site.store.vault())
    return try await visit.read { [id] register in
      var random = SystemRandomNumberGenerator()
      var intake = Intake(register, vault) { SealedPerson($0, using: &random) }
      let fates = records.map { intake.add($0, of: id, scan: scan) }
      return (fates, intake.command, intake.sealed)
    }
  }

  /// What a cell should have been: choices by the labels that the form shows, and not by their ids.
  private func expectation(_ fault: CellFault, of column: ColumnDefinition) -> Expectation {
    guard case .oneOf = fault.expected, case .choice(let choices) = column.form else { return fault.expected }
    return .oneOf(choices.map { visit.language($0.label) })
  }

  private func form(of kind: EvidenceKind, refused: String? = nil, faults: [CellFault] = []) async throws -> Answer {
    let fields = kind.columns.map { column -> Field in
      var field = column.field(in: visit.language)
      let fault = faults.first { $0.column == column.id }
      field.fault = fault.map { phrases.problem(.unexpected(found: $0.found, expected: expectation($0, of: column))) }
      return field
    }
    let entries = try await visit.read { [id] register in
      register.claims.filter { $0.studio == id && $0.kind == kind.id }
    }
    let names = try await visit.names(of: entries.flatMap { $0.persons([kind]) })
    let wrong = faults.isEmpty ? nil : phrases.notice(ContactNotice.wrongCells(faults.count))
    return try page(
      .entry, visit.language(kind.title),
      [
        "fields": fields.filled(from: visit.form).models(),
        "scan": Field("scan", word(.scan), .file, isOptional: true, hint: word(.scanHint)).model(),
        "isPersonal": kind.isPersonal, "entryPath": "/contact/evidence/\(kind.id)",
        "tablePath": "/contact/evidence/\(kind.id)/table", "templatePath": "/contact/evidence/\(kind.id)/template",
        "rows": try await models(of: entries.reversed(), names), "hasRows": !entries.isEmpty,
        "columns": kind.columns.map { visit.language($0.label) }.joined(separator: word(.listSeparator)),
      ], refused: refused ?? wrong)
  }
}

// MARK: - Tables

extension OwnStudio {
  /// `POST /contact/evidence/{kind}/table`: enters a table of the kind, all of its rows or none.
  func importTable() async throws -> Answer {
    let kind = try await kind()
    guard let bytes = visit.form.file("table") else { return try report(kind, findings: [], refused: word(.noTable)) }
    let rows: [EvidenceRow]
    do throws(Findings) {
      rows = try EvidenceFolder.rows(in: bytes, named: "\(kind.id).csv", kind: kind)
    } catch {
      return try report(kind, findings: error.first, count: error.count)
    }
    let code = try await studio().code
    // Another's code and one that nobody has are the same here: the table says nothing of who else there is.
    let others = rows.filter { $0.studio.lowercased() != code.lowercased() }.map { row in
      Finding(.unknownStudio(row.studio, nearest: code), at: row.place)
    }
    guard others.isEmpty else { return try report(kind, findings: Array(others.prefix(100)), count: others.count) }
    do {
      for row in rows { for cell in row.record.cells.values { try cell.checkFreeText() } }
      let found = try await taken(rows.map(\.record))
      let receipt =
        found.command.isEmpty ? nil : try await visit.ask(found.command, persons: found.sealed)
      return try report(kind, rows: zip(rows, found.fates).map { ($0, $1) }, receipt: receipt)
    } catch let refusal as Refusal {
      return try report(kind, findings: [], refused: phrases.refusal(refusal))
    }
  }

  private func report(
    _ kind: EvidenceKind, findings: [Finding] = [], count: Int = 0, rows: [(EvidenceRow, ImportTables.Fate)] = [],
    receipt: Receipt? = nil, refused: String? = nil
  ) throws -> Answer {
    let lines = findings.map { ["text": phrases.located($0)] as Model }
    let fates = rows.map { row, fate -> Model in
      [
        "line": row.place.line, "content": visit.language(row.record.caption), "fate": phrases.fate(fate),
        "isEntered": fate.isEntered,
      ]
    }
    let wrong = findings.isEmpty ? refused : phrases.notice(ContactNotice.tableNotEntered(count))
    return try page(
      .imported, visit.language(kind.title),
      [
        "findings": lines, "hasFindings": !lines.isEmpty, "rows": fates, "hasRows": !fates.isEmpty,
        "done": receipt.map {
          phrases.notice(DeskNotice.recorded(first: $0.entries.lowerBound, last: $0.entries.upperBound))
        },
        "nothingNew": receipt == nil && !rows.isEmpty, "backPath": kind.path,
        "tablePath": "/contact/evidence/\(kind.id)/table",
      ], refused: wrong)
  }
}

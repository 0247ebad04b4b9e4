import Foundation
package import Scoring
import Tables

/// A folder of evidence tables, one CSV file for each kind.
package struct EvidenceFolder: Sendable {
  package let path: String
  private let registry: ModuleRegistry

  /// The score sheet that a template puts beside the tables is no table of evidence.
  static let scoreSheet = "score-sheet.csv"

  package init(_ path: String, _ registry: ModuleRegistry) {
    self.path = path
    self.registry = registry
  }

  /// Every studio's records, by the studio's name; a table without rows is present and empty for all.
  ///
  /// - Parameter needed: the kinds that must be there.
  /// - Throws: everything that is wrong with the folder and its tables, in the order of the kinds.
  package func read(needing needed: [EvidenceKind]) throws(Findings) -> [String: StudioEvidence] {
    let (rows, opened) = try rows(needing: needed) { kind in needed.contains { $0.id == kind.id } }
    return Self.byStudio(rows, opened)
  }

  /// The rows of all tables that are there, each with its place, in the order of the kinds.
  ///
  /// - Throws: everything that is wrong with the folder and its tables.
  package func rows() throws(Findings) -> [EvidenceRow] {
    let names = try fileNames()
    return try rows(needing: []) { names.contains("\($0.id).csv") }.rows
  }

  /// The rows of one table, whatever its file is called.
  package static func rows(of file: String, kind: EvidenceKind) throws(Findings) -> [EvidenceRow] {
    try EvidenceTable(kind).read(TableSource(path: file))
  }

  /// The rows of a table in memory, under a name.
  package static func rows(in bytes: [UInt8], named name: String, kind: EvidenceKind) throws(Findings) -> [EvidenceRow]
  {
    try EvidenceTable(kind).read(TableSource(name: name, bytes: bytes))
  }

  private func rows(
    needing needed: [EvidenceKind], of isRead: (EvidenceKind) -> Bool
  ) throws(Findings) -> (rows: [EvidenceRow], kinds: [EvidenceKind]) {
    var findings = Findings()
    let names = try fileNames()
    let known = registry.kinds.map { "\($0.id).csv" }
    for name in names where !known.contains(name) && name != Self.scoreSheet {
      let near = nearest(to: name, among: known)
      findings.add(Finding(.unknownKind(name, nearest: near), at: Place(file: "\(path)/\(name)")))
    }
    var rows: [EvidenceRow] = []
    var opened: [EvidenceKind] = []
    for kind in registry.kinds where isRead(kind) {
      guard names.contains("\(kind.id).csv") else {
        findings.add(Finding(.missingTable("\(kind.id).csv"), at: Place(file: path)))
        continue
      }
      opened.append(kind)
      do throws(Findings) {
        rows += try EvidenceTable(kind).read(TableSource(path: "\(path)/\(kind.id).csv"))
      } catch {
        findings.add(error)
      }
    }
    try findings.check()
    return (rows, opened)
  }

  /// Nothing but empty tables, for a studio that no table names.
  package static func nothing(of kinds: [EvidenceKind]) -> StudioEvidence {
    var evidence = StudioEvidence()
    for kind in kinds { evidence.open(kind) }
    return evidence
  }

  private static func byStudio(
    _ rows: [EvidenceRow], _ kinds: [EvidenceKind]
  ) -> [String: StudioEvidence] {
    var studios: [String: StudioEvidence] = [:]
    for row in rows { studios[row.studio, default: nothing(of: kinds)].add(row.record) }
    return studios
  }

  private func fileNames() throws(Findings) -> [String] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Findings(Finding(.missingFile, at: Place(file: path)))
    }
    guard isDirectory.boolValue, let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Findings(Finding(.unreadable, at: Place(file: path)))
    }
    return names.filter { $0.hasSuffix(".csv") && !$0.hasPrefix(".") && !$0.hasPrefix("~") }.sorted()
  }
}

import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import Testing
import Wording

@testable import Web
@testable import studio

/// What the contact of YY001 is shown and sends.
struct OwnClient {
  let site: TestSite
  let browser: Client

  static let code = "YY001"

  init(_ site: TestSite, language: Language = .zh) async throws {
    self.site = site
    browser = try await site.client("yy001", language: language)
  }

  func read<Value: Sendable>(_ work: @escaping @Sendable (Register) throws -> Value) async throws -> Value {
    try await site.registrar.read(work)
  }

  /// The studio's claims of a kind as tables have them, persons by name, in the order of entry.
  func records(of kind: String) async throws -> [Entered] {
    let vault = Vault(try await site.store.vault())
    let own = try await site.studio(Self.code).id
    return try await read { register in
      register.claims.filter { $0.studio == own && $0.kind == kind }.map { entry in
        Entered(
          cells: register.record(of: entry, people: { vault[$0]?.name })?.cells ?? [:], state: entry.state)
      }
    }
  }

  struct Entered: Hashable {
    let cells: [String: String]
    let state: EvidenceItem.State
  }

  func end() async throws -> Int { try await site.registrar.end().sequence }

  /// A cell that a column takes, by its form alone.
  static func sample(of column: ColumnDefinition) -> String {
    if column.isPersonal { return "欧阳明远" }
    return switch column.form {
    case .text: "样例\(column.id)"
    case .whole(let range): "\(range.lowerBound + 1)"
    case .decimal(let range): range.upperBound.description
    case .day: "2025-03-31"
    case .choice(let choices): choices.last?.id ?? ""
    }
  }

  /// A table with one row.
  static func table(_ kind: EvidenceKind, _ cells: [[String: String]]) -> [UInt8] {
    let header = ["studio"] + kind.columns.map(\.id) + ["verified"]
    let rows = cells.map { cells in [code] + kind.columns.map { cells[$0.id] ?? "" } + ["no"] }
    return Array(([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined().utf8)
  }
}

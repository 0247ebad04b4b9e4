import Foundation
import InstalledModules
import Scoring
import TestSupport
import Testing

@Suite("The house stands as it is drawn")
struct HouseTests {
  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.path(folder)).filter { !$0.hasPrefix(".") }.sorted()
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.path(path), encoding: .utf8)
  }

  @Test("every folder of Plugins is registered")
  func registered() throws {
    let folders = try names(in: "Plugins")
    let types = Set(installedModules.map { "\($0)" })
    let package = try text("Package.swift")
    #expect(!folders.isEmpty)
    for folder in folders {
      #expect(types.contains(folder), "add “\(folder).self,” to Sources/InstalledModules/InstalledModules.swift")
      #expect(package.contains("  \"\(folder)\",\n"), "add “\"\(folder)\",” to the plugins in Package.swift")
    }
    #expect(types.count == folders.count)
  }

  @Test("a module's id is its type's name in words, and its rubric has a file of that name")
  func ids() throws {
    for module in installedModules {
      let id = module.description.id
      let type = id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      #expect("\(module)" == type)
      #expect(FileManager.default.fileExists(atPath: "\(Repository.rules)/\(id).yaml"))
      #expect(!module.description.examples.isEmpty, "\(type) has no examples")
      #expect(!module.description.summary.isEmpty && module.description.summary.count <= 150)
    }
  }

  @Test("two modules with one id are refused, and a kind with two shapes")
  func registry() throws {
    let module = try #require(installedModules.first)
    #expect(throws: RegistryError.duplicateModule(module.description.id)) { try ModuleRegistry([module, module]) }
    #expect(throws: RegistryError.conflictingKind("contests", modules: ["competition-results", "other-contests"])) {
      try ModuleRegistry(installedModules + [OtherContests.self])
    }
  }

  @Test("modules share the documents table: each knows its own, the table has them all")
  func documents() throws {
    let registry = try ModuleRegistry(installedModules)
    let documents = try #require(registry.kinds.first { $0.id == "documents" })
    guard case .choice(let choices) = documents.columns[0].form else {
      Issue.record("the first column is no choice")
      return
    }
    #expect(
      Set(choices.map(\.id)) == ["agreements", "training-plan", "roster", "archive", "ledger", "major-event-reports"])
    let tables = [
      "projects", "intellectual-property", "exchanges", "documents", "apprentices", "awards", "contests", "plans",
      "plan-items",
    ]
    #expect(Set(registry.kinds.map(\.id)).isSuperset(of: tables))
    #expect(Set(registry.kinds.map(\.id)).count == registry.kinds.count)
  }

  /// Who may import what of ours; the arrows of the house point down only.
  private static let arrows: [String: Set<String>] = [
    "Scoring": [], "Tables": [], "RubricFiles": ["Scoring"], "ScoreFiles": ["Scoring", "Tables"],
    "StudioRegistry": ["Scoring"], "Wording": ["Scoring", "StudioRegistry"], "Journal": ["Scoring", "StudioRegistry"],
    "Web": ["Scoring", "Tables", "ScoreFiles", "StudioRegistry", "Wording", "Journal"],
  ]

  @Test("rooms import what is below them, and each outside product has one importer", arguments: arrows.keys.sorted())
  func imports(room: String) throws {
    let allowed = Self.arrows[room, default: []]
    let outside: [String: Set<String>] = [
      "Scoring": [], "Tables": ["Foundation", "Synchronization"], "RubricFiles": ["Foundation", "Yams"],
      "ScoreFiles": ["Foundation", "Synchronization"], "Wording": [], "StudioRegistry": [],
      "Journal": ["Crypto", "CryptoExtras", "Foundation", "GRDB", "GRDBSQLite", "Synchronization"],
      "Web": [
        "CQREncode", "Dispatch", "Foundation", "HTTPTypes", "Hummingbird", "HummingbirdCore", "HummingbirdTLS",
        "Logging",
        "Mustache", "NIOCore", "NIOSSL", "Synchronization",
      ],
    ]
    try check("Sources/\(room)", allows: allowed.union(outside[room, default: []]))
  }

  @Test("plugins import nothing but the host")
  func pluginImports() throws {
    for plugin in try names(in: "Plugins") { try check("Plugins/\(plugin)/Sources", allows: ["Scoring"]) }
  }

  private func check(_ folder: String, allows allowed: Set<String>) throws {
    let files = try #require(FileManager.default.enumerator(atPath: Repository.path(folder))).compactMap {
      $0 as? String
    }
    let sources = files.filter { $0.hasSuffix(".swift") }
    #expect(!sources.isEmpty)
    for file in sources {
      for line in try text("\(folder)/\(file)").split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count == place + 2 else { continue }
        #expect(allowed.contains(String(words[place + 1])), "\(folder)/\(file): \(line)")
      }
    }
  }
}

/// A module whose contests have other columns than those of the competition module.
private struct OtherContests: RubricModule {
  static let title = Column<String>("title", zh: "名称", en: "Title")
  static let heldOn = Column<Day>("held_on", zh: "日期", en: "Held on")
  static let description = ModuleDescription(
    id: "other-contests", summary: "Counts other contests.",
    reads: [EvidenceKind("contests", zh: "其他", en: "Others", dated: .on(heldOn), heldOn, title)], examples: [])

  init(rubric: Rubric) throws(ModuleError) {}

  func referenceMarks(for evidence: Evidence, in period: Period) throws(ModuleError) -> [ReferenceMark] { [] }
}

import Foundation
import InstalledModules
import Journal
import RubricFiles
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import studio_bench

@Suite("A panel that signs over HTTP, in small", .turns)
struct LoadTests {
  private let folder: TemporaryFolder
  private let bench: LoadBench

  init() throws {
    folder = try TemporaryFolder()
    let registry = try ModuleRegistry(installedModules)
    let day = try #require(Day("2025-12-31"))
    let rules = try RuleSetFolder(Repository.rules).ruleSet(on: day, modules: registry)
    var bench = LoadBench(registry: registry, rules: rules, folder: URL(fileURLWithPath: folder.path))
    bench.program = URL(fileURLWithPath: Program.studio.path)
    (bench.judges, bench.studios) = (20, 20)
    self.bench = bench
  }

  @Test("A server that is killed while judges sign has every signature that it acknowledged, and goes on")
  func kill() async throws {
    let (acknowledged, kept) = try await bench.runWithKill()
    #expect(acknowledged >= 200)
    #expect(kept >= acknowledged)
    #expect(kept < 400, "nothing was under way when it was killed")
  }

  /// What may be wrong with what the journal holds.
  enum Fault: CaseIterable {
    case none, lost, otherMarks, unsigned, stranger
  }

  @Test("What is lost, altered, half there or nobody's is found", arguments: Fault.allCases)
  func check(_ fault: Fault) async throws {
    let register = try await bench.register("check")
    let (sheet, other) = (register.sheets[0], register.sheets[1])
    var sheets: [SheetMarks] = []
    for rubric in register.rules.rubrics {
      let marks = register.marks(of: fault == .otherMarks ? other : sheet, rubric)
      sheets.append(SheetMarks(studio: register.round.studios[sheet.studio], rubric: rubric.id, marks: marks))
    }
    let registrar = try await Registrar(SQLiteStore(path: register.path), modules: bench.registry) {
      SyntheticRegister.now
    }
    let judge = register.judges[sheet.judge]
    func ask(_ command: some Command) async throws {
      _ = try await registrar.submit(Submission(command, account: judge, channel: .test))
    }
    if fault != .lost { try await ask(EnterSheets(round: register.round.id, judge: judge, sheets: sheets)) }
    if fault != .lost, fault != .unsigned { try await ask(SignSheets(round: register.round.id, sheets: [])) }
    let check = LoadCheck(register: register, registry: bench.registry)
    let sent = fault == .stranger ? [other] : [sheet, other]
    func signed() async throws -> Set<LoadRegister.Sheet> {
      try await check.signed(sent: sent, acknowledged: fault == .stranger ? [] : [sheet], workers: 1)
    }
    if fault == .none {
      #expect(try await signed() == [sheet])
    } else {
      await #expect(throws: LoadError.self) { try await signed() }
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import studio

@Suite("studio rubrics new", .turns)
struct NewModuleTests {
  @Test("a name may be written in words or as a type", arguments: ["safety-record", "SafetyRecord", "safety_record"])
  func names(_ name: String) throws {
    let module = try #require(ModuleTemplate(name))
    #expect(module.id == "safety-record")
    #expect(module.type == "SafetyRecord")
  }

  @Test(
    "what is no name is refused",
    arguments: [
      "", "-", "scoring", "tests", "string", "a--b", "1st", "安全", "a b", "../x", String(repeating: "x", count: 61),
    ])
  func refused(_ name: String) {
    #expect(ModuleTemplate(name) == nil)
  }

  @Test("the module is registered in its place, once")
  func registration() throws {
    let module = try #require(ModuleTemplate("brazing"))
    let package = try String(contentsOfFile: Repository.path("Package.swift"), encoding: .utf8)
    let edited = try #require(module.registeredInPackage(package))
    #expect(edited.contains("  \"ApprenticeTraining\",\n  \"Brazing\",\n  \"CompetitionResults\",\n"))
    #expect(module.registeredInPackage(edited) == nil)
    let list = try String(
      contentsOfFile: Repository.path("Sources/InstalledModules/InstalledModules.swift"), encoding: .utf8)
    let installed = try #require(module.registeredAsInstalled(list))
    #expect(
      installed.contains("import ApprenticeTrainingRubric\nimport BrazingRubric\nimport CompetitionResultsRubric\n"))
    #expect(installed.contains("  ApprenticeTraining.self,\n  Brazing.self,\n  CompetitionResults.self,\n"))
  }

  @Test("outside the project nothing is written")
  func elsewhere() async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandLineRun(["rubrics", "new", "brazing", "--rules", Repository.rules], in: folder.path)
    #expect(run.status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "\(Repository.rules)/brazing.yaml"))
  }
}

import Foundation
import InstalledModules
import RubricFiles
import Scoring
import TestSupport
import Testing

@Suite("No YAML crashes the reader of rule sets")
struct RuleSetMutationTests {
  @Test("seeded mutations of a rule set either load or are refused with a place")
  func mutations() throws {
    let names = ["regulation.yaml", "workshop-order.yaml", "competition-results.yaml"]
    let originals = try names.map { name in
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(Repository.smallCounty)/\(name)")))
    }
    let folder = try TemporaryFolder()
    var mutation = Mutation(seed: 11)
    var (loaded, refused) = (0, 0)
    for _ in 0..<(Mutation.count / 4) {
      let changed = Int.random(in: names.indices, using: &mutation.random)
      for (place, name) in names.enumerated() {
        try folder.write(name, bytes: place == changed ? mutation.mutate(originals[place]) : originals[place])
      }
      do {
        let host = try Repository.host(folder.path)
        loaded += 1
        #expect(host.rules.rubrics.reduce(.zero) { $0 + $1.maximum } == host.rules.total.value)
      } catch let findings as Findings {
        refused += 1
        #expect(!findings.isEmpty && findings.first.allSatisfy { $0.place.file.hasPrefix(folder.path) })
      }
    }
    #expect(loaded > 0 && refused > loaded)
  }

  @Test(
    "nesting without end and anchors that multiply are refused, not followed",
    arguments: [
      String(repeating: "[", count: 50_000), String(repeating: "{a: ", count: 50_000),
      String(repeating: "- ", count: 50_000),
      "a: &a [x, x]\n"
        + (0..<30).map { "b\($0): &b\($0) [*\($0 == 0 ? "a" : "b\($0 - 1)"), *\($0 == 0 ? "a" : "b\($0 - 1)")]\n" }
        .joined(),
    ])
  func bombs(_ text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("regulation.yaml", text)
    #expect(throws: Findings.self) { try Repository.host(folder.path) }
    #expect((try? RuleSetFolder(folder.path).changes()) ?? [] == [])
  }
}

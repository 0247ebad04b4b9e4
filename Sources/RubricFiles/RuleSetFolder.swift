import Foundation
package import Scoring

/// A regulation's rules as a folder of YAML: `regulation.yaml`, and one file for each rubric that it lists.
package struct RuleSetFolder: Sendable {
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  package var regulationFile: String { "\(path)/regulation.yaml" }

  /// Where the rules beside assessments stand, if the rule set has any.
  var lifeFolder: String { "\(path)/life" }

  package func rubricFile(_ id: String) -> String { "\(path)/\(id).yaml" }

  /// The rules as in force on a day, or everything that is wrong with the files.
  ///
  /// - Parameter modules: the modules that the rubrics may name; each is tried with its rubric.
  package func ruleSet(on day: Day, modules: ModuleRegistry) throws(Findings) -> RuleSet {
    let log = FindingLog()
    let rules = RegulationReader(folder: self, day: day, modules: modules, log: log).read()
    try log.findings.check()
    guard let rules else { throw Findings(Finding(.unreadable, at: Place(file: regulationFile))) }
    return rules
  }

  /// One rubric's file alone, whether the regulation lists it or not.
  package func rubric(_ id: String, on day: Day, modules: ModuleRegistry) throws(Findings) -> Rubric {
    let log = FindingLog()
    let rubric = RegulationReader(folder: self, day: day, modules: modules, log: log).readRubric(id)
    try log.findings.check()
    guard let rubric else { throw Findings(Finding(.unreadable, at: Place(file: rubricFile(id)))) }
    return rubric
  }

  /// The days from which some value of the regulation holds, first to last.
  package func changes() throws(Findings) -> [Day] {
    let log = FindingLog()
    let days = RegulationReader.days(in: regulationFile, log: log)
    try log.findings.check()
    return days
  }

  /// Rubric files in the folder that the regulation does not list, so that they count for nothing.
  package func unlisted(in rules: RuleSet) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let listed = ["regulation"] + rules.rubrics.map(\.id)
    return files.filter { $0.hasSuffix(".yaml") && !listed.contains(String($0.dropLast(5))) }.sorted()
  }
}

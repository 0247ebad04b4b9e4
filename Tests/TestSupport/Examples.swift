import RubricFiles
public import Scoring
public import Testing

/// Runs a module's example with the rubric of that name; a failure stands at the example's own line.
package func expect(_ example: Example, of module: any RubricModule.Type) throws {
  let registry = try ModuleRegistry([module])
  let day = try #require(Day("2025-12-31"))
  let rubric = try RuleSetFolder(Repository.rules).rubric(module.description.id, on: day, modules: registry)
  let place = example.location
  let location = SourceLocation(
    fileID: place.fileID, filePath: place.filePath, line: place.line, column: place.column)
  let failure = example.failure(of: module, serving: rubric)
  #expect(failure == nil, "\(example.title)", sourceLocation: location)
}

extension Example: CustomTestStringConvertible {
  public var testDescription: String { title }
}

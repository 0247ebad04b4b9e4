/// A field of work with its criteria, and the module, if any, that measures some of them.
public struct Rubric: Codable, Hashable, Sendable {
  /// The permanent id, also the module's id and the file's name: `technical-breakthroughs`.
  public let id: String
  /// The rubric's title.
  public let title: Text
  /// The criteria in the order of the sheet.
  public let criteria: [Criterion]
  /// The id of the module that computes reference marks; nil where all criteria are judged.
  public let module: String?
  /// On what the rubric rests.
  public let source: Source
  /// The first day on which the rubric is in force.
  public let from: Day

  /// A rubric as its file describes it.
  public init(id: String, title: Text, criteria: [Criterion], module: String?, source: Source, from: Day) {
    self.id = id
    self.title = title
    self.criteria = criteria
    self.module = module
    self.source = source
    self.from = from
  }

  /// The most points that a judge may give for the whole rubric: the sum of its criteria.
  public var maximum: Points { criteria.reduce(.zero) { $0 + $1.maximum } }

  /// The criterion with an id.
  ///
  /// - Throws: ``ModuleError/missingCriterion(_:)``.
  public func criterion(_ id: String) throws(ModuleError) -> Criterion {
    guard let criterion = criteria.first(where: { $0.id == id }) else { throw .missingCriterion(id) }
    return criterion
  }
}

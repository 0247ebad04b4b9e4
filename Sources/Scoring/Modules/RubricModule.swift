/// A rubric's knowledge of its field: which evidence it reads, and which reference marks follow from it.
///
/// A module never sees the panel, and never decides what counts: the host sorts the evidence before the module gets it.
public protocol RubricModule: Sendable {
  /// What the module scores and reads, with examples that are its documentation and its tests.
  static var description: ModuleDescription { get }
  /// Prepares the module for a rubric, or refuses one that it cannot serve.
  init(rubric: Rubric) throws(ModuleError)
  /// Computes reference marks for the measured criteria from the evidence that counts.
  func referenceMarks(for evidence: Evidence, in period: Period) throws(ModuleError) -> [ReferenceMark]
}

/// What a module is: its permanent id, what it does in one sentence, what it reads, and examples.
public struct ModuleDescription: Sendable {
  /// The permanent id, also its rubric's id and file name.
  public let id: String
  /// What the module does, in one sentence.
  public let summary: String
  /// The kinds of evidence that the module reads, in the order in which they count.
  public let reads: [EvidenceKind]
  /// Evidence and the marks or the refusal that follow; each runs as a test.
  public let examples: [Example]

  /// A module's description.
  public init(id: String, summary: String, reads: [EvidenceKind], examples: [Example]) {
    self.id = id
    self.summary = summary
    self.reads = reads
    self.examples = examples
  }
}

extension Rubric {
  /// A criterion that a module measures, with exactly the parameters that the module takes.
  ///
  /// - Throws: ``ModuleError`` where the rubric lacks the criterion, judges it, or gives other parameters.
  public func measured(_ id: String, by parameters: [String] = []) throws(ModuleError) -> Criterion {
    let criterion = try criterion(id)
    guard case .measured(let given) = criterion.kind else { throw .missingCriterion(id) }
    for name in parameters where given[name] == nil { throw .missingParameter(criterion: id, name: name) }
    if let name = given.keys.sorted().first(where: { !parameters.contains($0) }) {
      throw .unknownParameter(criterion: id, name: name)
    }
    return criterion
  }

  /// Refuses a rubric that measures anything but these criteria.
  ///
  /// - Throws: ``ModuleError/unknownCriterion(_:)``.
  public func measuresOnly(_ ids: String...) throws(ModuleError) {
    if let other = criteria.first(where: { $0.isMeasured && !ids.contains($0.id) }) {
      throw .unknownCriterion(other.id)
    }
  }
}

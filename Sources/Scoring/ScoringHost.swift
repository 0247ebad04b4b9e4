/// The host: loads the rubrics' modules through the registry, takes a scorebook, and gives outcomes.
///
/// It alone combines marks; modules never see the panel.
package struct ScoringHost: Sendable {
  package let rules: RuleSet
  package let registry: ModuleRegistry
  package let layout: SheetLayout
  /// The rubrics' modules in rule-set order, prepared for their rubrics.
  let modules: [Loaded]
  /// The slots by the ids of their criteria and rubrics.
  private let slots: [String: Int]

  struct Loaded: Sendable {
    let description: ModuleDescription
    let module: any RubricModule
  }

  /// Why a rule set cannot be served.
  package enum LoadError: Error, Hashable, Sendable {
    case unknownModule(String, rubric: String)
    case refused(ModuleError, rubric: String)
  }

  /// Loads the modules that a rule set's rubrics name.
  package init(_ rules: RuleSet, _ registry: ModuleRegistry) throws(LoadError) {
    self.rules = rules
    self.registry = registry
    layout = SheetLayout(rules)
    slots = Dictionary(layout.ids.enumerated().map { ($1, $0) }) { first, _ in first }
    var modules: [Loaded] = []
    for rubric in rules.rubrics {
      guard let id = rubric.module else { continue }
      guard let type = registry[id] else { throw .unknownModule(id, rubric: rubric.id) }
      do throws(ModuleError) {
        try modules.append(Loaded(description: type.description, module: type.init(rubric: rubric)))
      } catch {
        throw .refused(error, rubric: rubric.id)
      }
    }
    self.modules = modules
  }

  /// The kinds of evidence that the rule set's modules read, in the order in which they count.
  package var kinds: [EvidenceKind] {
    var seen: Set<String> = []
    return modules.flatMap(\.description.reads).filter { seen.insert($0.id).inserted }
  }

  /// The reference marks of one studio, in rule-set order.
  package func referenceMarks(
    from records: StudioEvidence, in period: Period
  ) throws(ModuleError) -> [ReferenceMark] {
    let evidence = records.sorted(for: modules.map(\.description), in: period)
    var marks: [ReferenceMark] = []
    for (loaded, evidence) in zip(modules, evidence) {
      marks += try loaded.module.referenceMarks(for: evidence, in: period)
    }
    return marks.sorted { slots[$0.criterion, default: 0] < slots[$1.criterion, default: 0] }
  }
}

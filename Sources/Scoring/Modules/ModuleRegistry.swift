/// Why modules cannot stand together.
package enum RegistryError: Error, Hashable, Sendable {
  /// Two modules have one id.
  case duplicateModule(String)
  /// Two modules declare one kind of evidence with different columns.
  case conflictingKind(String, modules: [String])
}

/// The modules that a program has, by id.
package struct ModuleRegistry: Sendable {
  /// The modules' types, in the order in which they were registered.
  package let modules: [any RubricModule.Type]
  /// Every kind of evidence that some module reads, once each.
  package let kinds: [EvidenceKind]

  /// Registers modules.
  ///
  /// - Throws: ``RegistryError``.
  package init(_ modules: [any RubricModule.Type]) throws(RegistryError) {
    var kinds: [EvidenceKind] = []
    var readers: [String: [String]] = [:]
    var ids: Set<String> = []
    for module in modules {
      let description = module.description
      guard ids.insert(description.id).inserted else { throw .duplicateModule(description.id) }
      for kind in description.reads {
        readers[kind.id, default: []].append(description.id)
        guard let place = kinds.firstIndex(where: { $0.id == kind.id }) else {
          kinds.append(kind)
          continue
        }
        guard let joined = kinds[place].joined(with: kind) else {
          throw .conflictingKind(kind.id, modules: readers[kind.id, default: []])
        }
        kinds[place] = joined
      }
    }
    self.modules = modules
    self.kinds = kinds
  }

  /// The module with an id.
  package subscript(id: String) -> (any RubricModule.Type)? {
    modules.first { $0.description.id == id }
  }
}

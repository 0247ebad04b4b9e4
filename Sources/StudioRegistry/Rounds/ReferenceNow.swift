package import Scoring

extension Register {
  /// What studios' evidence gives in a round's period as it stands now: what closing the round would store.
  ///
  /// - Throws: ``Refusal/rulesNotServed`` or the module's refusal.
  package func referenceMarks(
    of studios: [ID<Studio>], in round: ID<Round>
  ) throws(Refusal) -> [ID<Studio>: [StoredReferenceMark]] {
    let frame = try self.round(round).frame
    let host: ScoringHost
    do { host = try ScoringHost(frame.rules, modules) } catch { throw .rulesNotServed }
    let kinds = host.kinds
    var found: [ID<Studio>: [StoredReferenceMark]] = [:]
    for studio in studios {
      do throws(ModuleError) {
        let marks = try host.referenceMarks(from: studioEvidence(of: studio, kinds: kinds), in: frame.period)
        found[studio] = marks.map(StoredReferenceMark.init)
      } catch {
        throw .module(error, studio: code(of: studio))
      }
    }
    return found
  }

  /// Reference marks with their rows of evidence, persons by name where they are known.
  package func read(_ marks: [StoredReferenceMark], people: (ID<Person>) -> String? = { _ in nil }) -> [ReferenceMark] {
    marks.map { mark in
      mark.mark(
        { evidence[$0].flatMap { record(of: $0, people: people) } }, renamed: { renamed($0, people: people) },
        people: { persons[$0] == nil ? nil : people($0) })
    }
  }

  /// The persons whom reference marks' rows of evidence name.
  package func people(in marks: [StoredReferenceMark]) -> [ID<Person>] {
    var found: Set<ID<Person>> = []
    for record in read(marks).flatMap(\.reasons).compactMap(\.record) {
      guard let kind = modules.kinds.first(where: { $0.id == record.kind }) else { continue }
      let cells = record.cells
      for column in kind.columns where column.isPersonal {
        if let person = cells[column.id].flatMap({ ID<Person>($0) }) { found.insert(person) }
      }
    }
    return found.sorted()
  }
}

/// One studio's evidence as a module gets it: per kind, what counts and what was left out, already sorted by the host.
public struct Evidence: Hashable, Codable, Sendable {
  private var tables: [String: Table] = [:]

  /// The records of one kind.
  public struct Table: Hashable, Codable, Sendable {
    /// The records that count, in an order that does not depend on the file's.
    public var counted: [EvidenceRecord] = []
    /// The records that do not, each a ``Reason/leftOut(_:_:)``.
    public var leftOut: [Reason] = []

    /// A table with nothing in it.
    public init() {}
  }

  /// No tables at all.
  public init() {}

  /// The sorted records of a kind.
  ///
  /// - Throws: ``ModuleError/missingTable(_:)``, or ``ModuleError/malformedRecord(kind:)`` where a stored record does not fit.
  public subscript(kind: EvidenceKind) -> Table {
    get throws(ModuleError) {
      guard let table = tables[kind.id] else { throw .missingTable(kind.id) }
      guard table.counted.allSatisfy({ $0.fits(kind) }), table.leftOut.allSatisfy({ $0.record?.fits(kind) ?? true })
      else { throw .malformedRecord(kind: kind.id) }
      return table
    }
  }

  mutating func set(_ table: Table, for kind: EvidenceKind) {
    tables[kind.id] = table
  }
}

/// The points that a module computes for a measured criterion from the evidence that counts, with its reasons.
///
/// It is offered to the judges; none of theirs is ever changed by it.
public struct ReferenceMark: Hashable, Codable, Sendable {
  /// The criterion's id.
  public let criterion: String
  /// The mark, 0 to the criterion's maximum.
  public let marks: Points
  /// What counted, what did not, and what happened to the sum.
  public let reasons: [Reason]

  /// Caps an exact sum at the criterion's maximum and rounds it half-up to 0.01, once.
  ///
  /// - Throws: ``ModuleError/outOfRange(criterion:)`` where a number on the way does not fit.
  public init(
    _ criterion: Criterion, because reasons: [Reason], sum: () throws(NumberError) -> Exact
  ) throws(ModuleError) {
    self.criterion = criterion.id
    do throws(NumberError) {
      let sum = try sum()
      let isOver = sum > Exact(criterion.maximum)
      marks = try isOver ? criterion.maximum : Points(halfUp: max(sum, .zero))
      self.reasons = isOver ? reasons + [.capped(at: criterion.maximum)] : reasons
    } catch {
      throw .outOfRange(criterion: criterion.id)
    }
  }

  /// A mark that was computed before, as it is read back.
  package init(criterion: String, marks: Points, reasons: [Reason]) {
    self.criterion = criterion
    self.marks = marks
    self.reasons = reasons
  }

  /// The sum of what records are worth, each counted with its worth, and capped.
  ///
  /// - Throws: ``ModuleError/outOfRange(criterion:)``.
  public init(
    _ criterion: Criterion, counting worths: [(record: EvidenceRecord, worth: Points)], leftOut: [Reason] = []
  ) throws(ModuleError) {
    let sum = worths.reduce(Points.zero) { $0 + $1.worth }
    let counted = worths.map { Reason.counted($0.record, worth: $0.worth) }
    try self.init(criterion, because: counted + leftOut) { Exact(sum) }
  }
}

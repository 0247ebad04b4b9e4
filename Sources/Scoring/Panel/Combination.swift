/// A panel's marks for one rubric, or one criterion, with what became of each: the panel rule, shown step by step.
package struct Combination: Hashable, Sendable {
  /// The judges' marks from lowest to highest; equal ones by the judges' names.
  package let entries: [Entry]
  /// The mean of the kept ones.
  package let score: PanelScore

  /// A judge's mark, and what became of it.
  package struct Entry: Hashable, Sendable {
    package let judge: String
    package let marks: Points
    package let fate: Fate
  }

  /// What the panel rule did with a mark.
  package enum Fate: String, Hashable, Sendable, CaseIterable {
    case kept
    case lowest
    case highest
  }

  /// Applies a panel rule to judges' marks.
  ///
  /// - Throws: ``PanelError/tooFew(marks:needed:)``.
  package init(_ marks: [(judge: String, marks: Points)], by rule: PanelRule) throws(PanelError) {
    let kept = try rule.kept(of: marks.count)
    let sorted = marks.sorted { left, right in
      if left.marks != right.marks { return left.marks < right.marks }
      return left.judge.utf8.lexicographicallyPrecedes(right.judge.utf8)
    }
    entries = sorted.enumerated().map { place, mark in
      let fate: Fate = place < kept.lowerBound ? .lowest : place >= kept.upperBound ? .highest : .kept
      return Entry(judge: mark.judge, marks: mark.marks, fate: fate)
    }
    score = PanelScore(sum: sorted[kept].reduce(.zero) { $0 + $1.marks }, count: kept.count)
  }
}

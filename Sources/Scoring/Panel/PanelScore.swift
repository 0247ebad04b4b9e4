/// What a panel gave: the mean of the marks that its rule keeps, as their sum and their number.
///
/// A panel's criteria are all combined over equally many marks, so that a rubric's score is one such mean, too, where the
/// rule is applied per criterion.
package struct PanelScore: Hashable, Sendable {
  /// The sum of the marks that are averaged.
  package let sum: Points
  /// How many are averaged, 1 or more.
  package let count: Int

  package init(sum: Points, count: Int) {
    self.sum = sum
    self.count = count
  }

  /// The mean as an exact fraction.
  package var exact: Exact { Exact(reducing: Int128(sum.hundredths), over: 100 * Int128(count)) }

  /// The mean, rounded half-up to 0.01.
  package var rounded: Points { Points(hundredths: (2 * sum.hundredths + count) / (2 * count)) }

  /// The exact sum of several panels' scores.
  ///
  /// - Throws: ``NumberError/outOfRange``.
  package static func total(of scores: some Sequence<PanelScore>) throws(NumberError) -> Exact {
    var total = Exact.zero
    for score in scores { total = try total + score.exact }
    return total
  }

  /// The exact sum, rounded half-up to 0.01, once.
  ///
  /// - Throws: ``NumberError/outOfRange``.
  package static func roundedTotal(of scores: ArraySlice<PanelScore>) throws(NumberError) -> Points {
    guard let count = scores.first?.count, scores.allSatisfy({ $0.count == count }) else {
      return try Points(halfUp: total(of: scores))
    }
    // Panels of equal size, which nearly all are, need no fraction.
    return PanelScore(sum: scores.reduce(.zero) { $0 + $1.sum }, count: count).rounded
  }
}

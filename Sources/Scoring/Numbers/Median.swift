extension Collection where Element == Points {
  /// The middle one, of an even number the mean of the middle two, rounded half-up; nil of none. In any order, 0 or more.
  package var median: Points? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    return PanelScore(sum: sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2], count: 2).rounded
  }
}

extension Collection where Element == Double {
  /// The middle one, of an even number the mean of the middle two; nil of none. For statistics and drawing, in any order.
  package var median: Double? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

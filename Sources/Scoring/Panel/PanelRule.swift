/// A panel that a rule cannot serve.
public enum PanelError: Error, Hashable, Sendable {
  /// The rule leaves nothing to average.
  case tooFew(marks: Int, needed: Int)
}

/// How a panel's marks become one number: sort them, and take the mean of a stretch in the middle.
public enum PanelRule: Hashable, Sendable {
  /// The mean of all.
  case mean
  /// The mean of what is left after dropping so many highest and as many lowest.
  case trimmedMean(dropping: Int)
  /// The middle one; of an even number, the exact mean of the middle two.
  case median

  /// The fewest marks that the rule can combine.
  public var needed: Int {
    switch self {
    case .mean, .median: 1
    case .trimmedMean(let dropping): 2 * dropping + 1
    }
  }

  /// How many marks the rule drops at each end; 0 for mean and median.
  public var trim: Int {
    if case .trimmedMean(let dropping) = self { dropping } else { 0 }
  }

  /// The places, in sorted order, of the marks that are averaged.
  ///
  /// - Throws: ``PanelError/tooFew(marks:needed:)``.
  public func kept(of count: Int) throws(PanelError) -> Range<Int> {
    guard count >= needed else { throw .tooFew(marks: count, needed: needed) }
    return switch self {
    case .mean: 0..<count
    case .trimmedMean(let dropping): dropping..<(count - dropping)
    case .median: (count - 1) / 2..<count / 2 + 1
    }
  }

  /// The panel's exact score.
  ///
  /// - Throws: ``PanelError/tooFew(marks:needed:)``.
  public func combine(_ marks: [Points]) throws(PanelError) -> Exact {
    var units = marks.map(\.hundredths)
    return try combine(sorting: &units, unitsInOne: 100)
  }

  /// The exact score of marks on any scale, each a whole number of equal parts of one, which it sorts in place.
  ///
  /// Sums are 128 bits wide, so that no panel of machine words overflows them.
  ///
  /// - Throws: ``PanelError/tooFew(marks:needed:)``.
  package func combine(sorting units: inout [Int], unitsInOne: Int) throws(PanelError) -> Exact {
    let kept = try kept(of: units.count)
    Self.sort(&units)
    var sum: Int128 = 0
    for place in kept { sum += Int128(units[place]) }
    return Exact(reducing: sum, over: Int128(kept.count) * Int128(unitsInOne))
  }

  /// Sorts a panel: by insertion where it is small, which beats the general sort severalfold.
  private static func sort(_ units: inout [Int]) {
    guard units.count <= 16 else { return units.sort() }
    for place in units.indices.dropFirst() {
      let unit = units[place]
      var hole = place
      while hole > 0, units[hole - 1] > unit {
        units[hole] = units[hole - 1]
        hole -= 1
      }
      units[hole] = unit
    }
  }
}

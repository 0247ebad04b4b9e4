/// A panel that a rule cannot serve.
public enum PanelError: Error, Hashable, Sendable {
  /// The rule leaves nothing to average.
  case tooFew(marks: Int, needed: Int)
}

/// How a panel's marks become one number: sort them, and take the mean of a stretch in the middle.
public enum PanelRule: Codable, Hashable, Sendable {
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
    try combine(marks.map(\.hundredths), unitsInOne: 100)
  }

  /// The exact score of marks on any scale, each a whole number of equal parts of one.
  ///
  /// Sums are 128 bits wide, so that no panel of machine words overflows them.
  ///
  /// - Throws: ``PanelError/tooFew(marks:needed:)``.
  package func combine(_ units: [Int], unitsInOne: Int) throws(PanelError) -> Exact {
    let kept = try kept(of: units.count)
    let sum = units.sorted()[kept].reduce(Int128(0)) { $0 + Int128($1) }
    return Exact(reducing: sum, over: Int128(kept.count) * Int128(unitsInOne))
  }

  /// The score of a panel's marks in hundredths, which it sorts in place; no file can hold so many that their sum overflows.
  ///
  /// - Throws: ``PanelError/tooFew(marks:needed:)``.
  func score(sorting marks: inout [Int]) throws(PanelError) -> PanelScore {
    let kept = try kept(of: marks.count)
    Self.sort(&marks)
    var sum = 0
    for place in kept { sum += marks[place] }
    return PanelScore(sum: Points(hundredths: sum), count: kept.count)
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

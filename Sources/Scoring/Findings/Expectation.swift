/// What should have stood where something else was found.
package enum Expectation: Error, Hashable, Sendable {
  case text
  case day
  case whole(ClosedRange<Int>)
  /// A plain decimal number within a range, at most two decimals.
  case decimal(ClosedRange<Points>)
  /// A plain decimal number with at most so many decimals and nine digits before them.
  case plainDecimal(places: Int)
  case nonNegative
  /// No more than a criterion's or rubric's maximum.
  case atMost(Points)
  case oneOf([String])
  case yesOrNo
  case notEmpty
  /// A long number that a spreadsheet left as text.
  case numberAsText
  /// A cell filled because another one is.
  case filledWith(String)
  case notBefore(Day)
  case fields(Int)
  /// A criterion's or rubric's id, with the nearest known one.
  case known(nearest: String?)
  // Rule sets
  case mapping
  case list
  case articleOrWorkingRule
  case articleUpTo(Int)
  case sum(Points)
  case levels(Int)
  case evenLevels([Points])
  case identifier
  case nameOfFile(String)
  case module([String])
  case moduleForMeasured
  case panelOfAtLeast(Int)
  case oddPanelOfAtLeast(Int)
}

import Scoring

/// What stands in a cell for a mark.
enum MarkCell: Hashable, Sendable {
  case absent
  /// In hundredths.
  case mark(Int32)
  case wrong(Expectation)

  /// Reads a cell's text: blank or a dash for absent, or a plain decimal number from 0 to the maximum.
  init(_ text: String, maximum: Int32) {
    let folded = text.folded
    if Self.isAbsent(folded) {
      self = .absent
      return
    }
    switch DecimalNumber.units(in: folded.utf8, places: 2) {
    case .success(let units) where units <= maximum: self = .mark(Int32(units))
    case .success, .failure(.tooManyDigits): self = .wrong(.atMost(Points(hundredths: Int(maximum))))
    case .failure(.negative): self = .wrong(.nonNegative)
    case .failure: self = .wrong(.plainDecimal(places: 2))
    }
  }

  /// Whether a cell says that there is no mark: blank, or a dash of any length.
  static func isAbsent(_ text: String) -> Bool {
    text.isEmpty || ["-", "–", "—", "——"].contains(text)
  }
}

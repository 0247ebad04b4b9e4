public import Scoring

extension Points: ExpressibleByFloatLiteral {
  /// Points as a test writes them: `8.75`. Only for tests, for a floating point has no place in a score.
  public init(floatLiteral value: Double) {
    self.init(hundredths: Int((value * 100).rounded()))
  }
}

extension Points {
  /// A panel's marks from 0 to 10 in quarter points.
  package static func panel(of count: Int, using random: inout SeededGenerator) -> [Points] {
    (0..<count).map { _ in Points(hundredths: 25 * Int.random(in: 0...40, using: &random)) }
  }
}

package import Scoring

extension Points {
  /// The points as a change is written, with their sign: `+2.50`, `−0.50`, `0.00`.
  package var signed: String { self > .zero ? "+\(self)" : description.replacing("-", with: "−") }
}

extension Phrases {
  /// Money that is kept in fen, as tables have it: `1,234,567`, and `1,234.50` where there are fen.
  package func amount(_ fen: Int) -> String {
    let (whole, rest) = ("\(fen.magnitude / 100)", fen.magnitude % 100)
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    let cents = rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (fen < 0 ? "−" : "") + grouped + cents
  }

  /// An exact share in percent, rounded for reading alone: `85.00 %`; nil of none.
  package func percentage(_ share: Exact?) -> String? {
    guard let share, let percent = try? Points(halfUp: share * Exact(100)) else { return nil }
    return "\(percent) %"
  }
}

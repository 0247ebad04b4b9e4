import ArgumentParser
import Scoring
import StudioRegistry
import Wording

/// Money in fen, as a table for people or a program has it.
enum Yuan {
  /// `1234567` for whole yuan, else `1234.50`.
  static func plain(_ fen: Int) -> String {
    let (whole, rest) = (fen.magnitude / 100, fen.magnitude % 100)
    return (fen < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
  }

  /// `1,234,567` and `1,234.50`; plain for programs.
  static func written(_ fen: Int, as format: Format) -> String {
    format == .table ? Language.en.phrases.amount(fen) : plain(fen)
  }
}

/// A sum in yuan with at most two decimals, as fen.
func parseYuan(_ text: String) throws -> Int {
  guard case .success(let fen) = DecimalNumber.units(in: text.utf8, places: 2) else {
    throw ValidationError("“\(text)” is no sum in yuan; write it as 20000 or 1234.50")
  }
  return fen
}

extension Fund: ExpressibleByArgument {}

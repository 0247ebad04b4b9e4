import Scoring
import StudioRegistry
import Wording

// What somebody types is read by the same rules on every page: digits may be full-width, and what cannot be read is named.
extension Form {
  /// A day that was typed; nil where the field is empty.
  func day(_ name: String, _ phrases: any Phrases) throws(Turned) -> Day? {
    guard let typed = text(name) else { return nil }
    guard let day = Day(typed: typed) else { throw .said(phrases.notice(RegisterNotice.badDay(typed))) }
    return day
  }

  /// A whole number that was typed; nil where the field is empty.
  func whole(_ name: String, _ phrases: any Phrases) throws(Turned) -> Int? {
    guard let typed = text(name) else { return nil }
    guard let number = Int(typed: typed) else { throw .said(phrases.notice(RegisterNotice.badNumber(typed))) }
    return number
  }

  /// A sum in yuan that was typed, in fen; nil where the field is empty.
  func fen(_ name: String, _ phrases: any Phrases) throws(Turned) -> Int? {
    guard let typed = text(name) else { return nil }
    guard let fen = Yuan.fen(typed) else { throw .said(phrases.notice(RegisterNotice.badSum(typed))) }
    return fen
  }

  /// Points that were typed, as a judge may type them; nil where the field is empty.
  ///
  /// - Parameter label: what the points are for.
  func points(_ name: String, for label: String, _ phrases: any Phrases) throws(Turned) -> Points? {
    guard let typed = text(name) else { return nil }
    guard let points = Points(typed: typed) else { throw .said(phrases.page(RoundNotice.badMark(label, typed))) }
    return points
  }
}

extension Visit {
  /// A day that was typed; nil where the field is empty.
  func day(_ name: String) throws(Turned) -> Day? { try form.day(name, phrases) }

  /// A day that must be given.
  func neededDay(_ name: String) throws(Turned) -> Day {
    guard let day = try day(name) else { throw .said(phrases.notice(RegisterNotice.badDay(""))) }
    return day
  }

  /// A whole number that must be given.
  func neededWhole(_ name: String) throws(Turned) -> Int {
    guard let number = try form.whole(name, phrases) else { throw .said(phrases.notice(RegisterNotice.badNumber(""))) }
    return number
  }

  /// A sum in yuan that must be given, in fen.
  func neededFen(_ name: String) throws(Turned) -> Int {
    guard let fen = try form.fen(name, phrases) else { throw .said(phrases.notice(RegisterNotice.badSum(""))) }
    return fen
  }
}

extension Day {
  /// A day as it is typed.
  init?(typed text: String) { self.init(text.foldingWidth().trimmed) }
}

extension Int {
  /// A whole number as it is typed.
  init?(typed text: String) { self.init(text.foldingWidth().trimmed) }
}

/// Money in yuan as it is typed.
enum Yuan {
  /// A sum with at most two decimals, as fen; nil where it is none.
  ///
  /// Commas stand before groups of three digits; one that stands anywhere else may be meant as the decimal sign.
  static func fen(_ text: String) -> Int? {
    let written = text.foldingWidth().withoutSpacing.replacing("，", with: ",")
    let groups = written.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.count == 1 || (1...3).contains(groups[0].count),
      !written.drop(while: { $0 != "." }).contains(",")
    else { return nil }
    let plain = written.replacing(",", with: "")
    guard case .success(let fen) = DecimalNumber.units(in: plain.utf8, places: 2) else { return nil }
    return fen
  }
}

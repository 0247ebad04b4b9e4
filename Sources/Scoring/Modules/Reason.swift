/// Why a reference mark is what it is: data, put into words where somebody reads it.
public enum Reason: Hashable, Codable, Sendable {
  /// The record counts; with the points that it is worth, where it has a worth of its own.
  case counted(EvidenceRecord, worth: Points?)
  /// The record does not count.
  case leftOut(EvidenceRecord, Cause)
  /// So many of the number that earns the full mark.
  case proportion(count: Int, full: Int)
  /// A year's plan: the sum of weight × completion in percent, and the sum of weights.
  case fulfilment(year: Int, weighted: Points, weight: Int)
  /// Nothing was planned for the year, which counts 0.
  case withoutPlan(year: Int)
  /// The year's plan has no items, which counts 0.
  case withoutItems(year: Int)
  /// The sum went over the criterion's maximum.
  case capped(at: Points)
  /// Anything else, in the module's own words.
  case stated(Text)

  /// The record counts.
  public static func counted(_ record: EvidenceRecord) -> Reason { .counted(record, worth: nil) }

  /// Why a record does not count.
  public enum Cause: Hashable, Codable, Sendable {
    /// Nobody verified it.
    case unverified
    /// It is not dated in the period.
    case outOfPeriod
    /// It holds until it is replaced, and is dated after the period.
    case afterPeriod
    /// Another row with the same number stands for it.
    case sameNumber
    /// Its number was counted before, in another kind.
    case numberCounted(kind: String)
    /// A better record of the same person, team or thing counts.
    case anotherCounts(Text)
    /// The training was shorter than so many months.
    case trainedTooShort(months: Int)
    /// The training does not reach into the period.
    case trainedOutOfPeriod
    /// The promotion is not dated in the period.
    case promotedOutOfPeriod
    /// The plan came after the end of its year.
    case afterItsYear
    /// No plan of the year counts.
    case noPlan(year: Int)
    /// Anything else, in the module's own words.
    case stated(Text)
  }

  /// The record that the reason is about, where it is about one.
  public var record: EvidenceRecord? {
    switch self {
    case .counted(let record, _), .leftOut(let record, _): record
    default: nil
    }
  }
}

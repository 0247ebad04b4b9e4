package import Scoring

extension Register {
  /// How many minutes the register's clock is ahead of UTC, by the rules in force; 0 before it is founded.
  package var utcOffset: Int { rules?.authority.utcOffset ?? 0 }

  /// The calendar day of a moment, given in milliseconds since 1970 UTC, where the register is kept.
  package func day(at milliseconds: Int) -> Day { Day(milliseconds: milliseconds, utcOffset: utcOffset) }
}

package import Scoring

extension Day {
  /// The calendar day of a moment, where clocks are some minutes ahead of UTC; 1970 before that.
  package init(milliseconds: Int, utcOffset: Int) {
    let days = max(0, milliseconds / 1000 + utcOffset * 60) / 86_400
    // Howard Hinnant's civil_from_days, http://howardhinnant.github.io/date_algorithms.html, for days since 1970.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    self = Day(year: year, month: month < 10 ? month + 3 : month - 9, day: day) ?? Day.latest
  }
}

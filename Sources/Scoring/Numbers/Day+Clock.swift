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

extension Day {
  /// The first moment after the day, in milliseconds since 1970 UTC, where clocks are some minutes ahead of UTC.
  package func end(utcOffset: Int) -> Int {
    // Howard Hinnant's days_from_civil.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return ((era * 146_097 + dayOfEra - 719_468 + 1) * 86_400 - utcOffset * 60) * 1000
  }
}

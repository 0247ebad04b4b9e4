/// Why a command about rules was refused, or one that needs rules which are not there (Art. 25).
package enum RulesRefusal: Error, Hashable, Sendable {
  /// The rule set in force has nothing about a studio's life beside assessments.
  case noLife
  /// A working day is asked for in a year of which the calendar knows nothing.
  case noCalendar(year: Int)
  case unknownArticle(Int)
}

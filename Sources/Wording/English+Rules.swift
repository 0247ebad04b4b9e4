import StudioRegistry

extension English {
  func refusal(_ refusal: RulesRefusal) -> String {
    switch refusal {
    case .noLife:
      "The rules in force are for assessments alone: they have no folder life/, which Art. 5 to 24 need. Adopt rules "
        + "that have it: studio rules adopt."
    case .noCalendar(let year):
      "The calendar has no working days for \(year), and by the working rule none are guessed. Enter that year's holidays in "
        + "life/calendar.yaml, then: studio rules adopt."
    case .unknownArticle(let article):
      "There is no Art. \(article) that could be interpreted (Art. 25). Correct the number."
    }
  }
}

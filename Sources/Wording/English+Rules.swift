import StudioRegistry

extension English {
  func refusal(_ refusal: RulesRefusal) -> String {
    switch refusal {
    case .noLife:
      "The rules in force are for assessments alone; what else Art. 5 to 24 ask for cannot be done yet. Ask the "
        + "system administrator\(hint("studio rules adopt"))."
    case .noCalendar(let year):
      "The calendar has no working days for \(year), and by the working rule none are guessed. Have the system "
        + "administrator enter that year's holidays as the State Council's office announced them"
        + "\(hint("life/calendar.yaml", "studio rules adopt"))."
    case .unknownArticle(let article):
      "There is no Art. \(article) that could be interpreted (Art. 25). Correct the number."
    }
  }
}

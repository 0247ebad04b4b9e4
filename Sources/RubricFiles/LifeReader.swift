import Foundation
import Scoring
import Yams

/// Reads `life/`: what holds for a studio's life beside its assessments, a file for each part of the law.
struct LifeReader {
  let folder: String
  let reader: ParameterReader
  let log: FindingLog

  /// Everything, or nil where the rule set has no such folder or something is wrong with it.
  func read() -> RuleSet.Life? {
    guard FileManager.default.fileExists(atPath: folder) else { return nil }
    let calendar = calendar()
    let applications = applications()
    let care = care()
    let plans = plans()
    let apprentices = apprentices()
    let funds = funds()
    let cancellation = cancellation()
    let recommendations = recommendations()
    let retention = retention()
    let secrets = secrets()
    guard let calendar, let applications, let care, let plans, let apprentices, let funds, let cancellation,
      let recommendations, let retention, let secrets
    else { return nil }
    return RuleSet.Life(
      calendar: calendar, applications: applications, care: care, plans: plans, apprentices: apprentices, funds: funds,
      cancellation: cancellation, recommendations: recommendations, retention: retention,
      secrets: secrets)
  }

  /// One file of the folder, whose keys must be among the known ones.
  func file(_ name: String, knowing keys: [String]) -> YAMLMapping? {
    let path = "\(folder)/\(name).yaml"
    guard let root = YAMLFile.root(of: path, log: log) else { return nil }
    return YAMLMapping(root, at: Place(file: path), knowing: keys, log: log)
  }

  /// `life/calendar.yaml`: a list of years with their holidays and make-up days.
  private func calendar() -> WorkCalendar? {
    guard let file = file("calendar", knowing: ["years"]) else { return nil }
    var years: [WorkCalendar.Year] = []
    for node in file.list("years") {
      let keys = ["year", "document", "holidays", "workdays"]
      guard let entry = YAMLMapping(node, at: file.place, knowing: keys, log: log) else { continue }
      let (year, document) = (entry.whole("year", in: 1000...9999), entry.text("document"))
      guard let year, let document else { continue }
      if years.contains(where: { $0.year == year }) { log.add(.duplicateID("\(year)"), at: entry.place) }
      years.append(
        WorkCalendar.Year(
          year: year, document: document, holidays: days("holidays", of: year, in: entry) { _ in true },
          workdays: days("workdays", of: year, in: entry, where: \.isWeekend)))
    }
    return years.isEmpty ? nil : WorkCalendar(years: years.sorted { $0.year < $1.year })
  }

  /// Days of a year, each once: `2025-01-01`, or `2025-01-28..2025-02-04` for a run of them.
  private func days(_ key: String, of year: Int, in entry: YAMLMapping, where fits: (Day) -> Bool) -> [Day] {
    var days: [Day] = []
    guard let nodes = entry.node(key)?.sequence else { return [] }
    for node in nodes {
      let text = node.scalar?.string ?? ""
      let ends = text.split(separator: ".").map { Day(String($0)) }
      let isRange = text.contains("..")
      guard ends.count == (isRange ? 2 : 1), let first = ends[0], let last = ends[ends.count - 1], first <= last,
        first.year == year, last.year == year
      else {
        log.add(.unexpected(found: node.shortText, expected: .day), at: entry.place.at(node))
        continue
      }
      var day = first
      while day <= last {
        if !fits(day) { log.add(.unexpected(found: "\(day)", expected: .day), at: entry.place.at(node)) }
        if days.contains(day) { log.add(.duplicateID("\(day)"), at: entry.place.at(node)) }
        days.append(day)
        guard day < last else { break }
        day = day.adding(days: 1)
      }
    }
    return days
  }
}

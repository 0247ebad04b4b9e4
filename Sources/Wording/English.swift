import Scoring
import StudioRegistry

/// The texts in English.
struct English: Phrases {
  /// Whether the reader has a command line.
  var namesCommands = false

  /// Commands or options in brackets behind what they do, where the reader has them; the text reads whole without.
  func hint(_ commands: String...) -> String { namesCommands ? " (\(commands.joined(separator: ", ")))" : "" }

  /// What might be named: by its title, and by its id where somebody types it.
  func choices(_ known: [Refusal.Choice]) -> String {
    known.map { namesCommands && $0.title.en != $0.id ? "\($0.title.en) (\($0.id))" : $0.title.en }
      .joined(separator: ", ")
  }

  func detailed(_ words: String, _ details: [String]) -> String { "\(words) (\(details.joined(separator: ", ")))" }

  func labelled(_ word: String, _ text: String) -> String { "\(word): \(text)" }

  func listed(_ words: [String]) -> String { words.joined(separator: ", ") }

  func clauses(_ words: [String]) -> String { words.joined(separator: "; ") }

  func located(_ finding: Finding) -> String { "\(place(finding.place)): \(problem(finding.problem))" }

  func label(_ label: Label) -> String {
    switch label {
    case .rank: "Rank"
    case .studio: "Studio"
    case .score: "Score"
    case .grade: "Grade"
    case .excellence: "Excellence"
    case .judge: "Judge"
    case .points: "Points"
    case .fate: "Counted"
    case .criterion: "Criterion"
    case .marks: "Marks"
    case .reference: "Reference mark"
    case .reason: "Reason"
    case .reasons: "Reasons"
    case .differences: "Marks that differ from the reference mark"
    case .noReason: "NO REASON GIVEN"
    case .rubric: "Rubric"
    case .title: "Title"
    case .maximum: "Max"
    case .module: "Module"
    case .source: "Source"
    case .judged: "judged"
    case .measured: "measured"
    case .evidenceTables: "Evidence tables"
    case .column: "Column"
    case .form: "Holds"
    case .optional: "may be blank"
    case .warning: "warning"
    }
  }

  func grade(_ grade: Grade) -> String {
    switch grade {
    case .qualified: "qualified"
    case .unqualified: "unqualified"
    case .incomplete: "incomplete"
    }
  }

  func standing(_ standing: Excellence.Standing) -> String {
    switch standing {
    case .candidate: "candidate"
    case .tied: "tied"
    }
  }

  func fate(_ fate: Combination.Fate) -> String {
    switch fate {
    case .kept: "yes"
    case .lowest: "dropped, lowest"
    case .highest: "dropped, highest"
    }
  }

  func source(_ source: Source) -> String {
    switch source {
    case .workingRule: "working rule"
    case .articles(let articles):
      "Art. " + articles.map { "\($0.number)\($0.item.map { "(\($0))" } ?? "")" }.joined(separator: ", ")
    }
  }

  func rule(_ rule: PanelRule) -> String {
    switch rule {
    case .mean: "the mean of all"
    case .trimmedMean(let count): "drop the \(count) highest and the \(count) lowest, average the rest"
    case .median: "the median"
    }
  }

  func lack(_ lack: Gap.Lack) -> String {
    switch lack {
    case .notMarked(let judge): "judge \(judge) has neither marked it nor is recused"
    case .unfinished(let judge, let criteria):
      "judge \(judge)'s sheet lacks \(criteria.joined(separator: ", ")) and is left out"
    case .belowMinimum(let complete, let needed): "\(complete) complete sheets, at least \(needed) are needed"
    }
  }

  func step(_ step: Step) -> String {
    switch step {
    case .headline(let studio, let score?, let grade, let rank?, let of):
      "\(studio): \(score), \(self.grade(grade)), rank \(rank) of \(of)"
    case .headline(let studio, _, let grade, _, _): "\(studio): \(self.grade(grade)), no score"
    case .panelRule(let rule, let source): "Panel rule: \(self.rule(rule)) (\(self.source(source)))"
    case .sheetLeftOut(let judge, let missing):
      "\(judge)'s sheet lacks \(missing.joined(separator: ", ")) and is left out: absent is not zero."
    case .recused(let judge, let reason): "\(judge) is recused\(reason.isEmpty ? "" : ": \(reason)")."
    case .notMarked(let judge): "\(judge) has not marked this rubric."
    case .combined(let kept, let sum, let count, let exact, let rounded):
      "\(kept.map(\.description).joined(separator: " + ")) = \(sum); \(sum) / \(count) = \(exact), about \(rounded)"
    case .criterionCombined(let id, let kept, let sum, let count, let exact):
      "\(id): \(kept.map(\.description).joined(separator: " + ")) = \(sum); \(sum) / \(count) = \(exact)"
    case .rubricSum(let exact, let rounded): "Sum of the criteria: \(exact), about \(rounded)"
    case .certified(let token, let points, let reason):
      "Classified achievement, token “\(token)”: \(points) points certified off the system (Art. 17): \(reason.en)."
    case .adjusted(let panel, let added, let maximum, true, _, _):
      "With certified points: \(panel) + \(added) is more than the rubric's maximum; it counts as \(maximum) (Art. 17, working rule)"
    case .adjusted(let panel, let added, _, false, let exact, let rounded):
      "With certified points: \(panel) + \(added) = \(exact), about \(rounded) (Art. 17)"
    case .belowMinimum(let complete, let needed, let source):
      "\(complete) complete sheets; the minimum panel is \(needed) (\(self.source(source))): no score."
    case .total(let parts, let total, let score):
      "Total: \(parts.map(\.description).joined(separator: " + ")) = \(total), rounded half-up once: \(score)"
    case .passMark(let score, let mark, let source, let grade):
      "Pass mark \(mark) (\(self.source(source))): \(score) \(score >= mark ? "≥" : "<") \(mark), so \(self.grade(grade))."
    case .ranking(let higher, let of, let rank):
      "Rank: \(higher) of \(of) studios have a higher score, so place \(rank)."
    case .excellence(let score, let mark, _, _, _, _, let source) where score < mark:
      "Excellence from \(mark) (\(self.source(source))): \(score) < \(mark), so no candidate."
    case .excellence(let score, let mark, let standing, let places, let base, let share, let source):
      "Excellence from \(mark) (\(self.source(source))): \(score) ≥ \(mark); \(places) places (\(share) % of \(base)): "
        + excellence(standing)
    case .noScore: "Incomplete: no score, no rank, counted in no base."
    }
  }

  private func excellence(_ standing: Excellence.Standing?) -> String {
    switch standing {
    case .candidate: "candidate."
    case .tied: "equal in everything across the last place; none is chosen, the panel votes."
    case nil: "all places go to better studios."
    }
  }

  func notice(_ notice: Notice) -> String {
    switch notice {
    case .findings(let count, let shown):
      "\(count) finding\(count == 1 ? "" : "s")\(count > shown ? ", the first \(shown) shown" : ""); nothing was done."
    case .incomplete(let count): "\(count) thing\(count == 1 ? " is" : "s are") missing; nothing was scored."
    case .allowIncompleteHint: "With --allow-incomplete, studios that have the minimum panel are scored all the same."
    case .provisional: "Something is missing: excellence is provisional."
    case .candidates(let studios, let places, let base, let share):
      "Candidates for excellence (\(places) places: \(share) % of \(base)): \(studios.joined(separator: ", "))"
    case .tied(let studios): "Tied across the last place, for the panel to vote on: \(studios.joined(separator: ", "))"
    case .noCandidates: "No studio reaches the mark for excellence."
    case .differences(let count, let withoutReason):
      "\(count) marks differ from the reference mark, \(withoutReason) of them without a reason."
    case .unknownStudio(let name, let near):
      "no studio “\(name)” in the sheets\(near.map { "; the nearest is “\($0)”" } ?? "")"
    case .unknownRubric(let name, let near):
      "no rubric “\(name)” in the rule set\(near.map { "; the nearest is “\($0)”" } ?? "")"
    case .panelTooSmall(let item, let marks, let needed):
      "item “\(item)” has \(marks) mark\(marks == 1 ? "" : "s"); the rule needs at least \(needed)"
    case .recusalOfUnknownStudio(let name): "no sheet names the studio “\(name)”"
    case .recusalOfUnknownJudge(let name): "no sheet names the judge “\(name)”"
    case .recusalWithoutReason(let studio, let judge): "no reason for recusing “\(judge)” from “\(studio)”"
    case .evidenceOfUnknownStudio(let name): "evidence names the studio “\(name)”, which no sheet does"
    case .noRules(let path): "no rule set in “\(path)”; name a folder with regulation.yaml by --rules DIR"
    case .rulesInOrder(let id, let rubrics, let criteria, let total, let changes):
      "\(id) is in order: \(rubrics) rubrics, \(criteria) criteria, \(total) points; in force from "
        + changes.map(\.description).joined(separator: ", ")
    case .unlistedRubric(let file):
      "\(file) is not listed under “rubrics” in regulation.yaml and counts for nothing; list it and adjust the maxima"
    case .noEvidence: "no evidence"
    case .wroteFile(let path): "wrote \(path)"
    case .fileExists(let path): "“\(path)” exists already; nothing was written"
    case .reading(let percent): "Reading: \(percent) %"
    case .notWritable(let path): "“\(path)” cannot be written"
    case .noClock: "the clock shows no day; name one by --on DAY"
    case .numberTooLarge: "a sum is too large for any number that this program knows"
    case .notAPackage(let file): "“\(file)” is not as this program knows it; run this in the project's folder"
    case .notAName(let name):
      "“\(name)” is no name for a rubric; use letters, digits and hyphens, such as safety-record"
    case .nextStep(let command): "Next: \(command)"
    }
  }
}

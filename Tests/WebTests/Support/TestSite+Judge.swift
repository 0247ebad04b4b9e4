import Foundation
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

/// The rubric that the tests mark whole.
let competition = "competition-results"

extension TestSite {
  /// A mark for every criterion: its maximum less a hundredth for each place, so that no other judge has the same by chance.
  func marks(_ rules: RuleSet, less: Int = 7) -> [String: String] {
    var fields: [String: String] = [:]
    for (place, criterion) in rules.rubrics.flatMap(\.criteria).enumerated() {
      fields["mark-\(criterion.id)"] = Points(hundredths: criterion.maximum.hundredths - less - place).description
    }
    return fields
  }

  func path(_ code: String) async throws -> String {
    "/judge/\(try await round().id)/\(try await studio(code).id)"
  }

  func sheets(_ code: String, of login: String) async throws -> [Sheet?] {
    let (round, studio) = (try await round(), try await studio(code).id)
    let judge = try await account(login).id
    return round.rules.rubrics.indices.map {
      round.marking.sheets[SheetKey(judge: judge, studio: studio, rubric: $0)]
    }
  }

  func drafts(of login: String) async throws -> [Draft] {
    try await site.side.drafts(of: try await round().id, judge: try await account(login).id)
  }

  /// The stamp that a page's form carries.
  func stamp(_ page: String) throws -> String {
    let start = try #require(page.range(of: "name=\"saved\" value=\""))
    return String(page[start.upperBound...].prefix { $0 != "\"" })
  }
}

import Foundation
import Scoring
import TestSupport
import Testing

@testable import StudioRegistry

@Suite("A bureau whose rules are stricter: no waiver, no branch, every review scored")
struct ApplicationStrictTests {
  /// The rules with other words in place of some.
  private func desk(_ words: [String: String]) throws -> Desk {
    var desk = try Desk()
    let rules = try #require(desk.register.rules)
    var text = String(decoding: try JSONEncoder().encode(rules), as: UTF8.self)
    for (old, new) in words {
      try #require(text.contains("\"\(old)\""))
      text = text.replacingOccurrences(of: "\"\(old)\"", with: "\"\(new)\"")
    }
    let changed = try JSONDecoder().decode(RuleSet.self, from: Data(text.utf8))
    desk.alter { $0.rules = changed }
    return desk
  }

  @Test("a strict rule on units cannot be waived")
  func unit() throws {
    var desk = try desk(["waivable": "strict"])
    let row = desk.row(expert: .new(desk.commitment(), nil), waiver: "两条独立生产线")
    guard case .application(.notWaivable) = desk.refusal(of: ReceiveApplications(rows: [row]), as: "clerk") else {
      Issue.record("the rule is waived")
      return
    }
  }

  @Test("where branches never count as units, none is proposed")
  func branch() throws {
    let desk = try desk(["by-decision": "never"])
    let proposing = Propose(.countBranch("单位1二分厂", enterprise: "单位1"), reason: "独立生产线")
    guard case .application(.branchesNever) = desk.refusal(of: proposing, as: "clerk") else {
      Issue.record("a branch counts")
      return
    }
  }

  @Test("where every review is scored, minutes alone are not enough")
  func scored() throws {
    var desk = try desk(["optional": "always"])
    let id = try desk.receive()
    try desk.complete(id)
    let review = ReviewApplication(id, minutes: "纪要", .recommended)
    guard case .application(.scoresNeeded) = desk.refusal(of: review, as: "clerk") else {
      Issue.record("a review goes without scores")
      return
    }
  }
}

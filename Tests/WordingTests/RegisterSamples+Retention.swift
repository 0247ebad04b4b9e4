import Scoring

@testable import StudioRegistry

/// One of everything that there is about retention (working rule).
extension RegisterSamples {
  var retentionRefusals: [RetentionRefusal] {
    let title = Text(zh: "评分表（评委）", en: "Score sheets (judges)")
    return [
      .unknownHold(ID(80)), .holdReleased(ID(80), day), .applying(person, ID(70)), .held(person, ID(80)),
      .disputed(person, "O66"),
      .kept(person, title, until: day, .workingRule), .kept(person, title, until: nil, article),
    ]
  }

  var retentionEvents: [any Event] {
    [
      HoldPlaced(person: person, studio: nil, reason: "a lawsuit"),
      HoldPlaced(person: nil, studio: studio, reason: "a lawsuit"), HoldReleased(hold: ID(80), reason: "decided"),
    ]
  }

  var retentionTasks: [Due.Task] { [.eraseValues(persons: 3)] }

  var retentionDecisions: [Decision] { [] }
}

import Scoring
import StudioRegistry

extension Desk {
  static let scan = String(repeating: "0", count: 64)

  func row(
    _ purpose: Application.Purpose = .newStudio, unit: String = "单位20", enterprise: String? = nil,
    expert: OpenAccount.Holder, occupation: String = "电工", waiver: String? = nil, applicant: String = "enterprise",
    field: String = "advanced-manufacturing"
  ) -> ReceiveApplications.Row {
    ReceiveApplications.Row(
      purpose: purpose, unit: unit, enterprise: enterprise, applicant: applicant, field: field, expert: expert,
      occupation: occupation, unitWaiver: waiver)
  }

  /// Receives an application, of a new expert unless one is named.
  mutating func receive(
    _ purpose: Application.Purpose = .newStudio, unit: String = "单位20", enterprise: String? = nil,
    expert: ID<Person>? = nil, occupation: String = "电工", waiver: String? = nil, on day: Day? = nil
  ) throws -> ID<Application> {
    let holder: OpenAccount.Holder = expert.map { .known($0) } ?? .new(commitment(), nil)
    let asked = row(
      purpose, unit: unit, enterprise: enterprise, expert: holder, occupation: occupation, waiver: waiver)
    try ask(ReceiveApplications(rows: [asked]), as: "clerk", on: day)
    return ID(register.sequence)
  }

  func application(_ id: ID<Application>) throws -> Application { try register.application(id) }

  /// Hands in every required material.
  mutating func complete(_ id: ID<Application>) throws {
    for material in try application(id).lacking {
      let characters = material.characters == nil ? nil : 1200
      try ask(RecordMaterial(id, material: material.id, scan: Desk.scan, characters: characters), as: "clerk")
    }
  }

  func finding(
    _ id: ID<Application>, _ condition: String, _ state: ConditionFinding.State, number: Int? = nil,
    waiver: String? = nil
  ) -> FindCondition {
    FindCondition(id, ConditionFinding(condition: condition, state: state, number: number, waiver: waiver))
  }

  /// Finds every basic condition met or undertaken, and one of the special ones met.
  mutating func meet(_ id: ID<Application>) throws {
    let basic = [
      "unit-expert", "unit-system", "unit-means", "repute", "age", "health", "key-technique", "production-line",
      "qualification", "contest",
    ]
    for condition in basic { try ask(finding(id, condition, .met), as: "clerk") }
    try ask(finding(id, "presence", .undertaken, number: 7), as: "clerk")
    try ask(finding(id, "team", .met, number: 5), as: "clerk")
  }

  /// Brings an application so far that it can be published, or confirmed where it needs no notice.
  mutating func recommend(_ id: ID<Application>) throws {
    try complete(id)
    try meet(id)
    try ask(ReviewApplication(id, minutes: "评审纪要1号", .recommended), as: "clerk")
  }

  mutating func publish(_ ids: ID<Application>..., on day: Day? = nil) throws {
    try ask(PublishApplications(ids, address: "云阳县人民政府网", screenshot: Desk.scan), as: "clerk", on: day)
  }

  func confirming(_ id: ID<Application>, _ code: String?) -> Propose {
    Propose(.confirmApplication(id, code: code), reason: "公示无异议")
  }

  /// Both departments approve what was proposed last.
  mutating func approveBoth(on day: Day? = nil) throws {
    let proposal = proposal
    try ask(Approve(proposal), as: "approver", on: day)
    try ask(Approve(proposal), as: "org-approver", on: day)
  }

  /// Recommends, publishes on a day, and confirms on another.
  mutating func confirm(_ id: ID<Application>, _ code: String, published: Day, on day: Day) throws {
    try recommend(id)
    try publish(id, on: published)
    try ask(confirming(id, code), as: "clerk", on: day)
    try approveBoth(on: day)
  }
}

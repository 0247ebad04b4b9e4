import Scoring

package struct MaterialReceived: Event {
  package static let kind = "application-material-received"
  package let application: ID<Application>
  package let material: String
  /// The SHA-256 of the scan or text; nil where it was seen on paper.
  package let scan: String?
  /// How many characters it has, white space not counted; nil for what is not measured.
  package let characters: Int?

  package func apply(to register: inout Register, as record: Record) {
    register.applications[application]?.materials[material] = Application.Deposit(
      day: record.on, scan: scan, characters: characters)
    register.applications[application]?.step(on: record.on)
  }
}

/// Records a material of an application; one that comes again takes the former one's place.
package struct RecordMaterial: Command {
  package var name: CommandName { .recordMaterial }
  package let application: ID<Application>
  package let material: String
  package let scan: String?
  package let characters: Int?

  package init(_ application: ID<Application>, material: String, scan: String?, characters: Int? = nil) {
    (self.application, self.material) = (application, material)
    (self.scan, self.characters) = (scan, characters)
  }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.open(application, on: asker.on)
    guard let item = found.terms?.material(material) else { throw .application(.unknownMaterial(material)) }
    if let scan, !scan.isDigest { throw .badDigest }
    guard (characters != nil) == (item.characters != nil), item.characters == nil || scan != nil else {
      throw .application(.lengthNeeded(item.title, item.source))
    }
    if let bounds = item.characters, let characters, !bounds.contains(characters) {
      throw .application(
        .length(item.title, count: characters, least: bounds.least, most: bounds.most, item.source))
    }
    return [MaterialReceived(application: application, material: material, scan: scan, characters: characters)]
  }
}

package struct ConditionFound: Event {
  package static let kind = "application-condition-found"
  package let application: ID<Application>
  package let finding: ConditionFinding

  package func apply(to register: inout Register, as record: Record) {
    register.applications[application]?.findings[finding.condition] = finding
  }
}

/// Records what was found of conditions (Art. 6), all of them or none: met, not met, not shown, or undertaken.
package struct FindCondition: Command {
  package var name: CommandName { .findCondition }
  package let application: ID<Application>
  package let findings: [ConditionFinding]

  package init(_ application: ID<Application>, _ findings: [ConditionFinding]) {
    (self.application, self.findings) = (application, findings)
  }

  package init(_ application: ID<Application>, _ finding: ConditionFinding) {
    self.init(application, [finding])
  }

  package var freeTexts: [String] { findings.flatMap(\.texts) }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.open(application, on: asker.on)
    for text in freeTexts { try require(text) }
    for finding in findings {
      guard let condition = found.terms?.condition(finding.condition) else {
        throw .application(.unknownCondition(finding.condition))
      }
      try finding.checkState(condition, isStanding: found.purpose.partner != nil)
      try finding.checkNumber(condition)
    }
    return findings.map { ConditionFound(application: application, finding: $0) }
  }
}

extension ConditionFinding {
  fileprivate var texts: [String] { [note, waiver].compactMap(\.self) }

  /// - Parameter isStanding: whether the expert already leads the studio, so that work in it can be shown.
  fileprivate func checkState(_ condition: RuleSet.Applications.Condition, isStanding: Bool) throws(Refusal) {
    let (title, source) = (condition.title, condition.source)
    switch (state, condition.proof) {
    case (.undertaken, .shown): throw .application(.notUndertakable(title, source))
    case (.met, .undertaken) where !isStanding: throw .application(.onlyUndertaken(title, source))
    default: break
    }
    guard waiver != nil else { return }
    guard condition.isWaivable else { throw .application(.conditionNotWaivable(title, source)) }
    guard state == .notMet || state == .notShown else { throw .application(.nothingToWaive(title)) }
  }

  fileprivate func checkNumber(_ condition: RuleSet.Applications.Condition) throws(Refusal) {
    guard let measure = condition.measure, measure.kind != .age else {
      guard number == nil else { throw .application(.numberRefused(condition.title)) }
      return
    }
    let bounds = measure.bounds
    guard let number else {
      guard measure.kind != .team || state != .met else {
        throw .application(
          .numberNeeded(condition.title, least: bounds.least, most: bounds.most, condition.source))
      }
      return
    }
    guard !isSettled || bounds.contains(number) else {
      throw .application(
        .numberOutside(condition.title, number, least: bounds.least, most: bounds.most, condition.source))
    }
  }
}

extension String {
  /// How many characters there are, white space not counted (Art. 8(1): 1,000 to 1,500).
  package var charactersWithoutSpace: Int { count { !$0.isWhitespace } }
}

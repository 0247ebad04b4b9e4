package import Scoring
package import StudioRegistry

/// The texts about the register in one language: refusals, what happened, what is due.
package protocol RegisterPhrases: Sendable {
  /// The rule, the fact, and what would be needed.
  func refusal(_ refusal: Refusal) -> String
  /// What happened, as a line of a history.
  func event(_ event: any Event, _ names: Names) -> String
  /// What is to be done.
  func task(_ task: Due.Task, _ names: Names) -> String
  /// What somebody proposed.
  func decision(_ decision: Decision, _ names: Names) -> String
  /// What setting sheets aside did to a panel, and to its score where that may be shown.
  func effect(_ effect: Effect, _ names: Names, withScores: Bool) -> String
  /// What an entry of a kind is about, in a word or two; nil where no event has that kind.
  func kind(_ id: String) -> String?
  func channel(_ channel: Request.Channel) -> String
  func fault(_ fault: JournalFault) -> String
  func store(_ fault: StoreFault, file: String) -> String

  func role(_ role: Role) -> String
  func party(_ party: Due.Party) -> String
  func command(_ name: CommandName) -> String
  func standing(_ standing: Studio.Standing) -> String
  func move(_ move: Studio.Move) -> String
  func stage(_ stage: Round.Stage) -> String
  func relation(_ relation: JudgeRecused.Relation) -> String
  func origin(_ origin: JudgeRecused.Origin) -> String
  func why(_ why: EarlierSheet.Why) -> String
  func state(_ state: EvidenceItem.State) -> String
  func ground(_ ground: RuleSet.Cancellation.Ground) -> String
  func cause(_ unavailable: Unavailability) -> String
  func part(_ part: CancellationCase.Part) -> String
  func outcome(_ outcome: CancellationCase.Appeal.Outcome) -> String
  func state(_ state: CertifiedPoints.State) -> String
  /// From one thing to another, with the dash of the language: `2024–2025`.
  func span(_ first: some CustomStringConvertible, _ last: some CustomStringConvertible) -> String
}

/// How a reader's ids are put into words: a studio by its code, an account by its login, a person by name where it is known.
package struct Names: Sendable {
  package let studio: @Sendable (ID<Studio>) -> String
  package let account: @Sendable (ID<Account>) -> String
  package let person: @Sendable (ID<Person>) -> String
  /// What the rules call something; nil where they do not have it.
  package let label: @Sendable (Labelled, String) -> Text?
  /// Whether a round's scores are nobody's to read yet: from two of them one judge's marks follow.
  package let hidesScores: @Sendable (ID<Round>) -> Bool

  package init(
    studio: @escaping @Sendable (ID<Studio>) -> String, account: @escaping @Sendable (ID<Account>) -> String,
    person: @escaping @Sendable (ID<Person>) -> String,
    label: @escaping @Sendable (Labelled, String) -> Text? = { _, _ in nil },
    hidesScores: @escaping @Sendable (ID<Round>) -> Bool = { _ in false }
  ) {
    self.studio = studio
    self.account = account
    self.person = person
    self.label = label
    self.hidesScores = hidesScores
  }

  /// Every id as it is.
  package static let ids = Names(
    studio: { $0.description }, account: { $0.description }, person: { $0.description })
}

import Scoring
import StudioRegistry
extension English {
  func refusal(_ x: Refusal) -> String { "\(x)" }
  func event(_ x: any Event, _ names: Names) -> String { type(of: x).kind }
  func task(_ x: Due.Task, _ names: Names) -> String { "\(x)" }
  func decision(_ x: Decision, _ names: Names) -> String { "\(x)" }
  func effect(_ x: Effect, _ names: Names) -> String { "\(x)" }
  func fault(_ x: JournalFault) -> String { "\(x)" }
  func store(_ x: StoreFault, file: String) -> String { "\(x) \(file)" }
  func role(_ x: Role) -> String { "\(x)" }
  func command(_ x: CommandName) -> String { "\(x)" }
  func standing(_ x: Studio.Standing) -> String { "\(x)" }
  func stage(_ x: Round.Stage) -> String { "\(x)" }
  func relation(_ x: JudgeRecused.Relation) -> String { "\(x)" }
  func origin(_ x: JudgeRecused.Origin) -> String { "\(x)" }
  func why(_ x: EarlierSheet.Why) -> String { "\(x)" }
  func state(_ x: EvidenceItem.State) -> String { "\(x)" }
}
extension Chinese {
  func refusal(_ x: Refusal) -> String { "\(x)" }
  func event(_ x: any Event, _ names: Names) -> String { type(of: x).kind }
  func task(_ x: Due.Task, _ names: Names) -> String { "\(x)" }
  func decision(_ x: Decision, _ names: Names) -> String { "\(x)" }
  func effect(_ x: Effect, _ names: Names) -> String { "\(x)" }
  func fault(_ x: JournalFault) -> String { "\(x)" }
  func store(_ x: StoreFault, file: String) -> String { "\(x) \(file)" }
  func role(_ x: Role) -> String { "\(x)" }
  func command(_ x: CommandName) -> String { "\(x)" }
  func standing(_ x: Studio.Standing) -> String { "\(x)" }
  func stage(_ x: Round.Stage) -> String { "\(x)" }
  func relation(_ x: JudgeRecused.Relation) -> String { "\(x)" }
  func origin(_ x: JudgeRecused.Origin) -> String { "\(x)" }
  func why(_ x: EarlierSheet.Why) -> String { "\(x)" }
  func state(_ x: EvidenceItem.State) -> String { "\(x)" }
}

package import StudioRegistry

extension DeskPhrases {
  /// What becomes of a row that somebody wants to enter.
  package func fate(_ fate: ImportTables.Fate) -> String {
    switch fate {
    case .new: notice(DeskNotice.rowNew)
    case .known(let id): notice(DeskNotice.rowKnown(id))
    case .repeated: notice(DeskNotice.rowRepeated)
    case .erased(let id): notice(DeskNotice.rowErased(id))
    case .otherWeight(let id): notice(DeskNotice.rowOtherWeight(id))
    case .completion(let id): notice(DeskNotice.rowCompletion(id))
    case .training(let id): notice(DeskNotice.rowTraining(id))
    }
  }
}

extension Studio {
  /// Where a studio stands in its life.
  package enum Standing: String, Codable, CaseIterable, Sendable {
    case inCare = "in-care"
    /// Its expert cannot lead it, and what becomes of it is not decided yet (Art. 15).
    case suspended
    /// Art. 20: failed, and given a year.
    case rectifying
    /// Art. 14, 15, 20: its title was cancelled.
    case cancelled
    /// It came to its end by its own wish, or with its unit (working rule).
    case ended
  }

  /// What moves a studio from one standing to another.
  package enum Move: String, CaseIterable, Sendable {
    /// A confirmed round found it unqualified (Art. 20).
    case fail
    /// It passed the second assessment (Art. 20).
    case pass
    case suspend
    /// It goes on as before, or under another expert (Art. 15).
    case resume
    case cancel
    case end
    /// A cancellation was found to be wrong by reconsideration or judgment.
    case restore
  }

  /// Whether it has no title any more.
  package var isOver: Bool { standing == .cancelled || standing == .ended }

  /// Where a move leads; nil where none is drawn.
  ///
  /// From:       fail        pass     suspend    resume  cancel     end    restore
  /// inCare      rectifying  -        suspended  -       cancelled  ended  -
  /// suspended   suspended   suspended -         former  cancelled  ended  -
  /// rectifying  rectifying  inCare   suspended  -       cancelled  -      -
  /// cancelled   -           -        -          -       -          -      former
  /// ended       -           -        -          -       -          -      -
  package func standing(after move: Move) -> Standing? {
    switch (standing, move) {
    case (.inCare, .fail), (.rectifying, .fail): .rectifying
    // What the round found holds once it goes on.
    case (.suspended, .fail), (.suspended, .pass): .suspended
    case (.rectifying, .pass): .inCare
    case (.inCare, .suspend), (.rectifying, .suspend): .suspended
    case (.suspended, .resume): former
    case (.inCare, .cancel), (.suspended, .cancel), (.rectifying, .cancel): .cancelled
    case (.inCare, .end), (.suspended, .end): .ended
    case (.cancelled, .restore): former
    default: nil
    }
  }

  /// Moves where the move is drawn, and stays where it is not.
  mutating func move(_ move: Move) {
    guard let next = standing(after: move) else { return }
    switch move {
    case .suspend, .cancel: if standing != .suspended { former = standing }
    case .fail where standing == .suspended: former = .rectifying
    case .pass where standing == .suspended: former = .inCare
    default: break
    }
    standing = next
  }
}

extension Register {
  /// A studio that a decision may move.
  func studio(_ id: ID<Studio>, for move: Studio.Move) throws(Refusal) -> Studio {
    guard let studio = studios[id] else { throw .unknownStudio(id.description) }
    guard studio.standing(after: move) != nil else { throw .notDrawn(studio.code, studio.standing, move) }
    return studio
  }

  /// A studio that still has its title: nothing is decided, paid or entered as evidence for another.
  func current(_ id: ID<Studio>) throws(Refusal) -> Studio {
    guard let studio = studios[id] else { throw .unknownStudio(id.description) }
    guard !studio.isOver else { throw .studioCancelled(studio.code) }
    return studio
  }

  /// A studio about which a fact is recorded, whatever its standing.
  func known(_ id: ID<Studio>) throws(Refusal) -> Studio {
    guard let studio = studios[id] else { throw .unknownStudio(id.description) }
    return studio
  }
}

import Scoring

extension Register {
  /// What daily care waits for; of studios taken over from before the register only once something of theirs is filed here.
  func careDue(on today: Day) -> [Due] {
    studiosInOrder.filter { studio in
      studio.application != nil || !studio.formerExperts.isEmpty || care[studio.id]?.isStarted == true
    }.flatMap(careDue)
  }

  /// What a studio's file lacks, or the studio has to give back, each with its last day.
  package func careDue(of studio: Studio) -> [Due] {
    guard let rules, let care = rules.life?.care else { return [] }
    let file = careFile(of: studio.id)
    let due = CareDue(studio: studio, file: file, rules: rules, care: care)
    return (studio.isOver ? [] : due.documents + due.offices + due.reports) + due.returns
  }
}

/// What is due from a studio, by its file and the rules.
private struct CareDue {
  let studio: Studio
  let file: CareFile
  let rules: RuleSet
  let care: RuleSet.Care

  /// From which day the expert of today leads it.
  private var start: Day { file.expertSince ?? studio.confirmed }

  /// The last of so many working days; the next day where the calendar does not know the year: early rather than late.
  private func last(_ days: Cited<Int>, after day: Day) -> Day {
    (try? rules.end(of: days.value, after: day)) ?? day.adding(days: 1)
  }

  /// Agreement and plaque of the expert of today (Art. 12(1–2), 18).
  var documents: [Due] {
    var due: [Due] = []
    if !file.agreements.contains(where: { $0.expert == studio.expert }) {
      due.append(Due(day: last(care.agreement, after: start), task: .fileAgreement(studio.id)))
    }
    let own = file.plaques.filter { $0.expert == studio.expert }
    if !own.contains(where: \.isOut) {
      let gone = own.compactMap { $0.lost ?? $0.returned }.max() ?? start
      due.append(Due(day: last(care.plaque, after: max(start, gone)), task: .grantPlaque(studio.id)))
    }
    return due
  }

  /// One head and one contact, reviewed by the bureau (Art. 12(3)).
  var offices: [Due] {
    Officer.Post.allCases.compactMap { post in
      if let nominee = file.nominee(post) {
        return Due(
          day: last(care.review, after: nominee.named), task: .reviewOfficer(studio.id, post, nominee.person))
      }
      guard file.officer(post) == nil else { return nil }
      let ended = file.officers.filter { $0.post == post }.compactMap(\.ended).max() ?? start
      return Due(day: last(care.officers, after: max(start, ended)), task: .nameOfficer(studio.id, post))
    }
  }

  /// Reports that come again and again (Art. 11, 12).
  var reports: [Due] {
    care.reports.compactMap { kind in
      guard let months = kind.every else { return nil }
      let before =
        file.reports.filter { $0.kind == kind.id && $0.struck == nil }.map(\.happened).max() ?? studio.confirmed
      return Due(
        day: before.adding(months: months), task: .report(studio.id, kind: kind.title, by: kind.by))
    }
  }

  /// Plaques of former experts and of studios that are over, and cards of those who left.
  var returns: [Due] {
    let plaques = file.plaques.filter { $0.isOut && (studio.isOver || $0.expert != studio.expert) }.map { plaque in
      Due(
        day: last(care.giveBack, after: file.overSince ?? start),
        task: .returnPlaque(studio.id, number: plaque.number))
    }
    let cards = file.cards.filter { card in
      card.returned == nil && (studio.isOver || (card.person != studio.expert && !file.has(card.person)))
    }.map { card in
      let left = file.members.last { $0.person == card.person }?.left
      let ended = file.officers.last { $0.person == card.person }?.ended
      let since = [left, ended].compactMap(\.self).max() ?? file.overSince ?? start
      return Due(
        day: last(care.giveBack, after: max(since, card.issued)), task: .returnCard(studio.id, number: card.number))
    }
    return plaques + cards
  }
}

import Journal
import Scoring
import StudioRegistry
import Wording

extension RoundDesk {
  /// What closing needs: what is missing, what is not verified, and the reasons.
  func closing(refused: String? = nil) async throws -> Answer {
    let round = round
    let waiting = try await visit.read { register in
      let studios = Set(round.studios)
      return register.claims.count { $0.state == .entered && studios.contains($0.studio) }
    }
    let missing = missing
    return try page(
      .close, .closeRound,
      [
        "closePath": path("/close"), "missing": missing, "isMissing": !missing.isEmpty,
        "evidence": waiting > 0 ? phrases.notice(.evidenceWaiting(waiting)) : nil,
        "isAnother": !round.results.isEmpty, "reason": visit.form["reason"], "incomplete": visit.form["incomplete"],
        "previewPath": missing.isEmpty ? path("/preview") : nil,
      ], refused: refused)
  }

  func close() async throws -> Answer {
    try await visit.trying {
      let receipt = try await visit.ask(
        CloseRound(
          round: round.id, reason: visit.form.text("reason"), incomplete: visit.form.text("incomplete")))
      return .redirect(path("/outcome"), receipt)
    } else: {
      try await closing(refused: $0)
    }
  }

  // MARK: The vote

  /// Who has voted on a tie, never for whom, until it is counted.
  func vote(refused: String? = nil) async throws -> Answer {
    let result = round.result
    let voters = round.voters
    let tally = result?.counted.map { counted in
      counted.tally.map { (votes: $0.value, code: ID<Studio>($0.key).map(names.studio) ?? $0.key) }
        .sorted { $0.votes != $1.votes ? $0.votes > $1.votes : $0.code < $1.code }
        .map { ["code": $0.code, "votes": $0.votes] as Model }
    }
    return try page(
      .vote, .vote,
      [
        "tied": result?.tied.map { ["code": names.studio($0)] as Model } ?? [],
        "isTied": result?.tied.isEmpty == false, "places": result?.placesByVote ?? 0,
        "isOpen": result?.isUndecided == true && round.stage == .closed,
        "status": say(.todo(.vote(votes: result?.votes.count ?? 0, voters: voters.count))),
        "voters": voters.map { judge -> Model in
          ["login": names.account(judge), "hasVoted": result?.votes[judge] != nil]
        }, "mayCount": visit.may(.countVote), "votePath": path("/vote"), "absent": visit.form["absent"],
        "tally": tally ?? [], "isCounted": result?.counted != nil,
        "counted": result?.counted.map { phrases.event($0, names) },
      ], refused: refused)
  }

  func count() async throws -> Answer {
    try await visit.trying {
      let receipt = try await visit.ask(CountVote(round: round.id, absent: visit.form.text("absent")))
      return .redirect(path("/vote"), receipt)
    } else: {
      try await vote(refused: $0)
    }
  }

  // MARK: The notice

  /// Whether there is a result that a notice can name: none while the panel has to vote.
  var hasNotice: Bool { round.hasPictures && round.result?.isUndecided == false }

  /// The form to publish, with the last day on which objections would be in time.
  func publishing(refused: String? = nil) async throws -> Answer {
    let address = visit.form["address"] ?? NoticeAddress.suggested(by: visit.address)
    var refused = refused
    var until: Day?
    do {
      // Whether it can be published, and until when, does not depend on where.
      let events = try await visit.preview(PublishRound(round: round.id, address: NoticeAddress.anywhere))
      until = events.lazy.compactMap { ($0 as? RoundPublished)?.until }.first
    } catch let refusal as Refusal {
      refused = refused ?? phrases.refusal(refusal)
    }
    let days = round.rules.rounds.notice
    return try page(
      .publish, .publishRound,
      [
        "publishPath": path("/publish"), "address": address, "isPossible": until != nil,
        "until": until.map { phrases.notice(.noticeUntil($0)) },
        "days": say(.noticeDays(days)), "noticePath": hasNotice ? "/print\(path("/notice"))" : nil,
        "lacksChannels": until != nil && round.rules.rounds.publicNotice?.channels == nil,
      ], refused: refused)
  }

  func publish() async throws -> Answer {
    try await visit.trying {
      let address = visit.form.text("address") ?? ""
      guard NoticeAddress.isAddress(address) else { throw Turned.said(say(.badAddress(address))) }
      let receipt = try await visit.ask(PublishRound(round: round.id, address: address))
      return .redirect(path(), receipt)
    } else: {
      try await publishing(refused: $0)
    }
  }
}

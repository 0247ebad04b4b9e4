import HTTPTypes
import StudioRegistry
import Wording

extension Visit {
  /// The tied studios, among which the panel chooses.
  func voteForm() async throws -> Answer {
    let round = try await ownRound()
    guard let vote = round.vote else { throw Turned.notFound }
    return try votePage(round, vote, chosen: vote.choice)
  }

  func castVote() async throws -> Answer {
    let round = try await ownRound()
    guard let vote = round.vote else { throw Turned.notFound }
    let choice = form.all("choice").compactMap { ID<Studio>($0) }
    do {
      _ = try await ask(CastVote(round: round.id, choice: choice))
    } catch let refusal as Refusal {
      return try votePage(round, vote, chosen: choice, phrases.refusal(refusal), status: .unprocessableContent)
    }
    return .redirect("\(round.path)/vote")
  }

  private func votePage(
    _ round: OwnRound, _ vote: OwnVote, chosen: [ID<Studio>], _ notice: String? = nil,
    status: HTTPResponse.Status = .ok
  ) throws -> Answer {
    let tied = round.studios.filter { vote.tied.contains($0.id) }
    let codes = tied.filter { vote.choice.contains($0.id) }.map(\.code)
    let model: Model = [
      "roundPath": round.path, "votePath": "\(round.path)/vote", "notice": notice,
      "explained": phrases.notice(JudgeNotice.tied(places: vote.places, among: tied.count)),
      "again": vote.tiedBallots > 0 ? phrases.notice(JudgeNotice.tiedAgain(vote.tiedBallots)) : nil,
      "choose": phrases.notice(JudgeNotice.choose(vote.places)),
      "cast": codes.isEmpty ? nil : phrases.notice(JudgeNotice.voted(codes)),
      "studios": tied.map { studio -> Model in
        [
          "choiceId": "choice-\(studio.id)", "kind": vote.places == 1 ? "radio" : "checkbox",
          "studio": studio.id.description, "code": studio.code, "unit": studio.unit, "occupation": studio.occupation,
          "isChecked": chosen.contains(studio.id),
        ]
      },
    ]
    return try page(JudgePage.vote, phrases.page(JudgeLabel.voteTitle), model, status: status)
  }
}

import Scoring

extension English {
  package func notice(_ notice: RegisterNotice) -> String {
    switch notice {
    case .shown(let shown, let all): "\(shown) of \(all) studios"
    case .stands(let standing): "Standing: \(standing)."
    case .moves(let moves):
      moves.isEmpty ? "Nothing can become of it any more." : "What can become of it: \(moves.joined(separator: "; "))."
    case .award(let round, let fen, let paid):
      "Award of round \(round): \(yuan(fen)), " + (paid.map { "paid on \($0)" } ?? "not paid yet") + " (Art. 20)"
    case .lacks(let parts): "Before it can be decided there is missing: \(parts.joined(separator: ", "))."
    case .archiveLacks(let kinds): "Still missing in the archive (Art. 12(6)): \(kinds.joined(separator: ", "))."
    case .waiting(let count): count == 1 ? "1 row waits for verification." : "\(count) rows wait for verification."
    case .yearChecked(let year, let day, let flags, let remarks):
      "Check of \(year) on \(day) (Art. 16): "
        + (flags.isEmpty ? "nothing falls short" : flags.joined(separator: "; "))
        + (remarks.isEmpty ? "" : ". \(remarks)")
    case .characters(let count): "\(count) characters"
    case .sentBack(let reason): "sent back: \(reason)"
    case .waitsFor(let roles): "waits for: \(roles.joined(separator: ", "))"
    case .cannotFollow(let refusal): "As things stand it cannot be carried out: \(refusal)"
    case .excellent(let studios): "Excellent: \(studios.isEmpty ? "none" : studios)"
    case .failed(let studios): "Not qualified: \(studios.isEmpty ? "none" : studios)"
    case .entry(let sequence): "Entry \(sequence)"
    case .badDay(let text): "“\(text)” is no day; expected one such as 2026-03-31. Nothing was recorded."
    case .badSum(let text): "“\(text)” is no sum in yuan; expected one such as 20000 or 1234.50. Nothing was recorded."
    case .badNumber(let text): "“\(text)” is no whole number. Nothing was recorded."
    }
  }
}

import StudioRegistry
import Wording

extension Visit {
  /// Does what a form asks; where it is refused, the form comes back with what was typed and the refusal above it.
  func trying(
    _ work: () async throws -> Answer, else again: (String) async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await work()
    } catch let refusal as Refusal {
      return try await again(phrases.refusal(refusal))
    } catch Turned.said(let text) {
      return try await again(text)
    }
  }
}

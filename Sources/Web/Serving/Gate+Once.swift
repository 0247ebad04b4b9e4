import HTTPTypes
import Journal
import StudioRegistry

extension Gate {
  /// How long a form waits for what becomes of the same one, which was sent just before.
  private static let patience = Duration.seconds(30)
  private static let look = Duration.milliseconds(50)

  /// Answers a form that was sent twice (a double tap, a slow line, an answer that was lost) as it was answered first.
  ///
  /// - Throws: ``Turned/sentBefore`` where it is not known what became of the first.
  func answeredOnce(_ visit: Visit) async throws -> Answer {
    guard let form = visit.sentForm else { return try await visit.route.answer(visit) }
    let end = ContinuousClock.now + Self.patience
    repeat {
      switch try await site.side.claim(form: form, at: visit.now) {
      case .new: return try await answered(visit, claiming: form)
      case .answered(let location?): return .redirect(location)
      case .answered(nil): throw Turned.sentBefore
      case .unanswered: try await Task.sleep(for: Self.look)
      }
    } while ContinuousClock.now < end
    throw Turned.sentBefore
  }

  private func answered(_ visit: Visit, claiming form: String) async throws -> Answer {
    let side = site.side
    do {
      let answer = try await visit.route.answer(visit)
      let location = answer.status == .seeOther ? answer.headers[.location] : nil
      let isRefused = answer.status.kind != .successful && location == nil
      // In a task of its own, for the visitor may be gone. Where it fails the form stays claimed, and nobody does it again.
      _ = try? await Task {
        if isRefused {
          try await side.giveBack(form: form)
        } else {
          // A page that answers a form, slips with codes among them, is shown this once.
          try await side.answer(form: form, with: location)
        }
      }.value
      return answer
    } catch {
      // After anything but a refusal it is not known whether something was recorded.
      if error is Refusal || error is Turned { _ = try? await Task { try await side.giveBack(form: form) }.value }
      throw error
    }
  }
}

extension Visit {
  /// By what a form that was sent is known: whose it is, where it leads, the value that its page gave it, all that was typed.
  ///
  /// Who goes back and types something else means something else. Nil for a form whose page gave it no such value.
  fileprivate var sentForm: String? {
    guard route.method == .post, let visitor, form.text("once") != nil else { return nil }
    var parts = [visitor.session.digest, visitor.principal.id.description, path]
    for field in form.fields.sorted(by: { ($0.name, $0.value) < ($1.name, $1.value) }) {
      parts += [field.name, field.value]
    }
    for file in form.files { parts += [file.name, sha256(file.bytes)] }
    return digest(parts.map { "\($0.utf8.count) \($0)" }.joined())
  }
}

import Scoring

/// What becomes of the studio is open while its expert cannot lead it (Art. 15).
package struct StudioSuspended: Event {
  package static let kind = "studio-suspended"
  package let studio: ID<Studio>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.studios[studio]?.move(.suspend)
  }
}

package struct StudioResumed: Event {
  package static let kind = "studio-resumed"
  package let studio: ID<Studio>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.studios[studio]?.move(.resume)
  }
}

/// The studio came to its end without fault: by its unit's wish, or with its unit.
package struct StudioEnded: Event {
  package static let kind = "studio-ended"
  package let studio: ID<Studio>

  package var studios: [ID<Studio>] { [studio] }

  package func apply(to register: inout Register, as record: Record) {
    register.studios[studio]?.move(.end)
  }
}

extension Register {
  func suspending(_ id: ID<Studio>) throws(Refusal) -> StudioSuspended {
    let studio = try studio(id, for: .suspend)
    try checkUnavailable(studio.id, allows: .suspend)
    return StudioSuspended(studio: id)
  }

  func resuming(_ id: ID<Studio>) throws(Refusal) -> StudioResumed {
    let studio = try studio(id, for: .resume)
    guard studio.unavailable == nil else { throw .cancellation(.expertUnavailable(studio.code)) }
    return StudioResumed(studio: id)
  }

  func ending(_ id: ID<Studio>) throws(Refusal) -> StudioEnded {
    let studio = try studio(id, for: .end)
    // Nobody ends what is about to be cancelled.
    if let open = openCase(against: id) { throw .cancellation(.caseOpen(studio.code, open.id)) }
    return StudioEnded(studio: id)
  }
}

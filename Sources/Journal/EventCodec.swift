package import Scoring
package import StudioRegistry

/// An event as the journal stores it.
struct EncodedEvent: Sendable {
  let kind: String
  let version: Int
  let payload: String
}

/// Writes events as JSON and reads them back; every version that was ever written stays readable.
package enum EventCodec {
  /// The form in which events are written; when one changes, the older form is brought up to it while reading.
  static let version = 1

  private static let types = Dictionary(uniqueKeysWithValues: eventTypes.map { ($0.kind, $0) })

  /// Under which the day stands, beside the event's own fields.
  private static let day = "on"

  static func encode(_ event: any Event, on day: Day) throws(StoreError) -> EncodedEvent {
    func encode<Body: Event>(_ body: Body) throws(StoreError) -> EncodedEvent {
      do {
        let encoder = PayloadEncoder()
        try encoder.encode(body)
        encoder.encode(day.description, forKey: Self.day)
        return EncodedEvent(kind: Body.kind, version: version, payload: encoder.text)
      } catch {
        throw StoreError(.unwritable, "\(Body.kind)", cause: error)
      }
    }
    return try encode(event)
  }

  /// The event of an entry, and the day on which it holds.
  package static func decode(_ entry: Entry) throws(JournalFault) -> (event: any Event, on: Day) {
    guard let type = types[entry.kind], entry.version <= version else {
      throw JournalFault(entry.sequence, .unknownKind(entry.kind, version: entry.version))
    }
    func decode<Body: Event>(_ type: Body.Type) throws -> (event: any Event, on: Day) {
      let payload = try PayloadDecoder(Array(entry.payload.utf8))
      guard let day = Day(try payload.text(Self.day)) else { throw PayloadError.mismatch }
      return (try payload.decode(type), day)
    }
    do { return try decode(type) } catch { throw JournalFault(entry.sequence, .undecodable) }
  }
}

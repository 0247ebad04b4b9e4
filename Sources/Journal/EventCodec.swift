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

  /// An event and its day in one JSON object: the day stands beside the event's own fields.
  private struct Payload<Body: Event>: Codable {
    let on: Day
    let body: Body

    private enum Keys: String, CodingKey { case on }

    init(on: Day, body: Body) {
      self.on = on
      self.body = body
    }

    init(from decoder: any Decoder) throws {
      on = try decoder.container(keyedBy: Keys.self).decode(Day.self, forKey: .on)
      body = try Body(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
      try body.encode(to: encoder)
      var container = encoder.container(keyedBy: Keys.self)
      try container.encode(on, forKey: .on)
    }
  }

  static func encode(_ event: any Event, on day: Day) throws(StoreError) -> EncodedEvent {
    func encode<Body: Event>(_ body: Body) throws(StoreError) -> EncodedEvent {
      do {
        let payload = try PayloadEncoder.encode(Payload(on: day, body: body))
        return EncodedEvent(kind: Body.kind, version: version, payload: payload)
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
      let payload = try PayloadDecoder.decode(Payload<Body>.self, from: Array(entry.payload.utf8))
      return (payload.body, payload.on)
    }
    do { return try decode(type) } catch { throw JournalFault(entry.sequence, .undecodable) }
  }
}

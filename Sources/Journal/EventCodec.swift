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

  /// Events of one command, many of them on all cores: only their digests hang on one another.
  static func encode(_ events: [any Event], on day: Day, workers: Int) async throws(StoreError) -> [EncodedEvent] {
    let size = max(64, (events.count + workers - 1) / max(1, workers))
    guard events.count > size else { return try encode(events[...], on: day) }
    let parts = await withTaskGroup(of: (Int, Result<[EncodedEvent], StoreError>).self) { group in
      for first in stride(from: 0, to: events.count, by: size) {
        let own = events[first..<min(first + size, events.count)]
        group.addTask { @concurrent in
          do throws(StoreError) { return (first, .success(try encode(own, on: day))) } catch {
            return (first, .failure(error))
          }
        }
      }
      return await group.reduce(into: [:]) { parts, part in parts[part.0] = part.1 }
    }
    var encoded: [EncodedEvent] = []
    for (_, part) in parts.sorted(by: { $0.key < $1.key }) { encoded += try part.get() }
    return encoded
  }

  private static func encode(_ events: ArraySlice<any Event>, on day: Day) throws(StoreError) -> [EncodedEvent] {
    var encoded: [EncodedEvent] = []
    encoded.reserveCapacity(events.count)
    for event in events { encoded.append(try encode(event, on: day)) }
    return encoded
  }

  /// The event of an entry, and the day on which it holds.
  package static func decode(_ entry: Entry) throws(JournalFault) -> (event: any Event, on: Day) {
    guard let type = types[entry.kind], entry.version <= version else {
      throw JournalFault(entry.sequence, .unknownKind(entry.kind, version: entry.version))
    }
    func decode<Body: Event>(_ type: Body.Type) throws -> (event: any Event, on: Day) {
      let payload = try PayloadDecoder(entry.payload)
      guard let day = Day(try payload.text(Self.day)) else { throw PayloadError.mismatch }
      return (try payload.decode(type), day)
    }
    do { return try decode(type) } catch { throw JournalFault(entry.sequence, .undecodable) }
  }
}

import Crypto
package import Foundation
import Scoring
import StudioRegistry

/// One line of the journal. Its digest covers the stored bytes of every other field, the digest before it among them.
package struct Entry: Codable, Hashable, Sendable {
  /// From 1, without gaps.
  package var sequence: Int
  /// When it was entered, in milliseconds since 1970 UTC.
  package var at: Int
  /// The account that asked; `-` for what founded the register.
  package var actor: String
  /// The account for which a deputy asked; `-` where nobody acted for another.
  package var behalf: String
  /// Through what it came.
  package var channel: String
  /// The event's kind.
  package var kind: String
  /// The form of the payload, from 1.
  package var version: Int
  /// The event as JSON with sorted keys, on one line, with the day on which it holds.
  package var payload: String
  /// How digests are computed: `sha256`.
  package var algorithm: String
  /// The digest of the entry before; 64 zeros for the first.
  package var previous: String
  /// SHA-256 in hexadecimal of the fields above, see ``digestedText``.
  package var digest: String

  package static let algorithm = "sha256"

  /// What the digest covers: the other fields in this order, a line each, as UTF-8, without a line end behind the payload.
  package var digestedText: String { String(decoding: digestedBytes, as: UTF8.self) }

  private var digestedBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(payload.utf8.count + 200)
    func line(_ text: String) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0x0A)
    }
    line(String(sequence))
    line(String(at))
    line(actor)
    line(behalf)
    line(channel)
    line(kind)
    line(String(version))
    line(algorithm)
    line(previous)
    bytes.append(contentsOf: payload.utf8)
    return bytes
  }

  /// The digest that the other fields have.
  package var computedDigest: String { sha256(digestedBytes) }

  /// Whether the stored digest is that of the stored fields.
  package var isIntact: Bool { algorithm == Self.algorithm && digest == computedDigest }
}

extension Entry {
  init(_ event: EncodedEvent, sequence: Int, at: Int, request: Request, previous: String) {
    self.init(
      sequence: sequence, at: at, actor: request.account?.description ?? "-",
      behalf: request.behalf?.description ?? "-", channel: request.channel.rawValue, kind: event.kind,
      version: event.version, payload: event.payload, algorithm: Self.algorithm, previous: previous, digest: "")
    digest = computedDigest
  }

  /// What the register gets to know beside the event.
  func record(on day: Day) -> Record {
    Record(sequence: sequence, on: day, actor: ID(actor), behalf: ID(behalf))
  }
}

/// The journal's end: the last entry's sequence and digest.
package struct Head: Codable, Hashable, Sendable {
  package let sequence: Int
  package let digest: String

  package init(sequence: Int, digest: String) {
    self.sequence = sequence
    self.digest = digest
  }

  /// The end of an empty journal.
  package static let start = Head(sequence: 0, digest: String(repeating: "0", count: 64))

  init(_ entry: Entry) {
    self.init(sequence: entry.sequence, digest: entry.digest)
  }
}

/// SHA-256 of bytes in hexadecimal, 64 characters.
package func sha256(_ bytes: some Sequence<UInt8> & ContiguousBytes) -> String {
  var hash = SHA256()
  bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in hash.finalize() {
    text.append(hexadecimalDigit(byte >> 4))
    text.append(hexadecimalDigit(byte & 15))
  }
  return String(decoding: text, as: UTF8.self)
}

private func hexadecimalDigit(_ half: UInt8) -> UInt8 { half < 10 ? 0x30 + half : 0x57 + half }

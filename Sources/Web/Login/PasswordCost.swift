import Foundation
import Journal

/// How dear it is to try a password: the parameters of scrypt (RFC 7914), which stand with each hash.
package struct PasswordCost: Hashable, Sendable {
  let rounds: Int
  let blockSize: Int
  let parallelism: Int

  package init(rounds: Int, blockSize: Int, parallelism: Int) {
    (self.rounds, self.blockSize, self.parallelism) = (rounds, blockSize, parallelism)
  }

  /// One of the least that OWASP's Password Storage Cheat Sheet recommends for scrypt (N = 2^15, r = 8, p = 3; 2026-01).
  package static let usual = PasswordCost(rounds: 1 << 15, blockSize: 8, parallelism: 3)

  func hash(_ password: String, salt: [UInt8]) throws -> [UInt8] {
    // Keyboards write the same letter in several ways.
    let text = Array(password.precomposedStringWithCanonicalMapping.utf8)
    return try scrypt(text, salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
  }
}

/// A password's salt, cost and hash, as text that goes into the side table.
struct PasswordHash: Hashable, Sendable {
  let salt: [UInt8]
  let cost: PasswordCost
  let hash: [UInt8]

  init(salt: [UInt8], cost: PasswordCost, hash: [UInt8]) {
    (self.salt, self.cost, self.hash) = (salt, cost, hash)
  }

  /// Reads `scrypt:32768:8:3:9f86…`.
  init?(salt: String, text: String) {
    let parts = text.split(separator: ":")
    guard parts.count == 5, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
      let parallelism = Int(parts[3]), let hash = Self.bytes(parts[4]), let salt = Self.bytes(salt[...])
    else { return nil }
    self.init(
      salt: salt, cost: PasswordCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism), hash: hash)
  }

  var text: String { "scrypt:\(cost.rounds):\(cost.blockSize):\(cost.parallelism):\(hexadecimal(hash))" }

  private static func bytes(_ text: Substring) -> [UInt8]? {
    let signs = Array(text.utf8)
    guard signs.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: signs.count, by: 2) {
      guard let byte = UInt8(String(decoding: signs[place..<place + 2], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}

/// Whether two texts are the same, in a time that does not tell where they differ.
func isSame(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}

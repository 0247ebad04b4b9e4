import Foundation
package import StudioRegistry

/// What is known of a person: it stands in the vault alone, and can be erased.
package struct PersonValues: Codable, Hashable, Sendable {
  package var name: String
  /// `1975-03`.
  package var birthMonth: String?
  package var phone: String?

  package init(name: String, birthMonth: String? = nil, phone: String? = nil) {
    self.name = name.trimmed
    self.birthMonth = birthMonth
    self.phone = phone
  }
}

/// A person's values with the salt of their commitment.
package struct VaultRow: Hashable, Sendable {
  package let person: ID<Person>
  /// 32 random hexadecimal digits.
  package let salt: String
  /// The values as JSON with sorted keys.
  package let values: String

  package init(person: ID<Person>, salt: String, values: String) {
    self.person = person
    self.salt = salt
    self.values = values
  }

  /// The row of a person whose values are not here: the journal was restored from lines, which have none.
  package static func absent(_ person: ID<Person>) -> VaultRow { VaultRow(person: person, salt: "", values: "") }

  /// Whether the values are not here.
  package var isAbsent: Bool { salt.isEmpty && values.isEmpty }

  /// The digest that the journal has of the values.
  package var commitment: String { sha256(Array("\(salt)\n\(values)".utf8)) }

  package var decoded: PersonValues? {
    try? JSONDecoder().decode(PersonValues.self, from: Data(values.utf8))
  }
}

/// A person's values on their way into the vault: the command carries the commitment, the submission the rest.
package struct SealedPerson: Hashable, Sendable {
  package let salt: String
  package let values: String

  /// Seals values with a fresh salt.
  package init(_ values: PersonValues, using random: inout some RandomNumberGenerator) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings alone: encoding them cannot fail.
    self.values = (try? encoder.encode(values)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    let words = (random.next() as UInt64, random.next() as UInt64)
    salt = [words.0, words.1].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// What the command carries.
  package var commitment: PersonCommitment { PersonCommitment(digest: sha256(Array("\(salt)\n\(values)".utf8))) }
}

/// The names of persons, for whoever reads; a copy that is made anew for each reading.
package struct Vault: Sendable {
  private let values: [ID<Person>: PersonValues]

  package init(_ rows: [VaultRow]) {
    values = Dictionary(rows.compactMap { row in row.decoded.map { (row.person, $0) } }) { _, last in last }
  }

  package subscript(person: ID<Person>) -> PersonValues? { values[person] }

  /// The persons of a name, spacing aside, in the order of their ids.
  package func persons(named name: String) -> [ID<Person>] {
    values.filter { $0.value.name.withoutSpacing == name.withoutSpacing }.map(\.key).sorted()
  }
}

/// Something's id, whatever it is of: `S17`.
package struct Reference: Hashable, Sendable, CustomStringConvertible {
  package let letter: Character
  package let sequence: Int

  package init(_ letter: Character, _ sequence: Int) {
    self.letter = letter
    self.sequence = sequence
  }

  package var description: String { "\(letter)\(sequence)" }
}

extension ID {
  /// The same id, without saying of what.
  package var reference: Reference { Reference(Entity.letter, sequence) }
}

private protocol Referring {
  var reference: Reference { get }
}

extension ID: Referring {}

extension Event {
  /// Every id that the event holds at any depth, whichever part of the law it belongs to.
  package var references: Set<Reference> {
    let collector = Collector()
    // Nothing here can refuse a value: what the journal could write can be walked through.
    try? encode(to: collector)
    var found = collector.found
    if let counted = self as? VoteCounted {
      found.formUnion(counted.tally.keys.compactMap { ID<Studio>($0)?.reference })
    }
    return found
  }
}

extension Event {
  /// The persons whose names its words hold, those in cells of evidence among them.
  package var namedPersons: [ID<Person>] {
    let persons = references.filter { $0.letter == Person.letter }.map { ID<Person>($0.sequence) }
    guard let entered = self as? EvidenceEntered else { return persons }
    return persons + entered.cells.values.compactMap { ID<Person>($0) }
  }
}

/// An encoder that keeps ids and forgets everything else.
private final class Collector: Encoder {
  var found: Set<Reference> = []
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func take(_ value: some Encodable) throws {
    if let id = value as? any Referring {
      found.insert(id.reference)
    } else if !(value is any BinaryInteger), !(value is any BinaryFloatingPoint) {
      try value.encode(to: self)
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Keyed<Key>(collector: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { Plain(collector: self) }
  func singleValueContainer() -> any SingleValueEncodingContainer { Plain(collector: self) }

  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let collector: Collector
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) {}
    mutating func encode(_ value: String, forKey key: Key) {}
    mutating func encode(_ value: Int, forKey key: Key) {}
    mutating func encode(_ value: Bool, forKey key: Key) {}
    mutating func encode(_ value: some Encodable, forKey key: Key) throws { try collector.take(value) }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { collector.container(keyedBy: type) }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      collector.unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { collector }
    mutating func superEncoder(forKey key: Key) -> any Encoder { collector }
  }

  struct Plain: UnkeyedEncodingContainer, SingleValueEncodingContainer {
    let collector: Collector
    var codingPath: [any CodingKey] { [] }
    var count: Int { 0 }

    mutating func encodeNil() {}
    mutating func encode(_ value: String) {}
    mutating func encode(_ value: Int) {}
    mutating func encode(_ value: Bool) {}
    mutating func encode(_ value: some Encodable) throws { try collector.take(value) }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
      collector.container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { collector.unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { collector }
  }
}

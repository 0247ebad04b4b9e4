import Scoring

/// Decodes what ``PayloadEncoder`` wrote, and whatever else JSONEncoder writes of texts, whole numbers and truth values.
///
/// It is a fraction of JSONDecoder's work, of which the opening of a register consists: texts are made of the bytes where they
/// stand, members of small objects are looked for one after another, and no path is kept, for a fault names the entry.
struct PayloadDecoder: Decoder {
  fileprivate let tape: PayloadTape
  fileprivate let node: Int32

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  fileprivate init(tape: PayloadTape, node: Int32) {
    self.tape = tape
    self.node = node
  }

  /// Takes a JSON text apart.
  ///
  /// - Throws: ``PayloadError``.
  init(_ text: String) throws(PayloadError) {
    self.init(tape: try PayloadTape(text), node: 0)
  }

  /// The value that a JSON text stands for.
  ///
  /// - Throws: ``PayloadError``, or what the type's own decoding throws.
  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try PayloadDecoder(text).decode(type)
  }

  /// The text of a member.
  func text(_ key: String) throws(PayloadError) -> String {
    guard tape.kind(node) == .object else { throw .mismatch }
    guard let member = try tape.find(key, in: node) else { throw .missing(key) }
    return try tape.text(member)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard tape.kind(node) == .object else { throw PayloadError.mismatch }
    return KeyedDecodingContainer(Members(tape: tape, object: node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard tape.kind(node) == .array else { throw PayloadError.mismatch }
    return Elements(tape: tape, node: node + 1, place: 0, number: tape.count(node))
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension PayloadDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { tape.kind(node) == .null }
  func decode(_ type: Bool.Type) throws -> Bool { try tape.truth(node) }
  func decode(_ type: String.Type) throws -> String { try tape.text(node) }
  func decode(_ type: Double.Type) throws -> Double { throw PayloadError.floatingPoint }
  func decode(_ type: Float.Type) throws -> Float { throw PayloadError.floatingPoint }
  func decode(_ type: Int.Type) throws -> Int { try tape.whole(node) }
  func decode(_ type: Int8.Type) throws -> Int8 { try tape.whole(node) }
  func decode(_ type: Int16.Type) throws -> Int16 { try tape.whole(node) }
  func decode(_ type: Int32.Type) throws -> Int32 { try tape.whole(node) }
  func decode(_ type: Int64.Type) throws -> Int64 { try tape.whole(node) }
  func decode(_ type: UInt.Type) throws -> UInt { try tape.whole(node) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try tape.whole(node) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try tape.whole(node) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try tape.whole(node) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try tape.whole(node) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    // The standard library looks for each key of a dictionary anew; nearly all of ours are of these two kinds.
    if type == [String: String].self, let texts = try tape.members(of: node, tape.text) as? Value {
      return texts
    }
    if type == [String: Points].self, let points = try tape.members(of: node, points) as? Value { return points }
    return try Value(from: self)
  }

  private func points(_ node: Int32) throws(PayloadError) -> Points {
    guard let points = Points(try tape.text(node)) else { throw .mismatch }
    return points
  }
}

/// An object's members.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let tape: PayloadTape
  let object: Int32

  var codingPath: [any CodingKey] { [] }
  // A key whose text is damaged is none; whoever asks for it finds it missing.
  var allKeys: [Key] { ((try? tape.keys(of: object)) ?? []).compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { (try? tape.find(key.stringValue, in: object)) != nil }

  private func node(_ key: Key) throws(PayloadError) -> Int32 {
    guard let node = try tape.find(key.stringValue, in: object) else { throw .missing(key.stringValue) }
    return node
  }

  /// The value of a key; nil where there is none, or null.
  private func nodeIfPresent(_ key: Key) throws(PayloadError) -> Int32? {
    guard let node = try tape.find(key.stringValue, in: object), tape.kind(node) != .null else { return nil }
    return node
  }

  private func value(_ key: Key) throws(PayloadError) -> PayloadDecoder {
    PayloadDecoder(tape: tape, node: try node(key))
  }

  func decodeNil(forKey key: Key) throws -> Bool { tape.kind(try node(key)) == .null }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try tape.truth(try node(key)) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try tape.text(try node(key)) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { throw PayloadError.floatingPoint }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw PayloadError.floatingPoint }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try tape.whole(try node(key)) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try tape.whole(try node(key)) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try tape.whole(try node(key)) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try tape.whole(try node(key)) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try tape.whole(try node(key)) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try tape.whole(try node(key)) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try tape.whole(try node(key)) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try tape.whole(try node(key)) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try tape.whole(try node(key)) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try tape.whole(try node(key)) }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try value(key).decode(type) }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try nodeIfPresent(key).map { try tape.text($0) }
  }

  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try nodeIfPresent(key).map { try tape.whole($0) }
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try nodeIfPresent(key).map { try PayloadDecoder(tape: tape, node: $0).decode(type) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try value(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try value(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    guard let node = try tape.find("super", in: object) else { throw PayloadError.missing("super") }
    return PayloadDecoder(tape: tape, node: node)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}

/// An array's elements.
private struct Elements: UnkeyedDecodingContainer {
  let tape: PayloadTape
  /// The node that is read next.
  var node: Int32
  var place: Int32
  let number: Int32

  var codingPath: [any CodingKey] { [] }
  var count: Int? { Int(number) }
  var currentIndex: Int { Int(place) }
  var isAtEnd: Bool { place >= number }

  /// Reads the next element; one that cannot be read is not passed over.
  private mutating func next<Value>(_ read: (Int32) throws -> Value) throws -> Value {
    guard !isAtEnd else { throw PayloadError.mismatch }
    let value = try read(node)
    node = tape.next(node)
    place += 1
    return value
  }

  private mutating func element() throws -> PayloadDecoder {
    let tape = tape
    return try next { PayloadDecoder(tape: tape, node: $0) }
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd else { throw PayloadError.mismatch }
    guard tape.kind(node) == .null else { return false }
    return try next { _ in true }
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try next(tape.truth) }
  mutating func decode(_ type: String.Type) throws -> String { try next(tape.text) }
  mutating func decode(_ type: Double.Type) throws -> Double { throw PayloadError.floatingPoint }
  mutating func decode(_ type: Float.Type) throws -> Float { throw PayloadError.floatingPoint }
  mutating func decode(_ type: Int.Type) throws -> Int { try next(tape.whole) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try next(tape.whole) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try next(tape.whole) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try next(tape.whole) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try next(tape.whole) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try next(tape.whole) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next(tape.whole) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next(tape.whole) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next(tape.whole) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next(tape.whole) }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let tape = tape
    return try next { try PayloadDecoder(tape: tape, node: $0).decode(type) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try element().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try element().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try element() }
}

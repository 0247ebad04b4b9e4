/// Encodes a value as JSON on one line, with sorted keys: byte for byte what JSONEncoder writes with `.sortedKeys` and
/// `.withoutEscapingSlashes`, for texts, whole numbers, truth values and whatever is made of them.
///
/// Every journal that there is was written in this form, and a closing that is computed again must give the same bytes.
struct PayloadEncoder: Encoder {
  fileprivate let tree: PayloadTree
  fileprivate let node: Int32

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  fileprivate init(tree: PayloadTree, node: Int32) {
    self.tree = tree
    self.node = node
  }

  /// Begins a text.
  init() {
    self.init(tree: PayloadTree(), node: 0)
  }

  /// The JSON text of what was encoded.
  var text: String { tree.text() }

  /// Encodes one more member, in place of one of the same key.
  func encode(_ text: String, forKey key: String) {
    tree.makeObject(node)
    tree.put(text, at: tree.add(key, to: node))
  }

  /// The JSON text of a value.
  ///
  /// - Throws: ``PayloadError/floatingPoint``, or what the type's own encoding throws.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = PayloadEncoder()
    try encoder.encode(value)
    return encoder.text
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    tree.makeObject(node)
    return KeyedEncodingContainer(Members(tree: tree, object: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    tree.makeArray(node)
    return Elements(tree: tree, array: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension PayloadEncoder: SingleValueEncodingContainer {
  func encodeNil() { tree.putNull(at: node) }
  func encode(_ value: Bool) { tree.put(value, at: node) }
  func encode(_ value: String) { tree.put(value, at: node) }
  func encode(_ value: Double) throws { throw PayloadError.floatingPoint }
  func encode(_ value: Float) throws { throw PayloadError.floatingPoint }
  func encode(_ value: Int) { tree.put(value, at: node) }
  func encode(_ value: Int8) { tree.put(value, at: node) }
  func encode(_ value: Int16) { tree.put(value, at: node) }
  func encode(_ value: Int32) { tree.put(value, at: node) }
  func encode(_ value: Int64) { tree.put(value, at: node) }
  func encode(_ value: UInt) { tree.put(value, at: node) }
  func encode(_ value: UInt8) { tree.put(value, at: node) }
  func encode(_ value: UInt16) { tree.put(value, at: node) }
  func encode(_ value: UInt32) { tree.put(value, at: node) }
  func encode(_ value: UInt64) { tree.put(value, at: node) }
  func encode(_ value: some Encodable) throws { try value.encode(to: self) }
}

/// An object's members.
private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let tree: PayloadTree
  let object: Int32

  var codingPath: [any CodingKey] { [] }

  private func node(_ key: Key) -> Int32 { tree.add(key.stringValue, to: object) }
  private func value(_ key: Key) -> PayloadEncoder { PayloadEncoder(tree: tree, node: node(key)) }

  func encodeNil(forKey key: Key) { tree.putNull(at: node(key)) }
  func encode(_ value: Bool, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: String, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: Double, forKey key: Key) throws { throw PayloadError.floatingPoint }
  func encode(_ value: Float, forKey key: Key) throws { throw PayloadError.floatingPoint }
  func encode(_ value: Int, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: Int8, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: Int16, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: Int32, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: Int64, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: UInt, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: UInt8, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: UInt16, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: UInt32, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: UInt64, forKey key: Key) { tree.put(value, at: node(key)) }
  func encode(_ value: some Encodable, forKey key: Key) throws { try value.encode(to: self.value(key)) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    value(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { value(key).unkeyedContainer() }
  func superEncoder() -> any Encoder { PayloadEncoder(tree: tree, node: tree.add("super", to: object)) }
  func superEncoder(forKey key: Key) -> any Encoder { value(key) }
}

/// An array's elements.
private struct Elements: UnkeyedEncodingContainer {
  let tree: PayloadTree
  let array: Int32

  var codingPath: [any CodingKey] { [] }
  var count: Int { tree.count(array) }

  private func element() -> PayloadEncoder { PayloadEncoder(tree: tree, node: tree.add(to: array)) }

  func encodeNil() { element().encodeNil() }
  func encode(_ value: Bool) { element().encode(value) }
  func encode(_ value: String) { element().encode(value) }
  func encode(_ value: Double) throws { throw PayloadError.floatingPoint }
  func encode(_ value: Float) throws { throw PayloadError.floatingPoint }
  func encode(_ value: Int) { element().encode(value) }
  func encode(_ value: Int8) { element().encode(value) }
  func encode(_ value: Int16) { element().encode(value) }
  func encode(_ value: Int32) { element().encode(value) }
  func encode(_ value: Int64) { element().encode(value) }
  func encode(_ value: UInt) { element().encode(value) }
  func encode(_ value: UInt8) { element().encode(value) }
  func encode(_ value: UInt16) { element().encode(value) }
  func encode(_ value: UInt32) { element().encode(value) }
  func encode(_ value: UInt64) { element().encode(value) }
  func encode(_ value: some Encodable) throws { try value.encode(to: element()) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    element().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }
  func superEncoder() -> any Encoder { element() }
}

import Foundation
import Scoring
import StudioRegistry
import TestSupport
import Testing

@testable import Journal

@Suite("Payloads")
struct PayloadCodecTests {
  /// Everything that events are made of, in one type.
  private struct Sample: Codable, Hashable {
    var text: String
    var number: Int
    var isTrue: Bool
    var absent: String?
    var points: Points
    var day: Day
    var cells: [String: String]
    var nested: [String: [String: Int]]
    var list: [Choice?]
    var numbers: [ID<Studio>: Int8]
    var words: [String]
    var next: [Sample]

    enum Choice: Codable, Hashable {
      case plain
      case named(first: Int, second: String?)
      case unnamed(Points)
    }
  }

  private static let pieces = [
    "技能大师工作室", "A1", "a", "Z_", "\"", "\\", "/", "\n", "\r\n", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{8}", "\u{C}",
    "\u{2028}", "é", "e\u{301}", "😀", "\u{FFFD}", "", "null", "18446744073709551616",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func sample(_ random: inout SeededGenerator, depth: Int = 0) -> Sample {
    func few<Value>(_ make: (inout SeededGenerator) -> Value) -> [Value] {
      (0..<Int.random(in: 0...5, using: &random)).map { _ in make(&random) }
    }
    func choice(_ random: inout SeededGenerator) -> Sample.Choice? {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: nil
      case 1: .plain
      case 2: .named(first: .random(in: .min ... .max, using: &random), second: Bool.random(using: &random) ? "二" : nil)
      default: .unnamed(Points(hundredths: .random(in: 0...99_999, using: &random)))
      }
    }
    func dictionary<Value>(_ make: (inout SeededGenerator) -> Value) -> [String: Value] {
      Dictionary(few { (text(&$0), make(&$0)) }) { first, _ in first }
    }
    return Sample(
      text: text(&random), number: .random(in: .min ... .max, using: &random), isTrue: .random(using: &random),
      absent: Bool.random(using: &random) ? text(&random) : nil,
      points: Points(hundredths: .random(in: 0...10_000, using: &random)),
      day: Day.latest.adding(days: 0), cells: dictionary(text), nested: dictionary { random in [text(&random): 1] },
      list: few(choice), numbers: [ID(Int.random(in: 1...99, using: &random)): 5], words: few(text),
      next: depth < 2 ? few { sample(&$0, depth: depth + 1) } : [])
  }

  private static func foundation(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test("are the bytes that JSONEncoder writes, and read back as what was written")
  func sameBytes() throws {
    var random = SeededGenerator(20_220_046)
    for _ in 0..<1000 {
      let sample = Self.sample(&random)
      let text = try PayloadEncoder.encode(sample)
      #expect(try Array(text.utf8) == Array(Self.foundation(sample).utf8))
      #expect(try PayloadDecoder.decode(Sample.self, from: text) == sample)
    }
  }

  @Test("sort many keys as JSONEncoder does")
  func manyKeys() throws {
    var random = SeededGenerator(7)
    let keys = (0..<2000).map { "\(Self.text(&random))\($0 % 700)\(Self.text(&random))" }
    let many = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    let text = try PayloadEncoder.encode(many)
    #expect(try text == Self.foundation(many))
    #expect(try PayloadDecoder.decode([String: Int].self, from: text) == many)
  }

  @Test("of whole rule sets are the bytes that JSONEncoder writes")
  func ruleSets() throws {
    let rules = try Repository.host().rules
    let text = try PayloadEncoder.encode(rules)
    #expect(try text == Self.foundation(rules))
    #expect(try PayloadDecoder.decode(RuleSet.self, from: text) == rules)
    #expect(try JSONDecoder().decode(RuleSet.self, from: Data(text.utf8)) == rules)
  }

  @Test("are read from any form of JSON")
  func anyForm() throws {
    let text = " \t\r\n[ {\"\\u0061\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\"\\\\\" : \"\\u00e9\\u6280\" } , { } ]\n"
    #expect(
      try PayloadDecoder.decode([[String: String]].self, from: text)
        == [["a😀/\u{8}\u{C}\n\r\t\"\\": "é技"], [:]])
    #expect(try PayloadDecoder.decode([Int8].self, from: "[-128,127,0,-0]") == [-128, 127, 0, 0])
    #expect(try PayloadDecoder.decode([UInt64?].self, from: "[18446744073709551615,null]") == [.max, nil])
  }

  @Test(
    "that are no JSON are an error",
    arguments: [
      "", " ", "{", "}", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[01]", "[-]", "[+1]", "[.5]", "[1.]", "[1e]",
      "[--1]",
      "[1]x", "[1]]", "[tru]", "[True]", "[nul", "[\"]", "[\"\\\"]", "[\"\\x\"]", "[\"\\u12\"]", "[\"\\u12g4\"]",
      "[\"\\ud800\"]", "[\"\\ud800\\u0041\"]", "[\"\\udc00\\ud800\"]", "[\"\\ud800\\n00000\"]", "[\"\n\"]", "{1:2}",
      "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\" 1}", "[\u{FEFF}1]", "\u{FEFF}[1]", "[1,2}", "[\"\\",
    ])
  func malformed(_ text: String) {
    #expect(throws: PayloadError.self) { try PayloadDecoder.decode([String].self, from: text) }
    #expect(throws: PayloadError.self) { try PayloadDecoder.decode([Int].self, from: text) }
  }

  @Test("that hold another kind of value, or too large a number, are an error")
  func mismatches() {
    func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
      try PayloadDecoder.decode(type, from: text)
    }
    #expect(throws: PayloadError.mismatch) { try decode([Int8].self, "[128]") }
    #expect(throws: PayloadError.mismatch) { try decode([Int8].self, "[-129]") }
    #expect(throws: PayloadError.mismatch) { try decode([UInt8].self, "[-1]") }
    #expect(throws: PayloadError.mismatch) { try decode([Int].self, "[9223372036854775808]") }
    #expect(throws: PayloadError.mismatch) { try decode([Int].self, "[1.0]") }
    #expect(throws: PayloadError.mismatch) { try decode([Int].self, "[\"1\"]") }
    #expect(throws: PayloadError.mismatch) { try decode([String].self, "[1]") }
    #expect(throws: PayloadError.mismatch) { try decode([Bool].self, "[0]") }
    #expect(throws: PayloadError.mismatch) { try decode([Int].self, "{}") }
    #expect(throws: PayloadError.mismatch) { try decode([String: Int].self, "[]") }
    #expect(throws: PayloadError.missing("zh")) { try decode(Text.self, "{\"en\":\"x\"}") }
    #expect(throws: PayloadError.floatingPoint) { try decode([Double].self, "[1]") }
    #expect(throws: PayloadError.floatingPoint) { try PayloadEncoder.encode([1.5]) }
  }

  @Test("nested without end are an error, and not the program's")
  func depth() {
    for opening in ["[", "{\"a\":"] {
      let text = String(repeating: opening, count: 100_000)
      #expect(throws: PayloadError.tooDeep) { try PayloadDecoder.decode([Int].self, from: text) }
    }
  }

  @Test("that were broken at random are read or refused, and never stop the program")
  func mutations() throws {
    var random = SeededGenerator(1)
    var mutation = Mutation(seed: 2)
    for _ in 0..<Mutation.count {
      let text = try PayloadEncoder.encode(Self.sample(&random, depth: 1))
      let broken = mutation.mutate(Array(text.utf8))
      guard let sample = try? PayloadDecoder.decode(Sample.self, from: String(decoding: broken, as: UTF8.self)) else {
        continue
      }
      // What was read can be written and read again.
      let again = try PayloadEncoder.encode(sample)
      #expect(try PayloadDecoder.decode(Sample.self, from: again) == sample)
    }
  }
}

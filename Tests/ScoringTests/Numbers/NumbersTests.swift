import Scoring
import TestSupport
import Testing

@Suite("Numbers are exact")
struct NumbersTests {
  @Test(
    "half-up, once", arguments: [("1/200", 1), ("3/200", 2), ("14999/200", 7500), ("74994/1000", 7499), ("0", 0)])
  func halfUp(fraction: String, hundredths: Int) throws {
    let parts = fraction.split(separator: "/").compactMap { Int128($0) }
    let exact = try Exact(parts[0], over: parts.count > 1 ? parts[1] : 1)
    #expect(try Points(halfUp: exact) == Points(hundredths: hundredths))
  }

  @Test("half-up goes towards the larger number below zero, too")
  func belowZero() throws {
    #expect(try Exact(-1, over: 200).roundedHalfUp(places: 2) == 0)
    #expect(try Exact(-3, over: 200).roundedHalfUp(places: 2) == -1)
  }

  @Test("numbers are rounded to the places asked for", arguments: [(0, "7"), (1, "7.2"), (2, "7.17"), (6, "7.166667")])
  func places(_ places: Int, _ text: String) throws {
    #expect(try Exact(43, over: 6).decimal(places: places) == text)
  }

  @Test("fractions are reduced, with the sign above the line")
  func reduced() throws {
    let fraction = try Exact(6, over: -4)
    #expect((fraction.numerator, fraction.denominator) == (-3, 2))
    #expect(try Exact(1, over: 3) + Exact(1, over: 6) == Exact(1, over: 2))
    #expect(try Exact(2, over: 3) / Exact(4, over: 9) == Exact(3, over: 2))
    #expect(Exact(Points(hundredths: 750)).description == "15/2")
  }

  @Test("what does not fit is refused, never wrapped")
  func overflow() throws {
    let large = try Exact(.max, over: 1)
    #expect(throws: NumberError.outOfRange) { try large + Exact(1) }
    #expect(throws: NumberError.outOfRange) { try large * Exact(2) }
    #expect(throws: NumberError.outOfRange) { try large.roundedHalfUp(places: 2) }
    #expect(throws: NumberError.outOfRange) { try Exact(Int128(Int.max) + 1, over: 1).roundedHalfUp(places: 0) }
    #expect(throws: NumberError.divisionByZero) { try Exact(1, over: 0) }
    #expect(throws: NumberError.divisionByZero) { try Exact(1) / .zero }
  }

  @Test("fractions too large to multiply are still compared")
  func comparison() throws {
    let almost = try Exact(.max - 1, over: .max)
    #expect(almost < Exact(1))
    #expect(try Exact(.max - 2, over: .max - 1) < almost)
  }

  @Test(
    "plain decimal numbers are read",
    arguments: [("0", 0), ("9", 900), ("8.5", 850), ("007.25", 725), ("999999999.99", 99_999_999_999)])
  func plain(_ text: String, _ hundredths: Int) {
    #expect(DecimalNumber.units(in: text.utf8, places: 2) == .success(hundredths))
  }

  @Test(
    "anything else is refused for its reason",
    arguments: [
      ("", .notANumber), (".5", .notANumber), ("5.", .notANumber), ("1e3", .notANumber), ("+1", .notANumber),
      ("1,5", .notANumber), ("1.2.3", .notANumber), ("NaN", .notANumber), ("0x1", .notANumber), ("-", .notANumber),
      ("-1", .negative), ("1.005", .tooManyDecimals), ("1000000000", .tooManyDigits),
    ] as [(String, DecimalNumber.Fault)])
  func refused(_ text: String, _ fault: DecimalNumber.Fault) {
    #expect(DecimalNumber.units(in: text.utf8, places: 2) == .failure(fault))
  }
}

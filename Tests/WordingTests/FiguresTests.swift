import Scoring
import Testing

@testable import Wording

@Suite("Numbers are written in one way each")
struct FiguresTests {
  private let en = Language.en.phrases
  private let zh = Language.zh.phrases

  @Test("a change has its sign", arguments: [(250, "+2.50"), (-50, "−0.50"), (0, "0.00")])
  func signed(hundredths: Int, expected: String) {
    #expect(Points(hundredths: hundredths).signed == expected)
  }

  @Test(
    "money in tables is grouped, and has its fen where there are some",
    arguments: [
      (123_456_700, "1,234,567"), (123_450, "1,234.50"), (-99_905, "−999.05"), (0, "0"), (100_000_000, "1,000,000"),
    ])
  func amounts(fen: Int, expected: String) {
    #expect(en.amount(fen) == expected)
    #expect(zh.amount(fen) == expected)
  }

  @Test("a share is said in percent with two decimals")
  func shares() throws {
    let share = try Exact(2, over: 3)
    #expect(en.percentage(share) == "66.67 %")
    #expect(zh.percentage(nil) == nil)
  }

  @Test("a period of one year is one year")
  func years() throws {
    let (one, two) = (try #require(Period(years: 2025...2025)), try #require(Period(years: 2024...2025)))
    #expect([one, two].map(en.years) == ["2025", "2024–2025"])
    #expect([one, two].map(zh.years) == ["2025年", "2024—2025年"])
    #expect(zh.notice(NoticeText.round(one, false)).hasPrefix("2025年"))
    #expect(zh.notice(NoticeText.round(two, false)).hasPrefix("2024—2025年"))
  }
}

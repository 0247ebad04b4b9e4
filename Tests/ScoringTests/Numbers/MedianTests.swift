import Scoring
import TestSupport
import Testing

@Suite("Medians, by hand")
struct MedianTests {
  @Test("the middle one, of an even number the mean of the middle two rounded half-up, in any order")
  func points() {
    #expect([Points]().median == nil)
    #expect(([7] as [Points]).median == 7)
    #expect(([9, 1, 4] as [Points]).median == 4)
    #expect(([9, 1, 4, 5] as [Points]).median == 4.5)
    #expect(([1.01, 1.02] as [Points]).median == 1.02)
  }

  @Test("the same of numbers that are drawn")
  func numbers() {
    #expect([Double]().median == nil)
    #expect(([9, 1, 4.5] as [Double]).median == 4.5)
    #expect(([9, 1, 4, 5] as [Double]).median == 4.5)
  }
}

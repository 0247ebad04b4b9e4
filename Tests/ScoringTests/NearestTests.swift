import Scoring
import Testing

@Suite("The nearest known word")
struct NearestTests {
  @Test(
    "fewest edits, the first of equals, letter case aside",
    arguments: [("A22", "A2"), ("a1", "A1"), ("Y", "A1"), ("YY17", "YY017"), ("mark", "marks")])
  func nearestWord(_ word: String, _ expected: String) {
    #expect(nearest(to: word, among: ["A1", "A2", "B1", "YY017", "marks"]) == expected)
  }

  @Test("no candidates, or a word without end")
  func none() {
    #expect(nearest(to: "A1", among: [String]()) == nil)
    #expect(nearest(to: String(repeating: "x", count: 201), among: ["x"]) == nil)
  }
}

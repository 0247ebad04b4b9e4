/// Standard competition ranking: equal numbers share a place, and the places after them stay empty (1, 2, 2, 4).
package enum Ranking {
  /// The places of numbers that are sorted with the best first.
  package static func places<Number: Equatable>(of sorted: [Number]) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(sorted.count)
    for (index, number) in sorted.enumerated() {
      places.append(index > 0 && number == sorted[index - 1] ? places[index - 1] : index + 1)
    }
    return places
  }
}

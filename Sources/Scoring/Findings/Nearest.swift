/// The candidate that a mistyped word most likely meant: the one with the fewest edits; nil where there is none to name.
///
/// Equal distances go to the candidate that comes first. Letter case counts as no edit. Of a word of more than 200 bytes
/// nobody can say what it meant.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  guard word.utf8.count <= 200 else { return nil }
  let letters = Array(word.lowercased())
  var best: (candidate: String, edits: Int)?
  for candidate in candidates where candidate.utf8.count <= 200 {
    let edits = editDistance(letters, Array(candidate.lowercased()))
    if edits < best?.edits ?? .max { best = (candidate, edits) }
  }
  return best?.candidate
}

/// Levenshtein's distance: insertions, deletions and replacements.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  var row = Array(0...second.count)
  for (i, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in second.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[second.count]
}

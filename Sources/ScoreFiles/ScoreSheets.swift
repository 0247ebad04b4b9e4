package import Scoring
package import Tables

/// Reads score sheets into a scorebook, several files in any order and form, or says everything that is wrong with them.
///
/// The quick reader takes what is in order, on all cores, and stops at the first thing that is not; then the careful reader
/// goes through the files row by row. It alone words findings and knows lines, so that the quick one need not.
package struct ScoreSheets: Sendable {
  let rules: RuleSet
  let layout: SheetLayout
  let slots: SlotNames
  let recusals: [Scorebook.Pair: Recusal]
  let workers: Int
  let progress: @Sendable (_ bytes: Int?) -> Void

  /// - Parameters:
  ///   - host: knows the rubrics.
  ///   - recusals: who may not mark which studio.
  ///   - workers: how many rows' readers run at once.
  ///   - progress: is told of bytes read, from any thread; of nil where reading begins anew.
  package init(
    for host: ScoringHost, recusals: [Recusal] = [], workers: Int = 1,
    progress: @escaping @Sendable (_ bytes: Int?) -> Void = { _ in }
  ) {
    rules = host.rules
    layout = host.layout
    slots = SlotNames(host.rules, host.layout)
    let pairs = recusals.map { (Scorebook.Pair(studio: $0.studio, judge: $0.judge), $0) }
    self.recusals = Dictionary(pairs) { first, _ in first }
    self.workers = max(1, workers)
    self.progress = progress
  }

  /// The scorebook of all files together.
  package func read(_ sources: [TableSource]) async throws(Findings) -> Scorebook {
    if let book = await QuickSheetReader(self).read(sources) { return book }
    progress(nil)
    return try CarefulSheetReader(self).read(sources)
  }

  /// An empty book that knows the recusals.
  var emptyBook: Scorebook {
    var book = Scorebook(layout: layout)
    for recusal in recusals.values { book.recuse(recusal.judge, from: recusal.studio, because: recusal.reason) }
    return book
  }
}

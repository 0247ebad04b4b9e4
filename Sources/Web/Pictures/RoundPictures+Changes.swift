import Scoring
import StudioRegistry
import Wording

extension RoundPictures {
  /// This round against the one before; nil where there is none.
  var changes: Picture? { changes(atMost: .max) }

  /// The same of so many studios, those whose score changed most.
  func changes(atMost count: Int) -> Picture? {
    guard let former = closed.former else { return nil }
    let rows = rows(since: former.result, atMost: count)
    let years = [former.round, closed.round].map { phrases.page(PictureNotice.years($0.period)) }
    let title = phrases.page(PictureNotice.changes(from: former.round.period, to: closed.round.period))
    let picture = ChangesPicture(
      rows: rows, total: closed.rules.total.value, passMark: closed.rules.passMark.value,
      words: .init(
        title: title, description: word(.changesNote), passLine: word(.passLine), new: word(.new),
        missing: word(.missing)))
    return Picture(
      name: "changes", title: title, note: word(.changesNote), drawing: picture.drawing,
      table: PictureTable(
        head: [word(.studio)] + years + [word(.change)],
        rows: rows.map { row in
          [row.name, row.before?.description ?? "—", row.after?.description ?? "—", change(of: row)]
        }, names: 1))
  }

  private func change(of row: ChangesPicture.Row) -> String {
    switch (row.before, row.after) {
    case (let before?, let after?): (after - before).signed
    case (nil, .some): word(.new)
    case (_, nil): word(.missing)
    }
  }

  /// In this round's order, and behind it those of the former one that are not in it.
  private func rows(since former: RoundResult, atMost count: Int) -> [ChangesPicture.Row] {
    let here = closed.result.studios.map { settled in
      ChangesPicture.Row(
        name: closed.code(settled.studio), before: former[settled.studio]?.score, after: settled.score)
    }
    let gone = former.studios.filter { closed.result[$0.studio] == nil }.map { settled in
      ChangesPicture.Row(name: closed.code(settled.studio), before: settled.score, after: nil)
    }
    // A second assessment looks at some studios alone, and nobody misses the others.
    let rows = here + (closed.round.kind == .regular ? gone : [])
    guard rows.count > count else { return rows }
    func size(_ row: ChangesPicture.Row) -> Int {
      guard let before = row.before, let after = row.after else { return -1 }
      return abs((after - before).hundredths)
    }
    let chosen = rows.indices.sorted { left, right in
      size(rows[left]) != size(rows[right]) ? size(rows[left]) > size(rows[right]) : left < right
    }
    return chosen.prefix(count).sorted().map { rows[$0] }
  }
}

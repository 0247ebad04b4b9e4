import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

extension Visit {
  /// The journal's entries in words, the newest first; persons stand as ids, as they do in it.
  func journalPage() async throws -> Answer {
    let kinds = try await site.chronicle.kinds()
    let kind = query["kind"].flatMap { kinds.contains($0) ? $0 : nil }
    let studio = query["studio"].flatMap { ID<Studio>($0) }
    let choice = Chronicle.Choice(
      studio: studio, kind: kind, before: query["before"].flatMap { Int($0) } ?? .max, limit: 50)
    let found = try await site.chronicle.page(choice)
    let (names, studios) = (try await names(), try await read { $0.studiosInOrder })
    let offset = try await read(\.utcOffset)
    // What a visitor chose comes back in links as what was recognised, never as it was typed.
    let filters = [kind.map { "kind=\($0)" }, studio.map { "studio=\($0)" }].compactMap(\.self)
    func path(before sequence: Int?) -> String {
      let parts = filters + (sequence.map { ["before=\($0)"] } ?? [])
      return parts.isEmpty ? "/journal" : "/journal?" + parts.joined(separator: "&")
    }
    return try page(
      WatchPage.journal, phrases.page(SiteLabel.journal),
      [
        "kinds": kinds.map { name -> Model in
          ["value": name, "choiceLabel": phrases.kind(name) ?? name, "isChosen": name == kind]
        },
        "studios": studios.map { one -> Model in
          ["value": one.id.description, "choiceLabel": "\(one.code) \(one.unit)", "isChosen": one.id == studio]
        },
        "entries": found.lines.map { model(of: $0, names, utcOffset: offset) }, "isEmpty": found.lines.isEmpty,
        "olderPath": found.older.map { path(before: $0) },
        "newestPath": query["before"] == nil ? nil : path(before: nil),
      ])
  }

  private func model(of line: Chronicle.Line, _ names: Names, utcOffset: Int) -> Model {
    let entry = line.entry
    return [
      "sequence": "\(entry.sequence)", "entryPath": "/journal/\(entry.sequence)", "day": line.day,
      "entered": Moment(milliseconds: entry.at, utcOffset: utcOffset).description, "actor": entry.actorWords(names),
      "kind": phrases.kind(entry.kind) ?? entry.kind, "words": line.words(phrases, names),
      "channel": channel(of: entry) ?? entry.channel,
      "shortDigest": "\(entry.digest.prefix(12))…",
    ]
  }

  private func channel(of entry: Entry) -> String? {
    Request.Channel(rawValue: entry.channel).map(phrases.channel)
  }

  /// A word with the code that the journal has for it.
  private func coded(_ word: String?, _ code: String) -> String { word.map { phrases.detailed($0, [code]) } ?? code }

  /// One entry as it is stored, and its digests computed anew.
  func entryPage() async throws -> Answer {
    let line = try await wantedLine()
    let entry = line.entry
    let before = try await site.chronicle.line(entry.sequence - 1)?.entry
    let previous = before?.digest ?? Head.start.digest
    let names = try await names()
    let isLast = try await site.registrar.end().sequence == entry.sequence
    let entered = Moment(milliseconds: entry.at, utcOffset: try await read(\.utcOffset))
    let isWithheld = try await isWithheld(line)
    let facts: [(WatchLabel, String)] = [
      (.sequence, "\(entry.sequence)"), (.entered, entered.description), (.holds, line.day),
      (.actor, "\(entry.actor) \(entry.actorWords(names))"), (.behalf, entry.behalf),
      (.channel, coded(channel(of: entry), entry.channel)), (.kind, coded(phrases.kind(entry.kind), entry.kind)),
      (.version, "\(entry.version)"), (.algorithm, entry.algorithm),
    ]
    return try page(
      WatchPage.entry, phrases.notice(RegisterNotice.entry(entry.sequence)),
      [
        "words": line.words(phrases, names),
        "facts": facts.map { ["term": phrases.page($0.0), "fact": $0.1] as Model },
        "payload": isWithheld ? nil : entry.payload, "previous": entry.previous, "digest": entry.digest,
        "computed": entry.computedDigest, "isIntact": entry.isIntact, "isAltered": !entry.isIntact,
        "follows": entry.previous == previous, "detached": entry.previous != previous,
        "previousPath": before.map { "/journal/\($0.sequence)" },
        "nextPath": isLast ? nil : "/journal/\(entry.sequence + 1)",
        "linePath": isWithheld ? nil : "/journal/\(entry.sequence)/line",
      ])
  }

  /// Whether an entry's own text holds marks of a round that is not wholly signed: then it is the supervisor's to check alone.
  private func isWithheld(_ line: Chronicle.Line) async throws -> Bool {
    guard try me.role != .supervisor, let round = line.content?.event.roundOfMarks else { return false }
    return try await read { $0.rounds[round]?.hidesScores ?? false }
  }

  /// The entry as a line of an export, to be computed elsewhere.
  func entryLine() async throws -> Answer {
    let line = try await wantedLine()
    guard try await !isWithheld(line) else { throw Turned.said(phrases.page(WatchLabel.payloadWithheld)) }
    let entry = line.entry
    let bytes = Array(try JournalLines.encode([entry]))
    return .download(bytes, type: "application/octet-stream", name: "entry-\(entry.sequence).jsonl")
  }

  private func wantedLine() async throws -> Chronicle.Line {
    guard let sequence = parameters["entry"].flatMap({ Int($0) }),
      let line = try await site.chronicle.line(sequence)
    else { throw Turned.notFound }
    return line
  }
}

extension Event {
  /// The round of which the stored entry holds marks, or scores from which a judge's marks can be reckoned.
  fileprivate var roundOfMarks: ID<Round>? {
    switch self {
    case let entered as SheetsEntered: entered.round
    case let returned as SheetReturned: returned.round
    case let replaced as JudgeReplaced: replaced.round
    case let recused as JudgeRecused: recused.effects.isEmpty ? nil : recused.round
    default: nil
    }
  }
}

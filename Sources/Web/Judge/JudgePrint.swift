import Journal
import Scoring
import StudioRegistry
import Wording

/// What a signed sheet's fingerprint covers: anybody who has the journal can put it together and compare. It holds
/// nothing that a judge does not know; an entry's digest depends on what others entered before it, so that with two of
/// them what lies between could be guessed and tried.
struct Fingerprint: Sendable {
  let round: ID<Round>
  let studio: String
  let judge: String
  /// When it was signed, in milliseconds as the journal has it: more than one for rubrics signed one by one.
  let moments: [Int]
  /// In the order of the rule set.
  let marks: [(id: String, points: Points, reason: String?)]

  /// Lines of words; line ends within a reason are blanks.
  var text: String {
    let lines =
      ["\(round) \(studio) \(judge)"] + moments.map(\.description)
      + marks.map { mark in
        let reason = mark.reason.map { " " + $0.replacing("\n", with: " ") } ?? ""
        return "\(mark.id) \(mark.points)\(reason)"
      }
    return lines.joined(separator: "\n")
  }

  /// SHA-256 in groups of four, to be read aloud.
  var groups: [String] {
    let digits = Array(digest(text))
    return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
  }
}

extension Visit {
  /// The signed sheet on paper, for a handwritten signature.
  func printSheet() async throws -> Answer {
    let (round, studio) = try await ownStudio()
    let signed = Set(studio.sheets.compactMap { $0?.signed }).sorted()
    guard !signed.isEmpty, studio.recusal == nil else { throw Turned.notFound }
    var entries: [Entry] = []
    for sequence in signed {
      guard let entry = try await site.store.entries(after: sequence - 1, upTo: 1).first else { throw Turned.notFound }
      entries.append(entry)
    }
    var sheet = try await sheetPage(round, studio)
    sheet.offersReference = false
    return try await paper(JudgePage.print, phrases.page(JudgeLabel.printTitle), sheet.printed(entries))
  }
}

extension SheetPage {
  /// The entries that signed it are named once nobody is marking any more.
  fileprivate func printed(_ entries: [Entry]) -> Model {
    let rubrics = round.rules.rubrics
    let moments = entries.map(\.at)
    let day = Day(milliseconds: moments.max() ?? 0, utcOffset: round.rules.authority.utcOffset)
    let signed = rubrics.indices.compactMap { place in
      studio.sheets[place].flatMap { $0.signed == nil ? nil : (place: place, sheet: $0) }
    }
    let fingerprint = Fingerprint(
      round: round.id, studio: studio.code, judge: round.login, moments: moments,
      marks: signed.flatMap { place, sheet in
        (rubrics[place].criteria.map(\.id) + [rubrics[place].id]).compactMap { id in
          sheet.marks[id].map { (id, $0, sheet.reasons[id]) }
        }
      })
    return [
      "roundName": round.name(phrases), "code": studio.code, "unit": studio.unit, "occupation": studio.occupation,
      "judge": round.login, "signedOn": day.description,
      "rubrics": rubrics.indices.map { place -> Model in
        let isSigned = studio.sheets[place]?.signed != nil
        let sheet = shown(place).sheet
        return [
          "title": language(rubrics[place].title), "maximum": rubrics[place].maximum.description,
          "total": isSigned ? SheetCheck(sheet, rubrics[place]).total.description : nil,
          "unsigned": isSigned ? nil : phrases.page(JudgeLabel.notSigned),
          "rows": isSigned ? rows(place, sheet) : [Model](),
        ]
      },
      "isWhole": studio.isSigned, "limit": round.rules.total.value.description,
      "total": signed.reduce(Points.zero) { $0 + $1.sheet.marks.values.reduce(.zero, +) }.description,
      "fingerprint": fingerprint.groups, "moments": moments.map(\.description),
      "entries": round.stage == .marking
        ? nil
        : entries.map { phrases.notice(JudgeNotice.signingEntry(sequence: $0.sequence, digest: $0.digest)) },
    ]
  }
}

import Foundation
import InstalledModules
import Journal
import ScoreFiles
import Scoring
import StudioRegistry
import Tables
import Wording

/// What the sections of a case file are made from: one reading of the journal, so that they all agree.
struct CaseMatter {
  let studio: Studio
  let register: Register
  let entries: [Entry]
  let concerns: Concerns
  /// The entries that concern the studio, those that name others cut down to what concerns it.
  let concerning: [ConcerningEntry]
  /// From which entry and day it stood where.
  let standings: [(entry: Int, on: Day, standing: Studio.Standing)]
  let vault: Vault
  let hasNames: Bool
  let language: Language

  /// An entry that concerns the studio.
  struct ConcerningEntry {
    let entry: Entry
    /// The event, or what the excerpt leaves of it.
    let event: any Event
    let original: any Event
    let on: Day
    /// The payload without what is other studios'; nil where the entry is given whole.
    let excerpt: String?

    /// Whether it can be told as a whole: what it says of others, names aside, stood on a public notice.
    var isTold: Bool { original.isOfWholeRound && !(original is JudgeReplaced) }
  }

  /// Reads the journal of a desk's register.
  init(_ id: ID<Studio>, _ desk: Desk, hasNames: Bool) async throws {
    entries = try await desk.store.entries(after: 0)
    vault = try await desk.vault()
    self.hasNames = hasNames
    language = desk.terminal.language
    let decoded = try entries.map { try EventCodec.decode($0) }
    concerns = Concerns(id, in: decoded.map(\.event))
    var register = Register(modules: try ModuleRegistry(installedModules))
    var standings: [(entry: Int, on: Day, standing: Studio.Standing)] = []
    var concerning: [ConcerningEntry] = []
    for (entry, (event, day)) in zip(entries, decoded) {
      register.apply(
        event, as: Record(sequence: entry.sequence, on: day, actor: ID(entry.actor), behalf: ID(entry.behalf)))
      if let standing = register.studios[id]?.standing, standing != standings.last?.standing {
        standings.append((entry.sequence, day, standing))
      }
      guard let concern = concerns[entry.sequence] else { continue }
      concerning.append(Self.concerning(entry, event, day, concern, concerns))
    }
    guard let studio = register.studios[id] else { throw Refusal.unknownStudio(id.description) }
    (self.studio, self.register, self.standings, self.concerning) = (studio, register, standings, concerning)
  }

  private static func concerning(
    _ entry: Entry, _ event: any Event, _ day: Day, _ concern: Concerns.Concern, _ concerns: Concerns
  ) -> ConcerningEntry {
    guard concern == .partly else {
      return ConcerningEntry(entry: entry, event: event, original: event, on: day, excerpt: nil)
    }
    let others = Set(event.references.intersection(concerns.foreign).map(\.description))
    let excerpt = Excerpt(of: entry.payload, without: others).text
    var cut = entry
    cut.payload = excerpt
    // What is left can nearly always be read as the same kind of event.
    let rest = (try? EventCodec.decode(cut))?.event
    return ConcerningEntry(entry: entry, event: rest ?? event, original: event, on: day, excerpt: excerpt)
  }

  // MARK: - Words

  /// How ids are shown: another studio is called no more than that, and nobody by name where names are left out.
  var names: Names {
    let (own, code, logins) = (studio.id, studio.code, register.accounts.mapValues(\.login))
    let (vault, hasNames, other) = (vault, hasNames, language.phrases.notice(DeskNotice.otherStudio))
    let (foreign, titles) = (concerns.foreign, Titles(register))
    return Names(
      studio: { $0 == own ? code : other }, account: { logins[$0] ?? $0.description },
      person: { person in
        guard hasNames, !foreign.contains(person.reference), let values = vault[person] else {
          return person.description
        }
        return "\(values.name) (\(person))"
      }, label: titles.title)
  }

  /// The same in another language.
  func names(in language: Language) -> Names {
    let (own, code, other) = (studio.id, studio.code, language.phrases.notice(DeskNotice.otherStudio))
    let names = names
    return Names(studio: { $0 == own ? code : other }, account: names.account, person: names.person, label: names.label)
  }

  func login(_ account: ID<Account>?) -> String { account.map(register.login) ?? "" }

  /// Who entered an entry.
  func actor(_ sequence: Int) -> String {
    guard entries.indices.contains(sequence - 1) else { return "" }
    let entry = entries[sequence - 1]
    guard let actor = ID<Account>(entry.actor) else { return "-" }
    return ID<Account>(entry.behalf).map { "\(login(actor)) for \(login($0))" } ?? login(actor)
  }

  /// The day on which an entry holds.
  func day(_ sequence: Int) -> String {
    guard entries.indices.contains(sequence - 1) else { return "" }
    return (try? EventCodec.decode(entries[sequence - 1]).on.description) ?? ""
  }

  /// The rounds in which the studio is assessed, or from which it was left out for a reason.
  var rounds: [Round] {
    register.roundsInOrder.filter {
      ($0.studios + $0.deferred + $0.rectifying + $0.suspended).contains(studio.id)
    }
  }

  // MARK: - Files

  func json(_ path: String, _ value: some Encodable) throws -> CaseFile {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return CaseFile(path, Array(try encoder.encode(value)) + [0x0A])
  }

  func csv(_ path: String, _ header: [String], _ rows: [[String]]) -> CaseFile {
    var text = CSVText()
    text.row(header)
    for row in rows { text.row(row) }
    return CaseFile(path, text.bytes)
  }

  /// The stored files whose digests stand in what concerns the studio.
  func storedFiles(_ store: any EntryStore) async throws -> [CaseFile] {
    var digests: Set<String> = []
    for concern in concerning {
      // A commitment to a person has a digest's form, too; that no file has it costs one look.
      digests.formUnion(Excerpt.digests(in: concern.excerpt ?? concern.entry.payload))
    }
    var files: [CaseFile] = []
    for digest in digests.sorted() {
      if let bytes = try await store.file(digest) { files.append(CaseFile("files/\(digest).bin", bytes)) }
    }
    return files
  }
}

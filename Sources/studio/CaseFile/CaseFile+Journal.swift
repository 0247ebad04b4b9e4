import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

extension CaseMatter {
  /// `history.csv`: everything that concerns the studio, in words, whichever part of the law it belongs to.
  func history() -> [CaseFile] {
    let (zh, en) = (names(in: .zh), names(in: .en))
    let rows = concerning.map { concern in
      let entry = concern.entry
      return [
        "\(entry.sequence)", concern.on.description, actor(entry.sequence), entry.kind,
        concern.event.made(at: entry.sequence) ?? "", words(of: concern, in: .zh, zh), words(of: concern, in: .en, en),
        concern.excerpt == nil ? "whole" : "excerpt",
      ]
    }
    return [csv("history.csv", ["entry", "day", "by", "kind", "id", "zh", "en", "in_journal"], rows)]
  }

  /// What happened: of an excerpt, what concerns the studio, and said to be no more; of a whole round, all of it without names.
  private func words(of concern: ConcerningEntry, in language: Language, _ names: Names) -> String {
    let phrases = language.phrases
    guard concern.excerpt != nil else { return phrases.event(concern.event, names) }
    guard !concern.isTold else { return phrases.event(concern.original, names) }
    return phrases.notice(DeskNotice.ofThisStudio) + phrases.event(concern.event, names)
  }

  /// `journal.jsonl`, `chain.csv` and `head.txt`: the extract, and the digests that tie it to the whole journal.
  func journal() throws -> [CaseFile] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var extract = Data()
    for concern in concerning {
      if let excerpt = concern.excerpt {
        extract += try encoder.encode(CutEntry(concern.entry, excerpt: excerpt)) + Data("\n".utf8)
      } else {
        extract += try JournalLines.encode([concern.entry])
      }
    }
    var chain: [UInt8] = Array("sequence,digest,previous\n".utf8)
    chain.reserveCapacity(entries.count * 140)
    for entry in entries {
      chain += Array("\(entry.sequence),".utf8) + Array(entry.digest.utf8) + [0x2C]
      chain += Array(entry.previous.utf8) + [0x0A]
    }
    let head = entries.last.map { Head(sequence: $0.sequence, digest: $0.digest) } ?? .start
    return [
      CaseFile("journal.jsonl", Array(extract)), CaseFile("chain.csv", chain),
      CaseFile("head.txt", Array(head.checkpoint.utf8)),
    ]
  }

  /// An entry of which a part is others': its digest stands, its payload is held back but for an excerpt.
  private struct CutEntry: Encodable {
    let sequence: Int
    let at: Int
    let actor: String
    let behalf: String
    let channel: String
    let kind: String
    let version: Int
    let excerpt: String
    let algorithm: String
    let previous: String
    let digest: String

    init(_ entry: Entry, excerpt: String) {
      (sequence, at, actor, behalf) = (entry.sequence, entry.at, entry.actor, entry.behalf)
      (channel, kind, version) = (entry.channel, entry.kind, entry.version)
      (algorithm, previous, digest) = (entry.algorithm, entry.previous, entry.digest)
      self.excerpt = excerpt
    }
  }

  /// `persons.csv`: who stands behind the ids in this file, as the vault has their names now.
  func persons() -> [CaseFile] {
    var persons: Set<ID<Person>> = [studio.expert]
    persons.formUnion(studio.formerExperts)
    var accounts: Set<ID<Account>> = []
    for concern in concerning {
      let entry = concern.entry
      accounts.formUnion([ID<Account>(entry.actor), ID<Account>(entry.behalf)].compactMap(\.self))
      for reference in concern.event.references.union(cells(of: concern.event)) {
        if reference.letter == Person.letter { persons.insert(ID(reference.sequence)) }
        if reference.letter == Account.letter { accounts.insert(ID(reference.sequence)) }
      }
      if concern.event is PersonAdded { persons.insert(ID(entry.sequence)) }
      if concern.event is AccountOpened { accounts.insert(ID(entry.sequence)) }
    }
    let holders = accounts.sorted().compactMap { register.accounts[$0] }
    persons.formUnion(holders.map(\.person))
    let rows = persons.sorted().filter { !concerns.foreign.contains($0.reference) }.map { person -> [String] in
      let own = holders.filter { $0.person == person }
      let isExpert = person == studio.expert || studio.formerExperts.contains(person)
      let erased = register.persons[person]?.erased?.description ?? ""
      return [
        person.description, hasNames ? vault[person]?.name ?? "" : "", isExpert ? "expert" : "",
        own.map { "\($0.id) \($0.login) \($0.role.rawValue)" }.joined(separator: "; "), erased,
        register.persons[person]?.commitment ?? "",
      ]
    }
    return [csv("persons.csv", ["person", "name", "part", "accounts", "erased", "commitment"], rows)]
  }

  /// The persons in the cells of a row of evidence, where they are texts.
  private func cells(of event: any Event) -> Set<Reference> {
    guard let entered = event as? EvidenceEntered,
      let kind = register.modules.kinds.first(where: { $0.id == entered.type })
    else { return [] }
    let cells = kind.columns.filter(\.isPersonal).compactMap { entered.cells[$0.id] }
    return Set(cells.compactMap { ID<Person>($0)?.reference })
  }
}

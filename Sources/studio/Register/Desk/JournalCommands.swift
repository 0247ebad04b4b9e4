import ArgumentParser
import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import Wording

/// `studio journal`: the chain of entries on which everything rests.
struct JournalCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Verifies, exports and shows the journal.",
    subcommands: [Verify.self, Checkpoint.self, Export.self, Restore.self, Show.self, Scrub.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Checks every entry, every outcome and the vault, and names the first thing that is wrong.")
    @Option(help: ArgumentHelp("A checkpoint kept elsewhere, which shows a cut-off end.", valueName: "file"))
    var checkpoint: String?
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      let terminal = desk.language.terminal
      try await terminal.reporting {
        let kept = try checkpoint.map { file in
          guard let text = FileManager.default.contents(atPath: file) else {
            throw Failure(terminal.phrases.notice(.unreadableFile(file)))
          }
          guard let head = Head(checkpoint: String(decoding: text, as: UTF8.self)) else {
            throw Failure(terminal.phrases.notice(.badCheckpoint(file)))
          }
          return head
        }
        let found = try await Verification.verify(
          SQLiteStore(path: desk.database), modules: ModuleRegistry(installedModules), checkpoint: kept,
          workers: ProcessInfo.processInfo.activeProcessorCount)
        terminal.show(found, hasCheckpoint: kept != nil)
      }
    }
  }

  struct Checkpoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the last entry's number and digest to a file, to be kept elsewhere.")
    @Argument var file: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let head = try await desk.registrar.end()
        try desk.write(Data(head.checkpoint.utf8), to: file)
        desk.terminal.say(desk.phrases.notice(.wroteCheckpoint(file, sequence: head.sequence)))
      }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes the journal as JSON Lines, one entry on each line, to a file or standard output.")
    @Argument(help: "A new file; - is standard output.") var file = "-"
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let lines = try JournalLines.encode(try await desk.store.entries(after: 0))
        if file == "-" { desk.terminal.write(lines) } else { try desk.write(lines, to: file) }
        desk.terminal.say(desk.phrases.notice(DeskNotice.exportedWithoutVault))
      }
    }
  }

  struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a new register of an exported journal, with the same digests and without persons' names.")
    @Argument(help: "The exported file.") var file: String
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      let terminal = desk.language.terminal
      try await terminal.reporting {
        guard let lines = FileManager.default.contents(atPath: file) else {
          throw Failure(terminal.phrases.notice(.unreadableFile(file)))
        }
        let entries = try JournalLines.decode(lines)
        let batch = try JournalLines.restoring(entries)
        let store = try SQLiteStore.create(path: desk.database)
        do {
          try await store.append(batch, after: .start)
        } catch {
          try? store.close()
          for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: desk.database + suffix) }
          throw error
        }
        terminal.say(terminal.phrases.notice(.restored(desk.database, entries: entries.count)))
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows the journal's last entries in words.")
    @Option(help: "How many.") var last = 20
    @OptionGroup var list: ListOptions
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        let names = try await desk.names()
        let end = try await desk.registrar.end().sequence
        var listing = Listing([.entry, .day, .actor, .event, .digest])
        for entry in try await desk.store.entries(after: max(0, end - last)) {
          let (event, day) = try EventCodec.decode(entry)
          listing.add([
            "\(entry.sequence)", day.description, desk.actor(of: entry, names),
            desk.words(of: event, at: entry.sequence, names),
            list.format == .table ? String(entry.digest.prefix(12)) : entry.digest,
          ])
        }
        try listing.show(as: list.format, on: desk.terminal)
      }
    }
  }
}

extension JournalCommands {
  struct Scrub: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Rewrites the file so that nothing erased is left in its free space; erasing does it by itself.")
    @OptionGroup var desk: DeskOptions

    func run() async throws {
      try await desk.run { desk in
        try await desk.store.scrub()
        desk.terminal.say(desk.phrases.notice(DeskNotice.scrubbed))
      }
    }
  }
}

/// `studio backup`: copies the whole register while others go on working.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copies the whole register, persons and files included, while others go on working.")
  @Argument(help: "A new file.") var file: String
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await desk.run { desk in
      try await desk.store.backup(to: file)
      let entries = try await SQLiteStore(path: file).head().sequence
      desk.terminal.say(desk.phrases.notice(.backedUp(file, entries: entries)))
    }
  }
}

/// `studio restore`: brings a backup back.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Brings a backup back, after verifying it; what the register has beyond it is not thrown away unasked.")
  @Argument(help: "The backup.") var file: String
  @Flag(help: "Restore though the register has entries that the backup lacks; the former file is kept.")
  var replace = false
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    let terminal = desk.language.terminal
    try await terminal.reporting {
      let backup = try SQLiteStore(path: file)
      let found = try await Verification.verify(backup, modules: ModuleRegistry(installedModules))
      if FileManager.default.fileExists(atPath: desk.database) {
        do {
          try await restore(over: SQLiteStore(path: desk.database), from: backup, found.head, terminal)
        } catch let error as StoreError where replace && [.damaged, .truncated, .notARegister].contains(error.code) {
          try setAside(terminal)
          try await backup.backup(to: desk.database)
        }
      } else {
        try await backup.backup(to: desk.database)
      }
      // Codes that were used, passwords that were changed and sessions that were ended since the backup must not come back
      // with it.
      try await SideTables(SQLiteStore(path: desk.database)).endAll()
      terminal.say(terminal.phrases.notice(.restored(desk.database, entries: found.head.sequence)))
      terminal.say(terminal.phrases.notice(.loginsEnded))
    }
  }

  private func restore(
    over store: SQLiteStore, from backup: SQLiteStore, _ head: Head, _ terminal: Terminal
  ) async throws {
    let here = try await store.entries(after: 0)
    let there = try await backup.entries(after: 0)
    let common = min(here.count, there.count)
    let goesOn = common == 0 || here[common - 1].digest == there[common - 1].digest
    let lost = goesOn ? here.count - common : here.count
    guard replace || lost == 0 else { throw Failure(terminal.phrases.notice(.wouldLose(desk.database, entries: lost))) }
    if lost > 0 {
      let former = "\(desk.database).before-\(here.count)"
      try await store.backup(to: former)
      terminal.say(terminal.phrases.notice(.keptFormer(former)))
    }
    try await store.replace(by: backup)
  }

  /// Moves a file that cannot be read out of the way, with what SQLite keeps beside it.
  private func setAside(_ terminal: Terminal) throws {
    let former = "\(desk.database).broken"
    for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: desk.database + suffix) {
      do {
        try FileManager.default.moveItem(atPath: desk.database + suffix, toPath: former + suffix)
      } catch {
        throw Failure(terminal.phrases.notice(.notWritable(former + suffix)))
      }
    }
    terminal.say(terminal.phrases.notice(.keptBroken(former)))
  }
}

extension Desk {
  /// Writes a file that is not there yet.
  func write(_ data: Data, to file: String) throws {
    guard !FileManager.default.fileExists(atPath: file) else { throw Failure(phrases.notice(Notice.fileExists(file))) }
    do {
      try data.write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
    } catch {
      try? FileManager.default.removeItem(atPath: file)
      throw Failure(phrases.notice(Notice.notWritable(file)))
    }
  }
}

extension Terminal {
  /// What a verification found in order.
  func show(_ found: Verification, hasCheckpoint: Bool) {
    show(phrases.notice(.verified(entries: found.head.sequence, digest: found.head.digest)))
    show(phrases.notice(.verifiedMore(persons: found.persons, erased: found.erased, closings: found.closings)))
    if found.absent > 0 { show(phrases.notice(.valuesAbsent(found.absent))) }
    if !hasCheckpoint { say(phrases.notice(DeskNotice.withoutCheckpoint)) }
  }
}

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
        let store = try SQLiteStore.create(path: desk.database)
        try await store.append(Batch(entries: entries), after: .start)
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
        try await restore(backup, found.head, terminal)
      } else {
        try await backup.backup(to: desk.database)
      }
      terminal.say(terminal.phrases.notice(.restored(desk.database, entries: found.head.sequence)))
    }
  }

  private func restore(_ backup: SQLiteStore, _ head: Head, _ terminal: Terminal) async throws {
    let store = try SQLiteStore(path: desk.database)
    let beyond = try await store.entries(after: 0)
    let isPrefix = beyond.isEmpty || (beyond.count >= head.sequence && beyond[head.sequence - 1].digest == head.digest)
    let lost = isPrefix ? beyond.count - head.sequence : beyond.count
    guard replace || lost == 0 else { throw Failure(terminal.phrases.notice(.wouldLose(desk.database, entries: lost))) }
    if lost > 0 {
      let former = "\(desk.database).before-\(beyond.count)"
      try await store.backup(to: former)
      terminal.say(terminal.phrases.notice(.keptFormer(former)))
    }
    try await store.replace(by: backup)
  }
}

extension Desk {
  /// Writes a file that is not there yet.
  func write(_ data: Data, to file: String) throws {
    do {
      try data.write(to: URL(fileURLWithPath: file), options: .withoutOverwriting)
    } catch {
      let exists = FileManager.default.fileExists(atPath: file)
      throw Failure(phrases.notice(exists ? Notice.fileExists(file) : .notWritable(file)))
    }
  }
}

extension Terminal {
  /// What a verification found in order.
  func show(_ found: Verification, hasCheckpoint: Bool) {
    show(phrases.notice(.verified(entries: found.head.sequence, digest: found.head.digest)))
    show(phrases.notice(.verifiedMore(persons: found.persons, erased: found.erased, closings: found.closings)))
    if !hasCheckpoint { say(phrases.notice(DeskNotice.withoutCheckpoint)) }
  }
}

import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Wording

/// `studio case-file`: everything about one studio that a court would ask for.
struct CaseFileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case-file",
    abstract: "Writes everything about one studio that a court would ask for into a new folder, with digests.",
    discussion: """
      The folder can be read and checked without this program; its README.md says how. Nothing of other studios is in it: an
      entry of the journal that names them, too, is there as an excerpt.

      EXAMPLES
        studio case-file YY024 --out YY024-case
        studio case-file YY024 --out YY024-case --lang zh --without-names
      """)
  @Argument(help: "The studio's code.") var studio: String
  @Option(help: ArgumentHelp("A new folder, or an empty one.", valueName: "dir")) var out: String
  @Flag(help: "Leave persons' names out; their ids stay.") var withoutNames = false
  @OptionGroup var desk: DeskOptions

  func run() async throws {
    try await desk.run { desk in
      let studio = try await desk.studio(studio)
      let folder = try NewFolder(out, desk.terminal)
      let matter = try await CaseMatter(studio.id, desk, hasNames: !withoutNames)
      var files: [CaseFile] = []
      for section in caseFileSections { files += try section(matter) }
      files += try await matter.storedFiles(desk.store)
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      files.append(.sums(of: files))
      try folder.write(files, desk.terminal)
      desk.terminal.show(
        desk.phrases.notice(.wroteCaseFile(out, files: files.count, entries: matter.concerning.count)))
    }
  }
}

/// A file of a case file.
struct CaseFile: Sendable {
  /// Below the case file's folder.
  let path: String
  let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(_ path: String, lines: [String]) {
    self.init(path, Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// What `sha256sum -c` checks.
  static func sums(of files: [CaseFile]) -> CaseFile {
    CaseFile("SHA256SUMS", lines: files.map { "\(StoredFile($0.bytes).digest)  \($0.path)" })
  }
}

/// A folder that comes to be whole, or not at all: it is written beside its place and then moved there.
private struct NewFolder {
  private let url: URL
  private let path: String

  /// - Throws: ``Failure`` where something stands in its place.
  init(_ path: String, _ terminal: Terminal) throws {
    self.path = path
    url = URL(fileURLWithPath: path).standardizedFileURL
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    let content = try? FileManager.default.contentsOfDirectory(atPath: url.path)
    guard content?.isEmpty == true else { throw Failure(terminal.phrases.notice(.folderTaken(path))) }
  }

  func write(_ files: [CaseFile], _ terminal: Terminal) throws {
    let manager = FileManager.default
    let parent = url.deletingLastPathComponent()
    let draft = parent.appendingPathComponent(".\(url.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    do {
      for file in files {
        let place = draft.appendingPathComponent(file.path)
        try manager.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place, options: .withoutOverwriting)
      }
      // Only an empty folder may stand there.
      if manager.fileExists(atPath: url.path) {
        guard rmdir(url.path) == 0 else { throw CocoaError(.fileWriteFileExists) }
      }
      try manager.moveItem(at: draft, to: url)
    } catch {
      try? manager.removeItem(at: draft)
      throw Failure(terminal.phrases.notice(Notice.notWritable(path)))
    }
  }
}

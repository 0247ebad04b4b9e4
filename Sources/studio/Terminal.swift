import ArgumentParser
import Foundation
import Journal
import Scoring
import StudioRegistry
import Synchronization
import Wording

/// Something that failed, in words for the person at the terminal.
struct Failure: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}

/// Where results and messages go: results to standard output, everything else to standard error.
struct Terminal: Sendable {
  let language: Language
  private let hasColour: Bool
  /// Whether nothing is written at all.
  private let isSilent: Bool

  var phrases: any Phrases { language.commandLinePhrases }

  init(_ language: Language, isSilent: Bool = false) {
    self.language = language
    self.isSilent = isSilent
    let noColour = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
    hasColour = noColour.isEmpty && isatty(STDOUT_FILENO) == 1
  }

  /// Does a command's work; what it throws is put into words, with exit code 1.
  func reporting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let findings as Findings {
      report(findings)
      throw ExitCode(1)
    } catch is NumberError {
      say("studio: \(phrases.notice(.numberTooLarge))")
      throw ExitCode(1)
    } catch let error as ModuleError {
      say("studio: \(phrases.moduleError(error))")
      throw ExitCode(1)
    } catch let refusal as Refusal {
      say("studio: \(phrases.refusal(refusal))")
      throw ExitCode(1)
    } catch let error as StoreError {
      say("studio: \(phrases.store(error.code, file: error.message))")
      throw ExitCode(1)
    } catch let fault as JournalFault {
      say("studio: \(phrases.fault(fault))")
      throw ExitCode(1)
    } catch let failure as Failure {
      say("studio: \(failure.message)")
      throw ExitCode(1)
    }
  }

  private func report(_ findings: Findings) {
    for finding in findings.first { say(phrases.located(finding)) }
    say(phrases.notice(.findings(count: findings.count, shown: findings.first.count)))
  }

  /// A line on standard error.
  func say(_ line: String) {
    guard !isSilent else { return }
    // Where nobody can be told, there is nothing more to do.
    try? FileHandle.standardError.write(contentsOf: Data("\(line.printable)\n".utf8))
  }

  /// A warning on standard error.
  func warn(_ line: String) {
    say("\(phrases.label(.warning)): \(line)")
  }

  /// A line of the result.
  func show(_ line: String = "") {
    write(Data("\(line)\n".utf8))
  }

  /// A part of the result. Where it cannot be written, the disk full or the reader gone, the program ends with code 1.
  func write(_ data: Data) {
    guard !isSilent else { return }
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      say("studio: \(phrases.notice(.notWritable("-")))")
      exit(1)
    }
  }

  /// The text in a colour, where the result goes to a terminal that wants colours.
  func coloured(_ text: String, _ colour: Colour) -> String {
    hasColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  enum Colour: Int {
    case bold = 1
    case red = 31
    case green = 32
    case yellow = 33
  }
}

/// A line on standard error that says how far a long reading has come; nothing within the first second or off a terminal.
final class Progress: Sendable {
  private let terminal: Terminal
  private let total: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private let state = Mutex((read: 0, percent: -1))

  init(_ terminal: Terminal, total: Int) {
    self.terminal = terminal
    self.total = max(1, total)
  }

  /// Notes bytes that were read, from any thread.
  /// - Parameter bytes: nil where reading begins anew, to find what is wrong.
  func add(_ bytes: Int?) {
    guard isShown else { return }
    let percent = state.withLock { state -> Int? in
      state.read = bytes.map { state.read + $0 } ?? 0
      let percent = min(100, state.read * 100 / total)
      guard percent != state.percent, ContinuousClock.now - start > .seconds(1) else { return nil }
      state.percent = percent
      return percent
    }
    if let percent { erase(then: terminal.phrases.notice(.reading(percent: percent))) }
  }

  /// Takes the line away.
  func finish() {
    if state.withLock({ $0.percent >= 0 }) { erase(then: "") }
  }

  private func erase(then text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
  }
}

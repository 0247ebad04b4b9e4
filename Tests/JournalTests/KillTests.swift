import Foundation
import InstalledModules
import Journal
import Scoring
import StudioRegistry
import TestSupport
import Testing

@Suite("Processes that are killed while they append lose nothing that they acknowledged", .turns)
struct KillTests {
  /// How many appends have to be acknowledged before the killing ends; `STUDIO_KILLS=full` for the long one.
  private static let total = ProcessInfo.processInfo.environment["STUDIO_KILLS"] == "full" ? 10_000 : 600

  @Test("Two writers on one file, killed at random moments and started again, until enough is acknowledged")
  func kill() async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/studio.sqlite"
    let store = try SQLiteStore.create(path: path)
    let county = try await County(store)
    try await county.foundRegister()
    try store.close()
    var random = SeededGenerator(2026)
    var acknowledged: [String: Int] = [:]
    var (rounds, idle) = (0, 0)
    while acknowledged.count < Self.total {
      rounds += 1
      let each = min(Self.total / 10, 200)
      // Some are killed as soon as they run, while they open the file.
      let patience = rounds % 6 == 0 ? 0 : Int.random(in: 1...each, using: &random)
      let pause = Int.random(in: 0...4000, using: &random)
      let acks = try await Writers.killed(path, round: rounds, patience: patience, pause: pause)
      idle = acks.isEmpty ? idle + 1 : 0
      try #require(idle < 20, "no writer appends any more")
      for (unit, sequence) in acks {
        #expect(acknowledged.updateValue(sequence, forKey: unit) == nil)
      }
      // Another look each time would cost more than the appends: the last one sees all.
    }
    try await check(path, acknowledged, county.clock)
    print(
      "\(acknowledged.count) acknowledged, the last by entry \(acknowledged.values.max() ?? 0); \(2 * rounds) kills")
  }

  private func check(_ path: String, _ acknowledged: [String: Int], _ clock: TestClock) async throws {
    let store = try SQLiteStore(path: path)
    var places: [String: [Int]] = [:]
    for entry in try await store.entries(after: 0) {
      if let recorded = try EventCodec.decode(entry).event as? EmploymentRecorded {
        places[recorded.employment.unit, default: []].append(entry.sequence)
      }
    }
    for (unit, sequence) in acknowledged where places[unit] != [sequence] {
      Issue.record("\(unit) was acknowledged as entry \(sequence), and stands at \(places[unit] ?? [])")
    }
    #expect(places.values.allSatisfy { $0.count == 1 })
    #expect(try await fault(in: store) == nil)
    let county = try await County(store, clock: clock)
    #expect(try await county.registrar.end() == store.head())
    // Whoever comes after can go on.
    try await county.open("J9", .judge, "后来")
  }
}

/// Programs that append through registrars of their own, and print what was acknowledged.
private enum Writers {
  /// Runs two at once, kills both, and gives what they acknowledged.
  ///
  /// - Parameters:
  ///   - patience: after how many acknowledgements of the first; where there are none, while it starts.
  ///   - pause: the microseconds until then, which is what makes the moment a random one.
  static func killed(
    _ path: String, round: Int, patience: Int, pause: Int
  ) async throws -> [(unit: String, sequence: Int)] {
    let program = Program.built("journal-writer")
    func arguments(_ number: Int) -> [String] { [path, "clerk", "W\(number)-R\(round)", "1000000"] }
    let lines = try await program.running(arguments(1)) { first in
      try await program.running(arguments(2)) { second in
        var lines: [String] = []
        while lines.count < patience, let line = await first.line() { lines.append(line) }
        try await Task.sleep(for: .microseconds(patience == 0 ? pause * 20 : pause))
        for writer in [first, second] { writer.send(SIGKILL) }
        for writer in [first, second] {
          while let line = await writer.line() { lines.append(line) }
          #expect(await writer.ended() == -SIGKILL)
        }
        return lines
      }
    }
    return try lines.map { line -> (unit: String, sequence: Int) in
      let words = line.split(separator: " ")
      try #require(words.count == 2, "\(line)")
      return (String(words[0]), try #require(Int(words[1])))
    }
  }
}

import Foundation

/// What a run gave.
struct LoadFigures {
  /// Signatures in a second, from the first request to the last answer.
  let rate: Double
  let sheets: LoadTimes
  /// The pages that were looked at meanwhile.
  let looks: [LoadTimes]
  /// The server's memory before and after.
  let megabytes: (before: Double, after: Double)

  init(
    _ requests: [LoadRequest], _ answers: [LoadAnswer?], seconds: Double, megabytes: (before: Double, after: Double),
    looks count: Int
  ) {
    var sheets: [Double] = []
    var looks: [[Double]] = Array(repeating: [], count: count)
    for (request, answer) in zip(requests, answers) {
      guard let answer else { continue }
      switch request.purpose {
      case .sheet: sheets.append(answer.seconds)
      case .look(let place): looks[place].append(answer.seconds)
      }
    }
    rate = Double(sheets.count) / seconds
    self.sheets = LoadTimes(sheets)
    self.looks = looks.map(LoadTimes.init)
    self.megabytes = megabytes
  }
}

/// How long answers took, in milliseconds.
struct LoadTimes {
  let count: Int
  let half: Double
  /// The least time within which at least 99 of 100 were answered.
  let p99: Double
  let most: Double

  init(_ seconds: [Double]) {
    let sorted = seconds.sorted()
    func within(_ percent: Int) -> Double {
      sorted.isEmpty ? 0 : sorted[(sorted.count * percent + 99) / 100 - 1] * 1000
    }
    (count, half, p99, most) = (sorted.count, within(50), within(99), within(100))
  }
}

/// The medians of several runs, against what is asked of them.
struct LoadReport {
  let judges: Int
  /// What was looked at meanwhile.
  let looks: [String]
  let paced: [LoadFigures]
  let flat: [LoadFigures]
  /// Answers in a second that take nothing but the server's own frame.
  let ceiling: Double

  private static let leastRate = 1000.0
  private static let mostP99 = 50.0

  func show() {
    print(
      "\(judges) judges over HTTP, \(ProcessInfo.processInfo.activeProcessorCount) cores shared with them".padded(44))
    print("".padded(38) + "   count  a second    p50 ms    p99 ms    max ms   server MB   limit")
    show("sheets saved and signed, as they come", paced, \.sheets, "\(Int(Self.mostP99)) ms p99")
    for (place, name) in looks.enumerated() {
      show(name, paced, { $0.looks[place] }, nil)
    }
    show("sheets saved and signed, flat out", flat, \.sheets, "\(Int(Self.leastRate)) a second")
    print("a style sheet, flat out".padded(38) + String(format: "%18.0f", ceiling))
    print("every answer a redirect, every signature in the journal once with its marks, the journal verified")
  }

  private func show(_ name: String, _ runs: [LoadFigures], _ part: (LoadFigures) -> LoadTimes, _ limit: String?) {
    let times = runs.map(part)
    let isWhole = limit != nil
    let rate = isWhole ? String(format: "%10.0f", runs.map(\.rate).middle) : "".padded(10)
    let memory = String(
      format: "%4.0f → %4.0f", runs.map(\.megabytes.before).middle, runs.map(\.megabytes.after).middle)
    print(
      name.padded(38), String(format: "%7d", times[0].count), rate,
      String(
        format: "%10.1f%10.1f%10.1f", times.map(\.half).middle, times.map(\.p99).middle, times.map(\.most).middle),
      "  ", isWhole ? memory : "".padded(11), "  ", limit ?? "", separator: "")
  }

  /// - Throws: ``LoadError`` naming the first limit that is missed.
  func check() throws(LoadError) {
    for (name, runs) in [("as they come", paced), ("flat out", flat)] where runs.map(\.rate).middle < Self.leastRate {
      throw LoadError("fewer than \(Int(Self.leastRate)) signatures a second, \(name)")
    }
    let p99 = paced.map(\.sheets.p99).middle
    if p99 >= Self.mostP99 { throw LoadError(String(format: "p99 is %.1f ms", p99)) }
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { padding(toLength: max(width, count), withPad: " ", startingAt: 0) }
}

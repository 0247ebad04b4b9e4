import Foundation
import Journal
import Scoring
import StudioRegistry

/// Drives the real server over HTTP on this machine, which shares its cores with the load: a large panel signs all its sheets,
/// each in one POST that is answered by a redirect once it is durable.
struct LoadBench {
  let registry: ModuleRegistry
  let rules: RuleSet
  let folder: URL
  var program = SiteProcess.besideThis
  var judges = 500
  var studios = 40
  /// Signatures a second that come of their own accord where the time to an answer is measured.
  var pace = 1100.0

  private static let runs = 3
  private var workers: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Times runs, each on a register of its own, and prints their medians.
  ///
  /// - Throws: ``LoadError`` where an answer is wrong, something is lost or a limit is missed.
  func run() async throws {
    let master = try await register("load")
    var (paced, flat): ([LoadFigures], [LoadFigures]) = ([], [])
    for run in 1...Self.runs {
      paced.append(try await measure(master.copy(to: path("paced-\(run)")), pace: pace))
      flat.append(try await measure(master.copy(to: path("flat-\(run)")), pace: nil))
    }
    let looks = master.looks.map(\.name)
    let report = LoadReport(judges: judges, looks: looks, paced: paced, flat: flat, ceiling: try ceiling(master))
    report.show()
    try report.check()
  }

  /// Kills the server in the middle of the load, starts it again and finishes.
  ///
  /// - Returns: how many signatures were acknowledged before the kill, and how many stood in the journal after it.
  /// - Throws: ``LoadError`` where an acknowledged signature is not there, or the rest cannot be finished.
  @discardableResult
  func runWithKill() async throws -> (acknowledged: Int, kept: Int) {
    let register = try await register("kill")
    let sheets = register.sheets
    let check = LoadCheck(register: register, registry: registry)
    let acknowledged = Set(zip(sheets, try killed(register, sheets)).filter { $0.1 != nil }.map(\.0))
    let kept = try await check.signed(sent: sheets, acknowledged: acknowledged, workers: workers)
    // Who has no answer signs again, which is answered as before where the signature stands already.
    try finish(register, sheets.filter { !acknowledged.contains($0) })
    let all = try await check.signed(sent: sheets, acknowledged: Set(sheets), workers: workers)
    print("killed: \(acknowledged.count) signatures were acknowledged, \(kept.count) are in the journal, none is lost;")
    print("started again: all \(all.count) sheets are signed once, with the marks that were sent; the journal verifies")
    return (acknowledged.count, kept.count)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent("\(name).sqlite").path }

  /// A register of this size, on a file of its own.
  func register(_ name: String) async throws -> LoadRegister {
    try await LoadRegister(path: path(name), registry: registry, rules: rules, judges: judges, studios: studios)
  }
}

// MARK: - One run

extension LoadBench {
  /// All sheets to a server of their own, and what is in the journal afterwards.
  private func measure(_ register: LoadRegister, pace: Double?) async throws -> LoadFigures {
    let sheets = register.sheets
    let requests = pace.map { self.paced(sheets, of: register, a: $0) } ?? sheets.map { request($0, of: register) }
    let site = try SiteProcess(program, database: register.path)
    defer { site.kill() }
    let before = try site.megabytes()
    var callers = try Callers(judges + register.looks.count, port: site.port)
    defer { callers.close() }
    let answers = try callers.send(requests)
    let figures = LoadFigures(
      requests, answers, seconds: callers.seconds, megabytes: (before, try site.megabytes()),
      looks: register.looks.count)
    for (request, answer) in zip(requests, answers) { try check(request, answer, of: register) }
    let check = LoadCheck(register: register, registry: registry)
    _ = try await check.signed(sent: sheets, acknowledged: Set(sheets), workers: workers)
    return figures
  }

  private func request(_ sheet: LoadRegister.Sheet, of register: LoadRegister, due: Double = 0) -> LoadRequest {
    LoadRequest(caller: sheet.judge, due: due, bytes: register.request(sheet), purpose: .sheet(sheet))
  }

  /// Sheets that come at random, so many a second, whether earlier ones are answered or not; while they come, the clerk looks
  /// at the board and a judge at the own list, every second.
  private func paced(_ sheets: [LoadRegister.Sheet], of register: LoadRegister, a pace: Double) -> [LoadRequest] {
    var requests: [LoadRequest] = []
    var (time, second) = (0.0, 1.0)
    for (place, sheet) in sheets.enumerated() {
      time -= log((Double(SyntheticRound.mixed(place, 1)) + 0.5) / Double(1 << 31)) / pace
      if time > second {
        for (place, look) in register.looks.enumerated() {
          requests.append(LoadRequest(caller: judges + place, due: second, bytes: look.bytes, purpose: .look(place)))
        }
        second += 1
      }
      requests.append(request(sheet, of: register, due: time))
    }
    return requests
  }

  private func check(
    _ request: LoadRequest, _ answer: LoadAnswer?, of register: LoadRegister
  ) throws(LoadError) {
    guard let answer else { throw LoadError("\(request.purpose) has no answer") }
    switch request.purpose {
    case .look where answer.status == 200: return
    case .sheet where answer.status == 303 && answer.location.hasPrefix(register.listPath): return
    default: throw LoadError("\(request.purpose) was answered \(answer.status) \(answer.location)")
    }
  }

  /// Sends sheets until half of them are answered, and kills the server then: each sheet's answer, where it came.
  private func killed(_ register: LoadRegister, _ sheets: [LoadRegister.Sheet]) throws -> [LoadAnswer?] {
    let site = try SiteProcess(program, database: register.path)
    defer { site.kill() }
    var callers = try Callers(judges, port: site.port)
    defer { callers.close() }
    let requests = sheets.map { request($0, of: register) }
    let answers = try callers.send(requests, interruption: .init(after: sheets.count / 2, action: site.kill))
    for (request, answer) in zip(requests, answers) where answer != nil { try check(request, answer, of: register) }
    return answers
  }

  /// Sends the sheets that have no answer to a server that was started again.
  private func finish(_ register: LoadRegister, _ sheets: [LoadRegister.Sheet]) throws {
    let site = try SiteProcess(program, database: register.path)
    defer { site.kill() }
    var callers = try Callers(judges, port: site.port)
    defer { callers.close() }
    let requests = sheets.map { request($0, of: register) }
    for (request, answer) in zip(requests, try callers.send(requests)) {
      try check(request, answer, of: register)
    }
  }

  /// How often a second the same server gives the same callers something that stands in its memory.
  private func ceiling(_ register: LoadRegister) throws -> Double {
    let site = try SiteProcess(program, database: register.path)
    defer { site.kill() }
    var callers = try Callers(judges, port: site.port)
    defer { callers.close() }
    let requests = register.sheets.map { sheet in
      let bytes = register.request("/static/paper.css", as: register.judges[sheet.judge])
      return LoadRequest(caller: sheet.judge, due: 0, bytes: bytes, purpose: .look(0))
    }
    for (request, answer) in zip(requests, try callers.send(requests)) { try check(request, answer, of: register) }
    return Double(requests.count) / callers.seconds
  }
}

import Foundation
import Journal
import Scoring
import StudioRegistry

/// A register on a file in which a large panel is about to mark, everybody being logged in.
struct LoadRegister {
  let path: String
  let round: OpenedRound
  /// Who mark. A panel is odd: where their number is even, one more is on it, who marks nothing and looks at the own list.
  let judges: ArraySlice<ID<Account>>
  let rules: RuleSet
  /// The journal's end before anybody marks.
  let head: Head

  /// Makes the register.
  init(path: String, registry: ModuleRegistry, rules: RuleSet, judges count: Int, studios: Int) async throws {
    let register = try await SyntheticRegister(path: path, registry: registry, rules: rules, studios: studios)
    round = try await register.openRound(judges: count + (count + 1) % 2)
    judges = round.panel.prefix(count)
    self.path = path
    self.rules = rules
    let store = try SQLiteStore(path: path)
    head = try await store.head()
    let side = try SideTables(store)
    let now = Int(Date().timeIntervalSince1970 * 1000)
    for account in round.panel + [round.clerk] {
      try await side.begin(
        Session(digest: Self.digest(Self.secret(of: account)), account: account, began: now, expires: now + 86_400_000))
    }
    try store.close()
  }

  /// Another register, the same to the byte.
  func copy(to path: String) async throws -> LoadRegister {
    let store = try SQLiteStore(path: self.path)
    try await store.backup(to: path)
    try store.close()
    return LoadRegister(path: path, round: round, judges: judges, rules: rules, head: head)
  }

  private init(path: String, round: OpenedRound, judges: ArraySlice<ID<Account>>, rules: RuleSet, head: Head) {
    self.path = path
    self.round = round
    self.judges = judges
    self.rules = rules
    self.head = head
  }

  /// What an account's cookie holds.
  private static func secret(of account: ID<Account>) -> String { String(digest("load \(account)").prefix(32)) }

  private static func digest(_ text: String) -> String { sha256(Array(text.utf8)) }
}

// MARK: - What is sent

extension LoadRegister {
  /// A judge's sheet for a studio, all rubrics of it: the judge's place and the studio's.
  struct Sheet: Hashable {
    let judge: Int
    let studio: Int
  }

  /// Every judge's sheet for every studio: all judges' first, then all judges' second, each in an order of their own.
  var sheets: [Sheet] {
    let count = round.studios.count
    return (0..<count).flatMap { turn in
      judges.indices.map { Sheet(judge: $0, studio: (turn + $0 * 7) % count) }
    }
  }

  /// The marks of a sheet, different from one to the next.
  func marks(of sheet: Sheet, _ rubric: Rubric) -> [String: Points] {
    SyntheticRegister.marks(rubric, studio: sheet.studio, judge: judges[sheet.judge].sequence)
  }

  /// Where a judge's list stands, and where a signed sheet leads to.
  var listPath: String { "/judge/\(round.id)" }

  /// What is looked at while judges sign: the board by the clerk, the own list by a judge.
  var looks: [(name: String, bytes: [UInt8])] {
    [
      ("  the clerk's board meanwhile", request("/rounds/\(round.id)/board", as: round.clerk)),
      ("  a judge's list meanwhile", request(listPath, as: round.panel.last ?? round.clerk)),
    ]
  }

  /// A sheet as a browser sends it, signed.
  func request(_ sheet: Sheet) -> [UInt8] {
    let account = judges[sheet.judge]
    var fields = ["token=\(Self.digest("form \(Self.secret(of: account))"))", "saved=0"]
    for rubric in rules.rubrics {
      let marks = marks(of: sheet, rubric)
      for criterion in rubric.criteria {
        fields.append("mark-\(criterion.id)=\(marks[criterion.id] ?? .zero)&why-\(criterion.id)=")
      }
    }
    let body = fields.joined(separator: "&")
    return Array(
      """
      POST \(listPath)/\(round.studios[sheet.studio])/sign HTTP/1.1\r
      \(Self.headers(of: account))\
      Content-Type: application/x-www-form-urlencoded\r
      Content-Length: \(body.utf8.count)\r
      \r
      \(body)
      """.utf8)
  }

  /// Asks for a page.
  func request(_ path: String, as account: ID<Account>) -> [UInt8] {
    Array("GET \(path) HTTP/1.1\r\n\(Self.headers(of: account))\r\n".utf8)
  }

  /// What a browser sends with everything.
  private static func headers(of account: ID<Account>) -> String {
    """
    Host: 127.0.0.1\r
    User-Agent: Mozilla/5.0 (Linux; Android 14; Mobile) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36\r
    Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r
    Accept-Language: zh-CN,zh;q=0.9\r
    Cookie: studio-session=\(secret(of: account)); studio-language=zh\r

    """
  }
}

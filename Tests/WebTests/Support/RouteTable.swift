import StudioRegistry

@testable import Web

/// Who may come to which address, written by hand from the articles and the division of desks.
enum RouteTable {
  struct Line: Hashable, Sendable, CustomStringConvertible {
    let method: String
    let path: String
    /// Nil for everybody, logged in or not.
    let roles: Set<Role>?

    var description: String { "\(method) \(path)" }

    func admits(_ role: Role?) -> Bool { roles.map { roles in role.map(roles.contains) ?? false } ?? true }
  }

  private static let words: [String: Set<Role>] = [
    "clerk": [.bureauClerk], "approver": [.bureauApprover], "org-clerk": [.organisationClerk],
    "org": [.organisationApprover], "dept": [.department], "judge": [.judge], "contact": [.contact],
    "watch": [.supervisor], "all": Set(Role.allCases),
    "desks": [.bureauClerk, .bureauApprover, .organisationClerk, .organisationApprover],
    "officials": [.bureauClerk, .bureauApprover, .organisationClerk, .organisationApprover, .supervisor],
    "approvers": [.bureauApprover, .organisationApprover], "clerks": [.bureauClerk, .organisationClerk],
  ]

  static let lines: [Line] = text.split(separator: "\n").map { line in
    let parts = line.split(separator: " ").map(String.init)
    let isOpen = parts.dropFirst(2) == ["everybody"]
    let roles = parts.dropFirst(2).reduce(into: Set<Role>()) { $0.formUnion(words[$1] ?? []) }
    return Line(method: parts[0], path: parts[1], roles: isOpen ? nil : roles)
  }

  private static let text = """
    GET /static/{file} everybody
    GET /language/{language} everybody
    GET /rounds officials
    POST /rounds clerk
    GET /rounds/open clerk
    POST /rounds/second clerk
    """
}

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
    GET / everybody
    GET /static/{file} everybody
    GET /language/{language} everybody
    GET /notices/{round} everybody
    GET /notices/applications/{application} everybody
    GET /login everybody
    POST /login everybody
    GET /enter everybody
    POST /enter everybody
    POST /logout everybody
    GET /password desks watch dept
    POST /password desks watch dept
    GET /acting desks watch dept
    POST /acting desks watch dept
    GET /access clerk approver watch
    POST /access/slips clerk approver
    POST /access/{account}/revoke clerk approver
    GET /judge judge
    GET /judge/{round} judge
    GET /judge/{round}/{studio} judge
    POST /judge/{round}/{studio} judge
    GET /judge/{round}/{studio}/sign judge
    POST /judge/{round}/{studio}/sign judge
    GET /judge/{round}/{studio}/recuse judge
    POST /judge/{round}/{studio}/recuse judge
    GET /judge/{round}/{studio}/print judge
    GET /judge/{round}/{studio}/evidence judge
    GET /judge/{round}/{studio}/evidence/{claim} judge
    GET /judge/{round}/criterion/{criterion} judge
    POST /judge/{round}/criterion/{criterion} judge
    GET /judge/{round}/vote judge
    POST /judge/{round}/vote judge
    GET /rounds officials
    POST /rounds clerk
    GET /rounds/open clerk
    POST /rounds/second clerk
    GET /rounds/{round} officials
    GET /rounds/{round}/board officials
    GET /rounds/{round}/reminders officials
    GET /rounds/{round}/panel officials
    POST /rounds/{round}/panel clerk
    POST /rounds/{round}/recusals clerk
    GET /rounds/{round}/return clerk
    POST /rounds/{round}/return clerk
    GET /rounds/{round}/replace clerk
    POST /rounds/{round}/replace clerk
    GET /rounds/{round}/confirm clerk
    POST /rounds/{round}/confirm clerk
    GET /rounds/{round}/abandon clerk
    POST /rounds/{round}/abandon clerk
    GET /rounds/{round}/paper officials
    GET /rounds/{round}/paper/{judge}/{studio} clerk
    POST /rounds/{round}/paper/{judge}/{studio} clerk
    GET /rounds/{round}/paper/{judge}/{studio}/check clerks
    POST /rounds/{round}/paper/{judge}/{studio}/check clerks
    GET /rounds/{round}/paper/{judge}/{studio}/scans/{digest} officials
    GET /rounds/{round}/preview officials
    GET /rounds/{round}/judges officials
    GET /rounds/{round}/close clerk
    POST /rounds/{round}/close clerk
    GET /rounds/{round}/vote officials
    POST /rounds/{round}/vote clerk
    GET /rounds/{round}/publish clerk
    POST /rounds/{round}/publish clerk
    GET /rounds/{round}/objections officials
    POST /rounds/{round}/objections clerks
    POST /rounds/{round}/objections/{objection}/answer approver
    GET /rounds/{round}/outcome officials
    GET /rounds/{round}/outcome/csv officials
    GET /rounds/{round}/outcome/json officials
    GET /rounds/{round}/studios/{studio} officials
    GET /rounds/{round}/studios/{studio}/print officials
    GET /rounds/{round}/pictures officials
    GET /rounds/{round}/pictures/{picture} officials
    GET /due officials
    GET /studios officials dept
    GET /studios/{studio} officials dept
    GET /studios/{studio}/files/{digest} officials
    POST /studios/{studio}/visit clerk approver
    POST /studios/{studio}/report clerk dept
    POST /studios/{studio}/match clerk
    POST /studios/{studio}/yearly clerk
    POST /studios/{studio}/spending clerk
    POST /studios/{studio}/payment clerk
    POST /studios/{studio}/officer clerk approver
    POST /studios/{studio}/rectification clerk
    POST /studios/{studio}/suspend clerk
    POST /studios/{studio}/resume clerk
    POST /studios/{studio}/plan-review clerks
    POST /studios/{studio}/plan-change clerk approver
    POST /studios/{studio}/year-check clerk
    POST /studios/{studio}/serve-cancellation clerk
    POST /studios/{studio}/agreement clerk
    POST /studios/{studio}/plaque clerks
    GET /applications officials
    GET /applications/{application} officials
    GET /applications/{application}/files/{digest} officials
    GET /evidence officials dept
    GET /evidence/files/{digest} officials dept
    POST /evidence/verify clerk approver dept
    POST /evidence/reject clerk approver dept
    GET /pending officials
    GET /pending/{proposal} officials
    GET /pending/{proposal}/scan officials
    POST /pending/{proposal}/approve approvers
    POST /pending/{proposal}/send-back approvers
    POST /pending/{proposal}/paper clerks
    POST /pending/{proposal}/check clerks
    GET /journal approver watch
    GET /journal/verify approver watch
    GET /journal/{entry} approver watch
    GET /journal/{entry}/line approver watch
    GET /retention approver watch
    GET /readings watch
    GET /contact contact
    GET /contact/plan contact
    POST /contact/plan contact
    GET /contact/plan/{plan} contact
    POST /contact/plan/{plan}/submit contact
    POST /contact/plan/{plan}/change contact
    POST /contact/plan/{plan}/completion contact
    GET /contact/evidence contact
    GET /contact/evidence/{kind} contact
    POST /contact/evidence/{kind} contact
    GET /contact/evidence/{kind}/template contact
    POST /contact/evidence/{kind}/table contact
    GET /contact/claims/{claim}/scan contact
    GET /contact/apprentices contact
    POST /contact/apprentices contact
    GET /contact/apprentices/{apprentice} contact
    POST /contact/apprentices/{apprentice}/end contact
    POST /contact/apprentices/{apprentice}/promotion contact
    POST /contact/apprentices/{apprentice}/report contact
    GET /contact/reports contact
    POST /contact/reports contact
    GET /contact/members contact
    POST /contact/members contact
    POST /contact/members/{person}/end contact
    GET /contact/spending contact
    POST /contact/spending contact
    GET /contact/outcomes contact
    GET /contact/outcomes/{round} contact
    GET /contact/outcomes/{round}/objection contact
    POST /contact/outcomes/{round}/objection contact
    GET /print/rounds/{round}/summary officials
    GET /print/rounds/{round}/notice officials
    GET /print/rounds/{round}/report officials
    GET /print/rectifications/{round}/{studio} officials
    GET /print/cancellations/{case} officials
    GET /print/foot/{sequence} officials
    """
}

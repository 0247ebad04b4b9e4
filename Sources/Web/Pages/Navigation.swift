import StudioRegistry
import Wording

/// What stands at the head of the pages, by role.
enum Navigation {
  struct Item: Sendable {
    let path: String
    let label: SiteLabel
  }

  static func items(for role: Role?) -> [Item] {
    switch role {
    case nil: [Item(path: "/", label: .notices), Item(path: "/login", label: .logIn)]
    case .judge: [Item(path: "/judge", label: .myStudios), Item(path: "/", label: .notices)]
    case .contact:
      [
        Item(path: "/contact", label: .myStudio), Item(path: "/contact/evidence", label: .evidence),
        Item(path: "/contact/plan", label: .plans), Item(path: "/", label: .notices),
      ]
    case .department:
      [Item(path: "/studios", label: .studios), Item(path: "/evidence", label: .evidence)]
    case .bureauClerk: desk + [Item(path: "/access", label: .access)]
    case .bureauApprover:
      desk + [Item(path: "/access", label: .access), Item(path: "/journal", label: .journal)]
    case .organisationClerk, .organisationApprover: desk
    case .supervisor:
      [
        Item(path: "/due", label: .due), Item(path: "/pending", label: .pending), Item(path: "/rounds", label: .rounds),
        Item(path: "/studios", label: .studios), Item(path: "/applications", label: .applications),
        Item(path: "/evidence", label: .evidence), Item(path: "/access", label: .access),
        Item(path: "/journal", label: .journal), Item(path: "/readings", label: .readings),
      ]
    }
  }

  /// What both departments' desks have.
  private static let desk = [
    Item(path: "/due", label: .due), Item(path: "/pending", label: .pending), Item(path: "/rounds", label: .rounds),
    Item(path: "/studios", label: .studios), Item(path: "/applications", label: .applications),
    Item(path: "/evidence", label: .evidence),
  ]

  /// Where somebody comes in.
  static func home(of role: Role) -> String { items(for: role).first?.path ?? "/" }
}

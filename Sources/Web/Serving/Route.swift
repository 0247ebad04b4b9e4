package import HTTPTypes
package import StudioRegistry

/// An address of the site: who may come, and what answers.
package struct Route: Sendable {
  package let method: HTTPRequest.Method
  /// `/judge/{round}/{studio}`; what stands in braces is an id of the register, never somebody's words.
  package let path: String
  package let access: Access
  /// For a form: the page that has it, where that is neither at the same address nor at the next one above.
  let shownAt: String?
  /// Whether its form may bring files; elsewhere no more is read than a form's own fields need.
  package let takesFiles: Bool
  let answer: @Sendable (Visit) async throws -> Answer

  static func get(
    _ path: String, _ access: Access, _ answer: @escaping @Sendable (Visit) async throws -> Answer
  ) -> Route {
    Route(method: .get, path: path, access: access, shownAt: nil, takesFiles: false, answer: answer)
  }

  static func post(
    _ path: String, _ access: Access, shownAt: String? = nil, takesFiles: Bool = false,
    _ answer: @escaping @Sendable (Visit) async throws -> Answer
  ) -> Route {
    Route(method: .post, path: path, access: access, shownAt: shownAt, takesFiles: takesFiles, answer: answer)
  }
}

/// Who may come to an address. Beyond that every command asks for its own right.
package enum Access: Hashable, Sendable {
  case everyone
  case roles(Set<Role>)

  /// The two departments that direct the work (Art. 4), and who reads everything.
  static let officials = Access.roles(Role.officials)
  /// The departments' own desks: what changes something there.
  static let desks = Access.roles(Role.desks)

  func admits(_ role: Role?) -> Bool {
    switch self {
    case .everyone: true
    case .roles(let roles): role.map(roles.contains) ?? false
    }
  }
}

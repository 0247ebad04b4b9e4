import Foundation

/// How many files and sockets this process may have open at once.
package enum Descriptors {
  #if canImport(Glibc)
    private static let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let kind = RLIMIT_NOFILE
  #endif

  /// More than any site of ours needs; a system without a bound gives a number with which some programs do not come to an end.
  private static let most: rlim_t = 65_536

  /// What holds now; nil where the system does not say.
  package static var limit: Int? { current.map { Int(clamping: $0.rlim_cur) } }

  private static var current: rlimit? {
    var limit = rlimit()
    return getrlimit(kind, &limit) == 0 ? limit : nil
  }

  /// Raises the limit as far as the system lets this process: many start programs with room for a thousand.
  package static func raise() {
    guard var limit = current else { return }
    let wanted = min(limit.rlim_max, most)
    guard limit.rlim_cur < wanted else { return }
    limit.rlim_cur = wanted
    // Where it is not allowed, what holds still holds.
    _ = setrlimit(kind, &limit)
  }

  /// How many connections there may be, of those that are wanted, so that the register's own files can be opened beside them.
  static func connections(_ wanted: Int, of limit: Int?) -> Int {
    guard let limit else { return wanted }
    return max(1, min(wanted, max(limit / 2, limit - 128)))
  }
}

import Foundation

/// An IP address. An IPv4 address is the same however it is written, also as `::ffff:192.0.2.7`.
package struct PeerAddress: Hashable, Sendable {
  /// Four bytes or sixteen.
  private let bytes: [UInt8]

  /// Reads an address, without a port; nil where it is none.
  package init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      let all = withUnsafeBytes(of: &six) { Array($0) }
      let isMapped = all[..<10].allSatisfy { $0 == 0 } && all[10..<12].allSatisfy { $0 == 255 }
      bytes = isMapped ? Array(all[12...]) : all
    } else {
      return nil
    }
  }

  /// An address as a proxy writes it, without brackets and the port; nil where it is none, as `unknown`.
  static func plain(_ text: String) -> String? {
    var plain = text[...]
    if text.hasPrefix("[") {
      plain = text.dropFirst().prefix { $0 != "]" }
    } else if text.count(where: { $0 == ":" }) == 1 {
      plain = text.prefix { $0 != ":" }
    }
    return PeerAddress(String(plain)).map { _ in String(plain) }
  }

  /// The IPv4 address, or the network of the IPv6 address, of which one household has all the others.
  var network: String {
    bytes.count == 4 ? bytes.map(String.init).joined(separator: ".") : hexadecimal(bytes.prefix(8))
  }
}

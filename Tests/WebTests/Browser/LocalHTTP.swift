import Foundation
import Glibc

/// The least of HTTP, to a program on this machine: URLSession on Linux takes no answer of chromedriver's.
enum LocalHTTP {
  struct Answer {
    let status: Int
    let body: Data
  }

  struct Failure: Error {
    let what: String
  }

  /// Sends one request over a connection of its own, and waits for the whole answer.
  static func send(_ method: String, _ path: String, _ body: Data, port: Int) throws -> Answer {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard connection >= 0 else { throw Failure(what: "no socket") }
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(clamping: port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw Failure(what: "no connection to port \(port)") }
    let head = """
      \(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n\
      Content-Length: \(body.count)\r\nConnection: close\r\n\r\n
      """
    try write(Array(head.utf8) + Array(body), to: connection)
    return try read(from: connection)
  }

  private static func write(_ bytes: [UInt8], to connection: Int32) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw Failure(what: "the connection ended") }
      sent += count
    }
  }

  /// Reads up to the length that the head names.
  private static func read(from connection: Int32) throws -> Answer {
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let end = data.firstRange(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: data[..<end.lowerBound], as: UTF8.self)
        let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let length = head.lowercased().firstMatch(of: #/content-length: *(\d+)/#).flatMap { Int($0.1) } ?? 0
        if data.count >= end.upperBound + length { return Answer(status: status, body: data[end.upperBound...]) }
      }
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { throw Failure(what: "the answer is not whole") }
      data += chunk[..<count]
    }
  }
}

import Foundation

/// What is asked of the site: by whom, when, in which bytes.
struct LoadRequest {
  /// Everybody has a connection of their own, by this number.
  let caller: Int
  /// Seconds after the start.
  let due: Double
  let bytes: [UInt8]
  let purpose: Purpose

  /// What it is sent for.
  enum Purpose {
    case sheet(LoadRegister.Sheet)
    /// A page that somebody looks at while sheets come, by its place among these.
    case look(Int)
  }
}

/// What came back, and how long that took.
struct LoadAnswer {
  let status: Int
  /// Where it leads to; empty where it leads nowhere.
  let location: String
  /// From when the request was due, or sent where all are due at once.
  let seconds: Double
}

/// A caller's connection, which is kept: one request at a time is under way, the next ones wait.
struct Connection {
  let descriptor: Int32
  var waiting: ArraySlice<Int> = []
  var underWay: Int?
  /// When the one under way was due or sent, in nanoseconds.
  var since: UInt64 = 0
  private var input: [UInt8] = []

  /// Connects to this machine.
  init(port: Int) throws(LoadError) {
    #if os(Linux)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw LoadError("no socket: \(String(cString: strerror(errno)))") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let connected = withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
    }
    guard connected == 0 else { throw LoadError("no connection: \(String(cString: strerror(errno)))") }
    var on: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
  }

  /// Sends a request; false where the other side is gone. One is far smaller than what a socket holds.
  func send(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
  }

  /// Takes what has come.
  mutating func receive(into buffer: UnsafeMutableRawBufferPointer) -> Receipt {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 { input.append(contentsOf: buffer[..<count]) }
      if count == buffer.count { continue }
      if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { return .gone }
      guard let head = ResponseHead(input) else { return .nothing }
      guard input.count >= head.length else { return .nothing }
      input.removeAll(keepingCapacity: true)
      return .answer(head)
    }
  }

  /// What a look at a connection brings.
  enum Receipt {
    case nothing, gone
    case answer(ResponseHead)
  }
}

/// The head of an HTTP answer, as far as the load needs it.
struct ResponseHead {
  let status: Int
  let location: String
  /// Bytes with the body.
  let length: Int

  /// Reads a head; nil before all of it is there.
  init?(_ bytes: [UInt8]) {
    var status = 0
    var (location, body) = ("", 0)
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0x0D), end + 1 < bytes.count {
      let line = bytes[start..<end]
      if start == 0 {
        status = Self.number(line.dropFirst(9).prefix(3))
      } else if line.isEmpty {
        (self.status, self.location, length) = (status, location, end + 2 + body)
        return
      } else if let value = Self.value("location: ", in: line) {
        location = String(decoding: value, as: UTF8.self)
      } else if let value = Self.value("content-length: ", in: line) {
        body = Self.number(value)
      }
      start = end + 2
    }
    return nil
  }

  private static func value(_ name: StaticString, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.count >= name.utf8CodeUnitCount else { return nil }
    let bytes = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    let isNamed = zip(bytes, line).allSatisfy { wanted, found in wanted == found || wanted == found | 0x20 }
    return isNamed ? line.dropFirst(bytes.count) : nil
  }

  private static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 & 15) }
  }
}

/// Why a load could not be driven.
struct LoadError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

import Foundation

/// Many callers on one thread: each has a connection that is kept, and waits for an answer before it asks again.
///
/// Plain sockets, so that the load costs little of the cores that it shares with the server.
struct Callers {
  private var connections: [Connection]
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var answers: [LoadAnswer?] = []
  private var answered = 0
  private var underWay = 0
  private var isInterrupted = false
  /// How long the last sending took, to the last answer.
  private(set) var seconds = 0.0

  /// What is done in the middle of a load.
  struct Interruption {
    /// How many answers.
    let after: Int
    let action: () -> Void
  }

  /// Connects everybody.
  init(_ count: Int, port: Int) throws(LoadError) {
    // Who writes to a server that was killed is told so by the write.
    signal(SIGPIPE, SIG_IGN)
    connections = []
    for _ in 0..<count { connections.append(try Connection(port: port)) }
  }

  func close() {
    for connection in connections { _ = Foundation.close(connection.descriptor) }
    buffer.deallocate()
  }

  /// Sends requests when they are due, in the order of the list, and gives each one's answer.
  ///
  /// An answer's time counts from when its request was due, even where the caller had to wait for an earlier answer:
  /// a slow server cannot slow its own measuring down. Where all are due at once, it counts from sending.
  /// - Parameter interruption: after it nothing more is sent; what has no answer then has none.
  mutating func send(_ requests: [LoadRequest], interruption: Interruption? = nil) throws(LoadError) -> [LoadAnswer?] {
    answers = Array(repeating: nil, count: requests.count)
    (answered, underWay, isInterrupted) = (0, 0, false)
    let start = Self.now
    let due = requests.map { start + UInt64($0.due * 1e9) }
    let isPaced = requests.contains { $0.due > 0 }
    var polled = connections.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    var next = 0
    while isInterrupted ? underWay > 0 : answered < requests.count {
      let now = Self.now
      while next < requests.count, due[next] <= now, !isInterrupted {
        let caller = requests[next].caller
        connections[caller].waiting.append(next)
        if connections[caller].underWay == nil { try sendNext(caller, requests, isPaced ? due : nil) }
        next += 1
      }
      let pause = next < requests.count ? Int32((due[next] &- min(now, due[next])) / 1_000_000) : 1000
      guard poll(&polled, nfds_t(polled.count), max(1, min(pause, 1000))) > 0 else { continue }
      for caller in polled.indices where polled[caller].revents != 0 {
        try hear(caller, requests, isPaced ? due : nil)
        if !isInterrupted, let interruption, answered >= interruption.after {
          isInterrupted = true
          interruption.action()
        }
        if connections[caller].underWay == nil, isInterrupted { polled[caller].fd = -1 }
      }
    }
    seconds = Double(Self.now - start) / 1e9
    return answers
  }

  private static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

  private mutating func sendNext(_ caller: Int, _ requests: [LoadRequest], _ due: [UInt64]?) throws(LoadError) {
    guard !isInterrupted, let request = connections[caller].waiting.popFirst() else { return }
    connections[caller].underWay = request
    connections[caller].since = due?[request] ?? Self.now
    underWay += 1
    guard connections[caller].send(requests[request].bytes) else { throw LoadError("the server takes nothing more") }
  }

  /// Takes an answer, if it is whole, and sends the caller's next request.
  private mutating func hear(_ caller: Int, _ requests: [LoadRequest], _ due: [UInt64]?) throws(LoadError) {
    switch connections[caller].receive(into: buffer) {
    case .nothing: return
    case .gone:
      guard isInterrupted else { throw LoadError("the server hung up") }
      guard connections[caller].underWay != nil else { return }
      connections[caller].underWay = nil
      underWay -= 1
    case .answer(let head):
      guard let request = connections[caller].underWay else { throw LoadError("an answer that nobody asked for") }
      let seconds = Double(Self.now - connections[caller].since) / 1e9
      answers[request] = LoadAnswer(status: head.status, location: head.location, seconds: seconds)
      answered += 1
      underWay -= 1
      connections[caller].underWay = nil
      try sendNext(caller, requests, due)
    }
  }
}

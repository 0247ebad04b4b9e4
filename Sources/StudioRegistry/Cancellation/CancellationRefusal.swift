/// Why a command about cancellation was refused (Art. 14, 15, 20).
package enum CancellationRefusal: Error, Hashable, Sendable {
}

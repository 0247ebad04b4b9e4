/// Why a command about cancellation or an expert who cannot go on was refused (Art. 14, 15, 20).
package enum CancellationRefusal: Error, Hashable, Sendable {
  /// Nothing says that the studio's expert cannot lead it.
  case expertAvailable(String)
  case notAllowedFor(String, Unavailability, Unavailability.Outcome)
}

/// Why a command about applications was refused (Art. 5–9).
package enum ApplicationRefusal: Error, Hashable, Sendable {
}

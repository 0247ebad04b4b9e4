/// Why a command about care was refused (Art. 11, 12, 18, 23, 24).
package enum CareRefusal: Error, Hashable, Sendable {
}

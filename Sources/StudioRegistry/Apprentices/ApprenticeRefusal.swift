/// Why a command about apprentices was refused (Art. 21).
package enum ApprenticeRefusal: Error, Hashable, Sendable {
}

/// Why a command about secrets was refused (Art. 17).
package enum SecretRefusal: Error, Hashable, Sendable {
}

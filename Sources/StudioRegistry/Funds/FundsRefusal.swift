/// Why a command about funds was refused (Art. 12(5), 19, 20).
package enum FundsRefusal: Error, Hashable, Sendable {
}

/// Why a command about retention was refused (working rule).
package enum RetentionRefusal: Error, Hashable, Sendable {
}

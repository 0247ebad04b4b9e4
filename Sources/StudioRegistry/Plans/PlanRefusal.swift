/// Why a command about plans was refused (Art. 16).
package enum PlanRefusal: Error, Hashable, Sendable {
}

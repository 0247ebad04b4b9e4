/// Why a command about recommendation was refused (Art. 7, 13, 22).
package enum RecommendationRefusal: Error, Hashable, Sendable {
}

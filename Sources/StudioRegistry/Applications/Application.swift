package import Scoring

/// A unit's application for a studio (Art. 8).
package struct Application: Identified {
  package static var letter: Character { "F" }

  package let id: ID<Application>
}

package import Scoring

/// The responsibility agreement (责任书) between unit and expert, filed with the bureau (Art. 12(1)).
package struct Agreement: Hashable, Sendable {
  /// Whose agreement it is: a new expert signs a new one.
  package let expert: ID<Person>
  /// The number of the document.
  package let number: String
  package let signed: Day
  package let filed: Day
  /// SHA-256 of the scan in hexadecimal; nil where there is none.
  package let scan: String?
}

package struct AgreementFiled: Event {
  package static let kind = "agreement-filed"
  package let studio: ID<Studio>
  package let expert: ID<Person>
  package let number: String
  package let signed: Day
  package let scan: String?

  package var studios: [ID<Studio>] { [studio] }

  package var files: [String] { [scan].compactMap(\.self) }

  package func apply(to register: inout Register, as record: Record) {
    register.care[studio, default: CareFile()].agreements.append(
      Agreement(expert: expert, number: number, signed: signed, filed: record.on, scan: scan))
  }
}

/// Records that the agreement with the expert of today was filed.
package struct FileAgreement: Command {
  package var name: CommandName { .fileAgreement }
  package let studio: ID<Studio>
  package let number: String
  package let signed: Day
  package let scan: String?

  package init(studio: ID<Studio>, number: String, signed: Day, scan: String? = nil) {
    (self.studio, self.number, self.signed, self.scan) = (studio, number, signed, scan)
  }

  package var freeTexts: [String] { [number] }

  package func decide(in register: Register, by asker: Asker) throws(Refusal) -> [any Event] {
    let found = try register.careStudio(studio, asker)
    try require(number)
    try checkCareDay(asker.on, notBefore: signed)
    try checkCareDigest(scan)
    if register.careFile(of: studio).agreements.contains(where: { $0.number == number }) {
      throw .care(.agreementFiled(found.code, number))
    }
    return [AgreementFiled(studio: studio, expert: found.expert, number: number, signed: signed, scan: scan)]
  }
}

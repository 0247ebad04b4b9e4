import Journal
import Wording

/// What a scan may be, told by its first bytes; neither its name nor what the browser says of it counts.
enum ScanType: String, CaseIterable {
  case pdf, jpeg, png

  /// Bytes of one scan.
  static let limit = 10 * 1024 * 1024

  init?(_ bytes: [UInt8]) {
    guard let type = Self.allCases.first(where: { bytes.starts(with: $0.mark) }) else { return nil }
    self = type
  }

  private var mark: [UInt8] {
    switch self {
    case .pdf: Array("%PDF-".utf8)
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }
  }

  /// The type that a browser is told.
  var media: String { self == .pdf ? "application/pdf" : "image/\(rawValue)" }
}

extension Visit {
  /// A scan that came with a form, once it is known to be one; nil where none was chosen.
  func upload(_ name: String = "scan") throws(Turned) -> StoredFile? {
    guard let bytes = form.file(name) else { return nil }
    guard bytes.count <= ScanType.limit else { throw .said(phrases.page(ContactLabel.scanTooLarge)) }
    guard ScanType(bytes) != nil else { throw .said(phrases.page(ContactLabel.scanNotTaken)) }
    return StoredFile(bytes)
  }
}

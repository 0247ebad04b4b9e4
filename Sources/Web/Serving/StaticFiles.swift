import Foundation
import HTTPTypes
import NIOCore

/// The style sheets, scripts and pictures of the site itself, read once at the start.
struct StaticFiles: Sendable {
  private let files: [String: (kind: Kind, bytes: ByteBuffer)]

  /// What a file is, by the end of its name.
  enum Kind: String, Sendable {
    case css, js, svg

    var contentType: String {
      switch self {
      case .css: "text/css; charset=utf-8"
      case .js: "text/javascript; charset=utf-8"
      case .svg: "image/svg+xml"
      }
    }
  }

  /// Reads a folder.
  ///
  /// - Throws: ``SiteError`` for a folder or file that cannot be read, or a file of no kind that is served.
  init(_ folder: String) throws(SiteError) {
    var files: [String: (kind: Kind, bytes: ByteBuffer)] = [:]
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) where !name.hasPrefix(".") {
        guard let kind = name.split(separator: ".").last.flatMap({ Kind(rawValue: String($0)) }) else {
          throw SiteError(.missingFile, "\(folder)/\(name)")
        }
        files[name] = (kind, ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
      }
    } catch let error as SiteError {
      throw error
    } catch {
      throw SiteError(.missingFile, folder, cause: error)
    }
    self.files = files
  }

  /// A file by its name.
  func answer(_ name: String) throws(Turned) -> Answer {
    guard let (kind, bytes) = files[name] else { throw .notFound }
    return Answer(headers: [.contentType: kind.contentType, .cacheControl: "public, max-age=300"], body: bytes)
  }
}

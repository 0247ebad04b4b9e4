import Foundation
import HTTPTypes
import Hummingbird
import Wording

/// The pages of the site itself.
enum SitePage: String, PageTemplate {
  case message = "site/message"
  case spared = "site/spared"
}

extension Site {
  static var siteRoutes: [Route] {
    [
      .get("/static/{file}", .everyone) { visit in try StaticFile.answer(visit.parameters["file"] ?? "") },
      .get("/language/{language}", .everyone) { visit in
        guard let language = visit.parameters["language"].flatMap(Language.init(rawValue:)) else {
          throw Turned.notFound
        }
        return Answer.redirect(visit.back ?? "/")
          .setting(.language, to: language.rawValue, seconds: 365 * 86_400, isSecure: visit.isSecure)
      },
    ]
  }
}

/// The style sheets and scripts, read once.
enum StaticFile {
  private static let files: [String: [UInt8]] = {
    guard let folder = try? Templates.folder("Static"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [:] }
    var files: [String: [UInt8]] = [:]
    for name in names { files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init) }
    return files
  }()

  static func answer(_ name: String) throws -> Answer {
    guard let bytes = files[name] else { throw Turned.notFound }
    let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"]
    guard let type = name.split(separator: ".").last.flatMap({ types[String($0)] }) else { throw Turned.notFound }
    return Answer(
      headers: [.contentType: type, .cacheControl: "public, max-age=300"], body: .init(bytes: bytes))
  }
}

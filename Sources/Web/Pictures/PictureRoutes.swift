import HTTPTypes
import HummingbirdCore
import NIOCore
import StudioRegistry
import Wording

enum PicturePage: String, PageTemplate {
  case round = "pictures/round"
}

extension Site {
  static var pictureRoutes: [Route] {
    [
      .get("/rounds/{round}/pictures", .officials) { visit in
        let closed = try await visit.closedRound()
        return try visit.picturesPage(closed)
      },
      .get("/rounds/{round}/pictures/{picture}", .officials) { visit in
        let pictures = RoundPictures(closed: try await visit.closedRound(), language: visit.language)
        guard let picture = pictures.all.first(where: { $0.name == visit.parameters["picture"] }) else {
          throw Turned.notFound
        }
        return Answer.download(
          Array(picture.drawing.text.utf8), type: "image/svg+xml",
          name: "\(pictures.closed.round.id)-\(picture.name).svg")
      },
    ]
  }
}

extension Visit {
  fileprivate func picturesPage(_ closed: ClosedRound) throws -> Answer {
    let pictures = RoundPictures(closed: closed, language: language)
    let path = "/rounds/\(closed.round.id)"
    let version = query["version"] == nil ? "" : "?version=\(closed.result.version)"
    return try page(
      PicturePage.round, phrases.page(PictureNotice.title(closed.round.period)),
      [
        "roundPath": path, "summaryPath": "/print\(path)/summary\(version)",
        "noticePath": closed.result.isUndecided ? nil : "/print\(path)/notice\(version)",
        "reportPath": "/print\(path)/report\(version)",
        "hasFormer": closed.former != nil,
        "pictures": pictures.all.map { picture -> Model in
          [
            "name": picture.name, "title": picture.title, "note": picture.note, "svg": picture.drawing.text,
            "downloadPath": "\(path)/pictures/\(picture.name)\(version)", "table": picture.table.model,
          ]
        },
      ])
  }
}

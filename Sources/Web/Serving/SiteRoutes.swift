import Wording

/// The pages of the site itself.
enum SitePage: String, PageTemplate {
  case message = "site/message"
  case spared = "site/spared"
}

extension Site {
  static var siteRoutes: [Route] {
    [
      .get("/static/{file}", .everyone) { visit in try visit.site.files.answer(visit.parameters["file"] ?? "") },
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

enum PicturePage: String, PageTemplate {
  case todo = "site/message"
}

extension Site {
  static var pictureRoutes: [Route] { [] }
}

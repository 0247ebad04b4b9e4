import Foundation
import Journal
import StudioRegistry
import TestSupport
import Testing
import Wording

@testable import Web

extension InTheBrowser {
  @Suite(
    "Pages of paper", .serialized, .enabled(if: Chromium.isInstalled, Comment(rawValue: Chromium.missing)))
  struct PaperTests {
    @Test(
      "the report and the notice with its receipt are two pages each, in both languages", arguments: Language.allCases)
    func twoPages(_ language: Language) async throws {
      let site = try await TestSite()
      let (round, studio) = try await site.registrar.read { register in
        (register.roundsInOrder.first?.id, register.cancellationsInOrder.first?.studio)
      }
      let (first, failed) = (try #require(round), try #require(studio))
      for path in ["/print/rounds/\(first)/report", "/print/rectifications/\(first)/\(failed)"] {
        let paper = try await Paper(of: path, by: site.client("clerk", language: language), in: site.folder.path)
        #expect(paper.pages == 2, "\(path)")
      }
    }

    @Test("a summary sheet runs over several pages")
    func summary() async throws {
      let site = try await TestSite()
      let round = try #require(try await site.registrar.read { $0.roundsInOrder.first?.id })
      let paper = try await Paper(of: "/print/rounds/\(round)/summary", by: site.client("clerk"), in: site.folder.path)
      #expect(paper.pages > 1)
    }
  }
}

/// A print as Chromium puts it on paper.
private struct Paper {
  let pages: Int

  init(of path: String, by client: Client, in folder: String) async throws {
    var html = try await client.get(path).text
    // The file stands alone: its style sheets are put beside it.
    for (place, sheet) in Self.sheets(in: html).enumerated() {
      let name = "sheet-\(place).css"
      try await client.get(sheet).body.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
      html = html.replacing("href=\"\(sheet)\"", with: "href=\"\(name)\"")
    }
    let (page, pdf) = ("\(folder)/print.html", URL(fileURLWithPath: "\(folder)/print-\(UUID().uuidString).pdf"))
    try Data(html.utf8).write(to: URL(fileURLWithPath: page))
    let printed = try await Chromium.browser.run([
      "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder)/profile",
      "--print-to-pdf=\(pdf.path)", "file://\(page)",
    ])
    let text = try? String(decoding: Data(contentsOf: pdf), as: UTF8.self)
    pages = try #require(text, "\(printed.errors)").components(separatedBy: "/Type /Page\n").count - 1
  }

  private static func sheets(in html: String) -> [String] {
    html.components(separatedBy: "<link rel=\"stylesheet\" href=\"").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
  }
}

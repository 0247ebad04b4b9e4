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
      "the report is two pages; the notice two, with its receipt on a sheet of its own, in both languages",
      arguments: Language.allCases)
    func pages(_ language: Language) async throws {
      let site = try await TestSite()
      let (round, studio) = try await site.registrar.read { register in
        (register.roundsInOrder.first?.id, register.cancellationsInOrder.first?.studio)
      }
      let (first, failed) = (try #require(round), try #require(studio))
      for (path, pages) in [("/print/rounds/\(first)/report", 2), ("/print/rectifications/\(first)/\(failed)", 3)] {
        let paper = try await Paper(of: path, by: site.client("clerk", language: language), in: site.folder.path)
        #expect(paper.pages == pages, "\(path)")
      }
    }

    @Test("a summary sheet runs over several pages")
    func summary() async throws {
      let site = try await TestSite()
      let round = try #require(try await site.registrar.read { $0.roundsInOrder.first?.id })
      let paper = try await Paper(of: "/print/rounds/\(round)/summary", by: site.client("clerk"), in: site.folder.path)
      #expect(paper.pages > 1)
    }

    @Test("22 lines of 28 characters fill a page of an official document, and one more begins the next")
    func lines() async throws {
      let folder = try TemporaryFolder()
      defer { withExtendedLifetime(folder) {} }
      try TypeAreaTests.css().write(toFile: "\(folder.path)/paper.css", atomically: true, encoding: .utf8)
      // A paragraph begins two characters in.
      for (count, pages) in [(28 * 22 - 2, 1), (28 * 22 - 1, 2)] {
        let text = String(repeating: "国", count: count)
        let html =
          "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"paper.css\">"
          + "</head><body><main class=\"official\"><p>\(text)</p></main></body></html>"
        #expect(try await Paper(html, in: folder.path).pages == pages)
      }
    }
  }
}

/// GB/T 9704-2012, 5.2 and 7.2: what a page of an official document measures.
@Suite("The type area of official documents")
struct TypeAreaTests {
  static func css() throws -> String {
    try String(contentsOfFile: Repository.path("Sources/Web/Static/paper.css"), encoding: .utf8)
  }

  @Test("edges of 37, 35, 28 and 26 mm, the binding edge on the other side of a sheet's back, and no edge within them")
  func edges() throws {
    let css = try Self.css()
    // top, right, bottom, left: A4 less these is 156 × 225 mm.
    #expect(css.contains("@page { size: A4; margin: 37mm 26mm 35mm 28mm; }"))
    #expect(css.contains("@page :left { margin: 37mm 28mm 35mm 26mm; }"))
    #expect(css.contains("body { margin: 0; "))
  }

  @Test("the mark's upper edge 35 mm below the type area's, the title two lines below the red line, seals side by side")
  func head() throws {
    let css = try Self.css()
    // Lines of 38 pt for 26 pt type have 6 pt above it.
    #expect(css.contains(".redhead { padding-top: calc(35mm - 6pt); }"))
    #expect(css.contains(".issuers p { text-indent: 0; font-size: 26pt; line-height: 38pt;"))
    #expect(css.contains("margin: 57.8pt 0 28.9pt"))
    #expect(css.contains("grid-template-columns: repeat(2, minmax(45mm, 1fr))"))
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
    try await self.init(html, in: folder)
  }

  /// A page that stands alone in a folder, with its style sheets beside it.
  init(_ html: String, in folder: String) async throws {
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

// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The rubric modules: one word each, the name of their folder under `Plugins/`.
let plugins = [
  "AnnualPlanFulfilment",
  "ApprenticeTraining",
  "CompetitionResults",
  "TechnicalBreakthroughs",
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let pluginTargets: [Target.Dependency] = plugins.map { .target(name: "\($0)Rubric") }

let package = Package(
  name: "StudioAssessment",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Scoring", targets: ["Scoring"]),
    .executable(name: "studio", targets: ["studio"]),
    .executable(name: "studio-bench", targets: ["studio-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Scoring"),
    .target(name: "Tables"),
    .target(name: "RubricFiles", dependencies: ["Scoring", yams]),
    .target(name: "ScoreFiles", dependencies: ["Scoring", "Tables"]),
    .target(name: "StudioRegistry", dependencies: ["Scoring"]),
    .target(name: "Wording", dependencies: ["Scoring", "StudioRegistry"]),
    .target(name: "Journal", dependencies: ["Scoring", "StudioRegistry", crypto, cryptoExtras, grdb, sqlite]),
    // Draws the codes on access slips.
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
    .target(
      name: "Web",
      dependencies: [
        "CQREncode", "Scoring", "ScoreFiles", "StudioRegistry", "Wording", "Journal", httpTypes, hummingbird,
        hummingbirdCore, hummingbirdTLS, logging, mustache, nio, nioSSL,
      ],
      resources: [.copy("Templates"), .copy("Static")]),
    .target(name: "InstalledModules", dependencies: ["Scoring"] + pluginTargets),
    .executableTarget(
      name: "studio",
      dependencies: [
        "Scoring", "Tables", "RubricFiles", "ScoreFiles", "StudioRegistry", "Wording", "Journal", "InstalledModules",
        "Web", argumentParser,
      ]),
    .executableTarget(
      name: "studio-bench",
      dependencies: [
        "Scoring", "Tables", "RubricFiles", "ScoreFiles", "StudioRegistry", "Journal", "InstalledModules",
      ]),

    .target(
      name: "TestSupport", dependencies: ["Scoring", "RubricFiles", "InstalledModules"], path: "Tests/TestSupport",
      exclude: ["small-county"]),
    .testTarget(name: "ScoringTests", dependencies: ["Scoring", "TestSupport"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables", "TestSupport"]),
    .testTarget(name: "RubricFilesTests", dependencies: ["RubricFiles", "Scoring", "InstalledModules", "TestSupport"]),
    .testTarget(
      name: "ScoreFilesTests",
      dependencies: ["ScoreFiles", "Scoring", "Tables", "RubricFiles", "InstalledModules", "TestSupport"]),
    .testTarget(
      name: "StudioRegistryTests",
      dependencies: ["StudioRegistry", "Scoring", "RubricFiles", "InstalledModules", "TestSupport"]),
    .testTarget(
      name: "WordingTests", dependencies: ["Wording", "Scoring", "StudioRegistry", "InstalledModules", "TestSupport"]),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "Journal", "StudioRegistry", "Scoring", "RubricFiles", "InstalledModules", "TestSupport", "journal-writer",
      ],
      exclude: ["golden"]),
    // What the tests kill while it appends.
    .executableTarget(
      name: "journal-writer", dependencies: ["Journal", "StudioRegistry", "Scoring", "InstalledModules"],
      path: "Tests/JournalWriter"),
    .testTarget(name: "InstalledModulesTests", dependencies: ["InstalledModules", "Scoring", "TestSupport"]),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "studio", "Journal", "StudioRegistry", "Scoring", "ScoreFiles", "Wording", "RubricFiles",
        "InstalledModules",
        "TestSupport", "Tables", argumentParser, crypto, httpTypes,
      ]),
    .testTarget(
      name: "studioTests",
      dependencies: [
        "studio", "studio-bench", "Journal", "StudioRegistry", "Scoring", "RubricFiles", "InstalledModules",
        "TestSupport",
      ]),
  ]
    + plugins.flatMap { plugin -> [Target] in
      [
        .target(name: "\(plugin)Rubric", dependencies: ["Scoring"], path: "Plugins/\(plugin)/Sources"),
        .testTarget(
          name: "\(plugin)RubricTests", dependencies: [.target(name: "\(plugin)Rubric"), "Scoring", "TestSupport"],
          path: "Plugins/\(plugin)/Tests"),
      ]
    }
)

let warningsAreErrors = ProcessInfo.processInfo.environment["CI"] != nil
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
  ]
  if warningsAreErrors { target.swiftSettings?.append(.treatAllWarnings(as: .error)) }
}

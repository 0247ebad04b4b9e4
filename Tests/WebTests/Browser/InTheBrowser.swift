import Testing

/// What needs a browser takes turns: two windows at once starve each other on a small machine.
@Suite("In a real browser", .serialized)
enum InTheBrowser {}

extension ColumnDefinition {
  /// Checks and reads a cell, already trimmed: the value, or what was expected instead.
  ///
  /// Choices are taken by id and by their words in either language; digits and letters also full-width.
  package func value(of cell: String) -> Result<EvidenceValue, Expectation> {
    if cell.isEmpty || cell == "-" {
      return isOptional ? .success(.absent) : .failure(expectation)
    }
    return read(cell).map(Result.success) ?? .failure(expectation)
  }

  /// What a cell of this column must be.
  package var expectation: Expectation {
    switch form {
    case .text: .text
    case .whole(let range): .whole(range)
    case .decimal(let range): .decimal(range)
    case .day: .day
    case .choice(let choices): .oneOf(choices.map(\.id))
    }
  }

  private func read(_ cell: String) -> EvidenceValue? {
    // Only what is read as something else is folded, for titles are long.
    let isText = if case .text = form { true } else { false }
    let folded = isText ? cell : cell.foldingWidth()
    switch form {
    case .text: return .text(cell)
    case .day: return Day(folded).map(EvidenceValue.day)
    case .whole(let range):
      guard case .success(let number) = DecimalNumber.units(in: folded.utf8, places: 0), range.contains(number)
      else { return nil }
      return .whole(number)
    case .decimal(let range):
      guard let points = Points(folded), range.contains(points) else { return nil }
      return .decimal(points)
    case .choice(let choices):
      let choice = choices.first { $0.id == folded || $0.label.zh == cell || $0.label.en == cell }
      return choice.map { .choice($0.id) }
    }
  }

  /// Whether a value stands where this column expects one.
  func accepts(_ value: EvidenceValue) -> Bool {
    switch (form, value) {
    case (_, .absent): isOptional
    case (.text, .text), (.day, .day): true
    case (.whole(let range), .whole(let number)): range.contains(number)
    case (.decimal(let range), .decimal(let points)): range.contains(points)
    case (.choice(let choices), .choice(let id)): choices.contains { $0.id == id }
    default: false
    }
  }
}

extension String {
  /// The text with full-width digits, letters and `.-/` as plain ASCII, as an input method may have left them.
  package func foldingWidth() -> String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0D...0xFF0F:
        folded.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }
}

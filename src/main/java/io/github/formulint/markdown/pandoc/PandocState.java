package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.Formula;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the parsers of a document share. Not thread-safe. */
final class PandocState {

  final PandocExtensions extensions;

  /** The formulas of each footnote, by its name. */
  final Map<String, List<Formula>> notes = new HashMap<>();

  /** The footnotes that the text refers to. */
  final Set<String> referred = new HashSet<>();

  PandocState(PandocExtensions extensions) {
    this.extensions = extensions;
  }
}

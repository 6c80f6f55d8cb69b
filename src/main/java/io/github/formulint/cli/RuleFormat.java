package io.github.formulint.cli;

import io.github.formulint.report.JsonRuleWriter;
import io.github.formulint.report.RuleWriter;
import io.github.formulint.report.TextRuleWriter;
import java.io.Writer;

/** The formats in which rules are told. */
enum RuleFormat {
  TEXT,
  JSON;

  /** Returns what writes in this format. */
  RuleWriter writer(Writer out) {
    return switch (this) {
      case TEXT -> new TextRuleWriter(out);
      case JSON -> new JsonRuleWriter(out);
    };
  }
}

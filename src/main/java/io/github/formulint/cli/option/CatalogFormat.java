package io.github.formulint.cli.option;

import io.github.formulint.report.PlatformWriter;
import io.github.formulint.report.RuleWriter;
import io.github.formulint.report.data.JsonPlatformWriter;
import io.github.formulint.report.data.JsonRuleWriter;
import io.github.formulint.report.text.TextLayout;
import io.github.formulint.report.text.TextPlatformWriter;
import io.github.formulint.report.text.TextRuleWriter;
import java.io.Writer;

/** The formats in which rules and platforms are told. */
public enum CatalogFormat {
  TEXT,
  JSON;

  /** Returns what writes rules in this format. */
  public RuleWriter ruleWriter(Writer out) {
    return switch (this) {
      case TEXT -> new TextRuleWriter(out, TextLayout.USUAL_WIDTH);
      case JSON -> new JsonRuleWriter(out);
    };
  }

  /** Returns what writes platforms in this format. */
  public PlatformWriter platformWriter(Writer out) {
    return switch (this) {
      case TEXT -> new TextPlatformWriter(out);
      case JSON -> new JsonPlatformWriter(out);
    };
  }
}

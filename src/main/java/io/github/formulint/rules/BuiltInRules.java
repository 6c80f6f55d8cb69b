package io.github.formulint.rules;

import io.github.formulint.rule.Rule;
import io.github.formulint.rules.cjk.CjkTextInMath;
import io.github.formulint.rules.cjk.FullwidthAlphanumeric;
import io.github.formulint.rules.cjk.FullwidthPunctuation;
import io.github.formulint.rules.cjk.InvisibleCharacter;
import io.github.formulint.rules.cjk.LookalikeCharacter;
import io.github.formulint.rules.cjk.ProseInFormula;
import io.github.formulint.rules.delimiter.EmptyFormula;
import io.github.formulint.rules.delimiter.MismatchedDelimiter;
import io.github.formulint.rules.delimiter.UnclosedDelimiter;
import io.github.formulint.rules.rendering.EngineDisagreement;
import io.github.formulint.rules.rendering.RenderFailure;
import io.github.formulint.rules.rendering.RunawayFormula;
import java.util.List;

/** The rules that formulint brings with it. */
public final class BuiltInRules {

  private static final List<Rule> ALL =
      List.of(
          new UnclosedDelimiter(),
          new MismatchedDelimiter(),
          new EmptyFormula(),
          new RenderFailure(),
          new EngineDisagreement(),
          new RunawayFormula(),
          new CjkTextInMath(),
          new FullwidthPunctuation(),
          new FullwidthAlphanumeric(),
          new ProseInFormula(),
          new InvisibleCharacter(),
          new LookalikeCharacter());

  private BuiltInRules() {}

  /** Returns all rules. */
  public static List<Rule> all() {
    return ALL;
  }
}

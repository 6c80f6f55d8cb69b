package io.github.formulint.rules;

import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleNames;
import io.github.formulint.rules.cjk.CjkTextInMath;
import io.github.formulint.rules.cjk.FullwidthAlphanumeric;
import io.github.formulint.rules.cjk.FullwidthPunctuation;
import io.github.formulint.rules.cjk.InvisibleCharacter;
import io.github.formulint.rules.cjk.LookalikeCharacter;
import io.github.formulint.rules.cjk.ProseInFormula;
import io.github.formulint.rules.command.CrowdedCircle;
import io.github.formulint.rules.command.DisplayOnlyEnvironment;
import io.github.formulint.rules.command.DoubledBackslash;
import io.github.formulint.rules.command.MarkdownEscape;
import io.github.formulint.rules.command.MisplacedCommand;
import io.github.formulint.rules.command.MisplacedTag;
import io.github.formulint.rules.command.TranslatedCommand;
import io.github.formulint.rules.command.UndefinedCommand;
import io.github.formulint.rules.command.UndefinedEnvironment;
import io.github.formulint.rules.command.UnsupportedCommand;
import io.github.formulint.rules.command.UnsupportedEnvironment;
import io.github.formulint.rules.delimiter.AccidentalFormula;
import io.github.formulint.rules.delimiter.AlteredFormula;
import io.github.formulint.rules.delimiter.EmptyFormula;
import io.github.formulint.rules.delimiter.LostFormula;
import io.github.formulint.rules.delimiter.MismatchedDelimiter;
import io.github.formulint.rules.delimiter.MissingDelimiter;
import io.github.formulint.rules.delimiter.NestedDelimiter;
import io.github.formulint.rules.delimiter.UnclosedDelimiter;
import io.github.formulint.rules.rendering.EngineDisagreement;
import io.github.formulint.rules.rendering.MissingInEngine;
import io.github.formulint.rules.rendering.PageBudget;
import io.github.formulint.rules.rendering.RefusedCommand;
import io.github.formulint.rules.rendering.RenderFailure;
import io.github.formulint.rules.rendering.RunawayFormula;
import io.github.formulint.rules.structure.DoubleScript;
import io.github.formulint.rules.structure.InvalidColor;
import io.github.formulint.rules.structure.InvalidColumns;
import io.github.formulint.rules.structure.InvalidDelimiter;
import io.github.formulint.rules.structure.InvalidLength;
import io.github.formulint.rules.structure.MisplacedAlignment;
import io.github.formulint.rules.structure.MisplacedLimits;
import io.github.formulint.rules.structure.MissingArgument;
import io.github.formulint.rules.structure.NestedDollar;
import io.github.formulint.rules.structure.ScriptInText;
import io.github.formulint.rules.structure.SwallowingComment;
import io.github.formulint.rules.structure.UnbalancedBrace;
import io.github.formulint.rules.structure.UnbracedArgument;
import io.github.formulint.rules.structure.UnescapedHash;
import io.github.formulint.rules.structure.UnpairedEnvironment;
import io.github.formulint.rules.structure.UnpairedLeftRight;
import io.github.formulint.rules.suppression.UnusedSuppression;
import java.util.ArrayList;
import java.util.List;

/** The rules that formulint brings with it. */
public final class BuiltInRules {

  /** Rules that say in their own words why a formula does not render. */
  private static final List<FormulaRule> FAULTS =
      List.of(
          new RefusedCommand(),
          new UndefinedCommand(),
          new UnsupportedCommand(),
          new UndefinedEnvironment(),
          new UnsupportedEnvironment(),
          new ScriptInText(),
          new UnbracedArgument(),
          new MisplacedLimits(),
          new DoubleScript(),
          new UnbalancedBrace(),
          new UnpairedLeftRight(),
          new InvalidDelimiter(),
          new UnpairedEnvironment(),
          new DisplayOnlyEnvironment(),
          new MisplacedTag(),
          new InvalidColumns(),
          new MisplacedAlignment(),
          new SwallowingComment(),
          new UnescapedHash(),
          new NestedDollar(),
          new MissingArgument(),
          new MisplacedCommand(),
          new InvalidLength(),
          new InvalidColor(),
          new MarkdownEscape(),
          new TranslatedCommand(),
          new MissingInEngine());

  private static final List<Rule> OTHERS =
      List.of(
          new UnclosedDelimiter(),
          new MismatchedDelimiter(),
          new NestedDelimiter(),
          new MissingDelimiter(),
          new EmptyFormula(),
          new LostFormula(),
          new AccidentalFormula(),
          new AlteredFormula(),
          new RunawayFormula(),
          new PageBudget(),
          new CrowdedCircle(),
          new DoubledBackslash(),
          new CjkTextInMath(),
          new FullwidthPunctuation(),
          new FullwidthAlphanumeric(),
          new ProseInFormula(),
          new InvisibleCharacter(),
          new LookalikeCharacter());

  private static final List<Rule> ALL = withTheRest(OTHERS, FAULTS);

  private BuiltInRules() {}

  /** Returns the names by which people choose rules. */
  public static RuleNames names() {
    return Names.ALL;
  }

  /** Apart, since most runs do without. */
  private static final class Names {
    private static final RuleNames ALL = RuleNames.of(BuiltInRules.ALL);
  }

  /** Returns all rules. */
  public static List<Rule> all() {
    return ALL;
  }

  /** Returns rules, and behind them those that tell what the others leave untold. */
  private static List<Rule> withTheRest(List<Rule> rules, List<FormulaRule> faults) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(faults);
    List<FormulaRule> others =
        all.stream().filter(FormulaRule.class::isInstance).map(FormulaRule.class::cast).toList();
    all.add(new RenderFailure(others));
    all.add(new EngineDisagreement(others));
    all.add(new UnusedSuppression(all));
    return List.copyOf(all);
  }
}

package io.github.formulint.rules.fault;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.rules.fault.BrokenFormula.Fault;
import io.github.formulint.source.Span;
import io.github.formulint.tex.ForeignCommands;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.TexStructure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which faults of its structure MathJax means when it refuses a formula. It takes much that KaTeX
 * refuses, so a fault counts only if it is of the kind that MathJax speaks of. The patterns follow
 * the messages of MathJax 3.2 ({@code ts/input/tex}).
 */
final class MathJaxFaults {

  private static final Map<Pattern, Set<Defect>> MEANT =
      Map.ofEntries(
          meant("Double subscripts: .*", Defect.DOUBLE_SCRIPT),
          meant("Double exponent: .*", Defect.DOUBLE_SCRIPT),
          meant("Prime causes double exponent: .*", Defect.DOUBLE_SCRIPT),
          meant(
              "Missing close brace|Extra (?:open|close) brace or missing (?:open|close) brace",
              Defect.UNBALANCED_BRACE,
              Defect.SWALLOWING_COMMENT),
          meant(
              "Could not find closing .*|Extra close brace while looking for .*",
              Defect.UNBALANCED_BRACE),
          meant(
              "Unknown environment .*",
              Defect.UNDEFINED_ENVIRONMENT,
              Defect.UNSUPPORTED_ENVIRONMENT),
          meant(
              "You can't use 'macro parameter character #' in math mode|'#' can not be used here",
              Defect.UNESCAPED_HASH,
              Defect.MARKDOWN_ESCAPE),
          meant("'[_^]' allowed only in math mode", Defect.SCRIPT_IN_TEXT),
          meant(
              "(?:Missing|Extra) \\\\left or (?:missing|extra) \\\\right|Extra \\\\middle",
              Defect.UNPAIRED_LEFT_RIGHT,
              Defect.MARKDOWN_ESCAPE),
          meant(
              ".* is only supported in math mode", Defect.NESTED_DOLLAR, Defect.MISPLACED_COMMAND),
          meant(
              "\\\\begin\\{.*\\} ended with .*|Missing \\\\(?:begin|end).*",
              Defect.UNPAIRED_ENVIRONMENT,
              Defect.SWALLOWING_COMMENT),
          meant("Misplaced &", Defect.MISPLACED_ALIGNMENT),
          meant(
              "Missing argument for .*|Missing superscript or subscript argument",
              Defect.MISSING_ARGUMENT,
              Defect.SWALLOWING_COMMENT),
          meant(".*imits is allowed only on operators", Defect.MISPLACED_LIMITS),
          meant(
              "Missing or unrecognized delimiter .*",
              Defect.INVALID_DELIMITER,
              Defect.MARKDOWN_ESCAPE),
          meant("Missing dimension or its units .*", Defect.INVALID_LENGTH),
          meant("Multiple \\\\tag.*", Defect.MISPLACED_TAG));

  private MathJaxFaults() {}

  private static Map.Entry<Pattern, Set<Defect>> meant(String message, Defect... defects) {
    return Map.entry(Pattern.compile(message, Pattern.DOTALL), EnumSet.of(defects[0], defects));
  }

  /**
   * Returns the faults that MathJax means, in the order of their places.
   *
   * @param outcome what MathJax says
   * @param structure how the formula is read
   */
  static List<Fault> of(RenderOutcome outcome, TexStructure structure) {
    if (outcome instanceof RenderOutcome.Incomplete incomplete) {
      return unknownCommands(incomplete, structure);
    }
    String message = outcome.message().orElse("");
    Set<Defect> defects = EnumSet.noneOf(Defect.class);
    MEANT.forEach(
        (pattern, meant) -> {
          if (pattern.matcher(message).matches()) {
            defects.addAll(meant);
          }
        });
    List<Fault> faults =
        FaultReading.faults(structure).stream()
            .filter(fault -> defects.contains(fault.defect()))
            .toList();
    // It speaks of one; only for what it notices at the end is its place not that of the fault.
    List<Fault> there =
        faults.stream()
            .filter(
                fault ->
                    outcome.place().filter(place -> BrokenFormula.touch(place, fault)).isPresent())
            .toList();
    return there.isEmpty() ? faults : there;
  }

  private static List<Fault> unknownCommands(
      RenderOutcome.Incomplete incomplete, TexStructure structure) {
    List<Fault> faults = new ArrayList<>();
    Set<Span> known = new HashSet<>();
    for (RenderOutcome.UndefinedCommand command : incomplete.undefined()) {
      Optional<Span> place = command.place().filter(known::add);
      if (place.isEmpty() || faults.size() == FaultReading.MOST_FAULTS) {
        continue;
      }
      boolean isForeign =
          ForeignCommands.find(command.name()).isPresent()
              && structure
                  .tokenAt(place.get().start())
                  .map(token -> token.token())
                  .filter(token -> token.isCommand())
                  .filter(token -> token.name().equals(command.name()))
                  .isPresent();
      faults.add(
          new Fault(
              defect(command.name(), isForeign),
              place.get(),
              new TexFault(
                  TexFault.Kind.UNKNOWN_COMMAND, place.get(), place.get(), command.name())));
    }
    return faults;
  }

  private static Defect defect(String command, boolean isForeign) {
    if (MarkdownEscapes.isEscape(command)) {
      return Defect.MARKDOWN_ESCAPE;
    }
    return isForeign ? Defect.UNSUPPORTED_COMMAND : Defect.UNDEFINED_COMMAND;
  }
}

package io.github.formulint.tex;

import io.github.formulint.tex.Command.Kind;
import io.github.formulint.tex.Command.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Says which commands of KaTeX an author may have meant by one that KaTeX does not know. Stateless
 * and thread-safe.
 *
 * <p>Three things are tried: the name is known from elsewhere ({@link ForeignCommands}); it is
 * mistyped; or a command and what follows it are glued ({@code \alphax}). Names that differ only in
 * the case of their letters are nearest.
 */
public final class CommandSuggestions {

  private static final int MOST = 3;

  /** What is that much worse than the best is not worth telling. */
  private static final double SLACK = 0.75;

  /** The likeliest typing error: {@code \infy} is {@code \infty}, not {@code \inf y}. */
  private static final double LETTER_MISSING = 0.8;

  private static final double OTHER_CASE = 0.3;
  private static final double OTHER_FIRST_LETTER = 0.5;
  private static final double RARE = 0.3;

  private static final List<String> COMMANDS =
      CommandTable.katex().commands().stream()
          .filter(CommandSuggestions::isForAuthors)
          .map(Command::name)
          .toList();

  private CommandSuggestions() {}

  /**
   * Returns what the author most likely meant, best first, at most 3; empty when nothing is near.
   * Each is TeX that KaTeX knows, mostly the name of a command.
   *
   * @param unknown a command that KaTeX does not know, with its backslash
   */
  public static List<String> nearest(String unknown) {
    if (unknown.length() < 2 || !isLetters(unknown.substring(1))) {
      return List.of();
    }
    return ForeignCommands.find(unknown)
        .map(ForeignCommand::replacements)
        .orElseGet(() -> best(candidates(unknown)));
  }

  /**
   * Returns the environments that the author most likely meant, best first, at most 3; empty when
   * none is near.
   *
   * @param unknown the name of an environment that KaTeX does not know, without braces
   */
  public static List<String> nearestEnvironments(String unknown) {
    return ForeignCommands.findEnvironment(unknown)
        .map(ForeignCommand::replacements)
        .orElseGet(
            () -> {
              Map<String, Double> costs = new LinkedHashMap<>();
              for (Environment known : CommandTable.katex().environments()) {
                addMistyped(costs, unknown, known.name(), 0);
              }
              return best(costs);
            });
  }

  private static Map<String, Double> candidates(String unknown) {
    Map<String, Double> costs = new LinkedHashMap<>();
    for (String name : COMMANDS) {
      Command known = CommandTable.katex().find(name).orElseThrow();
      addGlued(costs, unknown, known);
      addCutShort(costs, unknown, known);
      addMistyped(costs, unknown, name, isRare(known) ? RARE : 0);
    }
    return costs;
  }

  /** A command and letters that ought to stand apart: {@code \alphax}, {@code \cdotfrac}. */
  private static void addGlued(Map<String, Double> costs, String unknown, Command known) {
    String name = known.name();
    if (!unknown.startsWith(name) || known.takesArguments() || !known.isAllowedIn(Mode.MATH)) {
      return;
    }
    int letters = name.length() - 1;
    String rest = unknown.substring(name.length());
    if (letters >= 2 && rest.length() >= 2 && COMMANDS.contains("\\" + rest)) {
      costs.put(name + "\\" + rest, 0.6);
    } else if (letters >= 2 && rest.length() == 1) {
      boolean doubled = name.endsWith(rest);
      costs.put(name + " " + rest, letters == 2 || doubled ? 1.1 : 0.9);
    } else if (letters >= 4 && rest.length() <= 3) {
      costs.put(name + " " + rest, 1.6);
    }
  }

  /** The beginning of a longer name: {@code \part} for {@code \partial}. */
  private static void addCutShort(Map<String, Double> costs, String unknown, Command known) {
    if (unknown.length() >= 5 && known.name().startsWith(unknown) && !isRare(known)) {
      costs.put(known.name(), 0.9 + 0.1 * (known.name().length() - unknown.length()));
    }
  }

  private static void addMistyped(
      Map<String, Double> costs, String unknown, String name, double penalty) {
    int most = mostTypos(name);
    if (Math.abs(unknown.length() - name.length()) > most
        || costs.containsKey(gluedLetter(unknown, name))) {
      return;
    }
    int typos = typos(unknown.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT), most);
    if (typos < 0 || typos > mostTypos(unknown)) {
      return;
    }
    boolean letterMissing = typos == 1 && name.length() > unknown.length();
    double cost = (letterMissing ? LETTER_MISSING : typos) + penalty;
    if (typos(unknown, name, most) != typos) {
      cost += OTHER_CASE;
    }
    if (firstLetter(unknown) != firstLetter(name)) {
      cost += OTHER_FIRST_LETTER;
    }
    costs.put(name, cost + 0.1 * (1 - new JaroWinklerSimilarity().apply(unknown, name)));
  }

  /** How the glued form reads if the last letter is the glued one, unless it is a doubled one. */
  private static String gluedLetter(String unknown, String name) {
    String last = unknown.substring(unknown.length() - 1);
    return name.endsWith(last) ? "" : name + " " + last;
  }

  private static int typos(String unknown, String name, int most) {
    return new DamerauLevenshteinDistance(most).apply(unknown, name);
  }

  /** A short name with one wrong letter may be anything. */
  private static int mostTypos(String name) {
    int letters = name.startsWith("\\") ? name.length() - 1 : name.length();
    return letters <= 2 ? 0 : letters <= 6 ? 1 : letters <= 10 ? 2 : 3;
  }

  private static char firstLetter(String name) {
    return Character.toLowerCase(name.charAt(name.startsWith("\\") ? 1 : 0));
  }

  private static List<String> best(Map<String, Double> costs) {
    Stream<Map.Entry<String, Double>> entries = costs.entrySet().stream();
    List<Map.Entry<String, Double>> sorted =
        new ArrayList<>(
            entries
                .sorted(
                    Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList());
    return sorted.stream()
        .takeWhile(entry -> entry.getValue() <= sorted.get(0).getValue() + SLACK)
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Names with {@code @} are KaTeX's own, and characters are nobody's typing error. */
  private static boolean isForAuthors(Command command) {
    return command.name().startsWith("\\") && isLetters(command.name().substring(1));
  }

  /** Other names of what is known by a better one, and what stands in text only. */
  private static boolean isRare(Command command) {
    return !command.isAllowedIn(Mode.MATH)
        || command.has(Trait.IRREGULAR)
        || command.kind() == Kind.MACRO
            && (command.detail().startsWith("\\textcolor{") || isAlias(command));
  }

  private static boolean isAlias(Command macro) {
    return macro.detail().startsWith("\\") && isLetters(macro.detail().substring(1));
  }

  private static boolean isLetters(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
  }
}

package io.github.formulint.rule;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.render.Profile;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that formulas, and the text around them, define for later formulas. Immutable. */
public final class DocumentDefinitions {

  /** So many definitions are followed for one formula; hardly a document has more. */
  private static final int MOST = 64;

  /** A longer formula, or a definition of the text, is not taken for a definition. */
  private static final int MOST_CHARACTERS = 4_000;

  private static final Pattern DEFINING =
      Pattern.compile(
          "\\\\(?:(?:re|provide)?newcommand\\*?|providecommand\\*?|[gex]?def|let|DeclareMathOperator\\*?"
              + "|DeclarePairedDelimiters?)\\s*\\{?\\s*(\\\\(?:[a-zA-Z]+|[^a-zA-Z\\s]))"
              + "|\\\\(?:re)?newenvironment\\s*\\{([a-zA-Z*]+)\\}");

  private static final Pattern GLOBAL =
      Pattern.compile("\\\\(?:gdef|xdef|global\\s*\\\\(?:def|let|long))(?![a-zA-Z])");

  /** A definition at the beginning of a line of text, up to its first brace. */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?m)^ {0,3}(\\\\(?:(?:re|provide)?newcommand\\*?|def|DeclareMathOperator\\*?)(?![a-zA-Z]))");

  /** Defines nothing. */
  private static final DocumentDefinitions NONE = new DocumentDefinitions(List.of());

  private final List<Definition> definitions;

  /** The environments that are defined, with their braces; the first ones of a great many. */
  private final List<String> environments;

  /** The definitions of each name, in order. */
  private final Map<String, List<Definition>> byName = new HashMap<>();

  /**
   * TeX that defines something.
   *
   * @param offset where it stands, in UTF-16 offsets into the source; below 0 before the document
   * @param tex the TeX
   * @param names what it defines
   * @param used the commands in it
   */
  private record Definition(int offset, String tex, Set<String> names, Set<String> used) {}

  private DocumentDefinitions(List<Definition> definitions) {
    this.definitions = definitions;
    for (Definition definition : definitions) {
      for (String name : definition.names()) {
        byName.computeIfAbsent(name, each -> new ArrayList<>()).add(definition);
      }
    }
    this.environments =
        byName.keySet().stream().filter(name -> name.startsWith("{")).limit(MOST).toList();
  }

  /**
   * Returns what holds for later formulas on platforms; on those where less does, their engine
   * passes over it.
   *
   * @param document the document
   * @param reading its formulas
   * @param platforms where it is published; with none, nothing holds
   * @param earlier what was defined before the document, as TeX, in order
   */
  public static DocumentDefinitions of(
      SourceFile document, Reading reading, List<Platform> platforms, List<String> earlier) {
    Set<Profile.Definitions> kept = new TreeSet<>();
    platforms.forEach(platform -> kept.add(platform.profile().definitions()));
    kept.remove(Profile.Definitions.NONE);
    if (kept.isEmpty()) {
      return NONE;
    }
    boolean onlyGlobal = kept.size() == 1 && kept.contains(Profile.Definitions.GLOBAL);
    List<Definition> found = inFormulas(reading, onlyGlobal ? GLOBAL : DEFINING);
    if (kept.contains(Profile.Definitions.FORMULAS_AND_TEXT)) {
      found.addAll(inText(document.text(), reading));
      found.sort(Comparator.comparingInt(Definition::offset));
    }
    if (!earlier.isEmpty()) {
      List<Definition> all = new ArrayList<>();
      for (int i = 0; i < earlier.size(); i++) {
        add(i - earlier.size(), earlier.get(i), all);
      }
      all.addAll(found);
      found = all;
    }
    return found.isEmpty() ? NONE : new DocumentDefinitions(List.copyOf(found));
  }

  /**
   * Returns what formulas define, wherever it holds.
   *
   * @param reading the formulas
   */
  static DocumentDefinitions ofFormulas(Reading reading) {
    List<Definition> found = inFormulas(reading, DEFINING);
    return found.isEmpty() ? NONE : new DocumentDefinitions(List.copyOf(found));
  }

  private static List<Definition> inFormulas(Reading reading, Pattern defining) {
    List<Definition> found = new ArrayList<>();
    for (Formula formula : reading.formulas()) {
      String tex = formula.tex();
      if (tex.length() <= MOST_CHARACTERS && mayDefine(tex) && defining.matcher(tex).find()) {
        add(formula.span().start(), tex, found);
      }
    }
    return found;
  }

  /**
   * Returns whether a document may define something for others; told fast.
   *
   * @param document the document
   */
  public static boolean mayDefine(SourceFile document) {
    return mayDefine(document.text());
  }

  private static boolean mayDefine(String tex) {
    return tex.contains("def")
        || tex.contains("\\let")
        || tex.contains("new")
        || tex.contains("\\provide")
        || tex.contains("\\Declare");
  }

  private static void add(int offset, String tex, List<Definition> found) {
    Set<String> names = new HashSet<>();
    Matcher matcher = DEFINING.matcher(tex);
    while (matcher.find()) {
      names.add(matcher.group(1) != null ? matcher.group(1) : "{" + matcher.group(2) + "}");
    }
    if (!names.isEmpty()) {
      found.add(new Definition(offset, tex, names, used(tex)));
    }
  }

  private static List<Definition> inText(String text, Reading reading) {
    List<Definition> found = new ArrayList<>();
    if (!text.contains("\\newcommand")
        && !text.contains("\\def")
        && !text.contains("\\renewcommand")
        && !text.contains("\\providecommand")
        && !text.contains("\\DeclareMathOperator")) {
      return found;
    }
    Set<Integer> inside = new HashSet<>();
    Matcher matcher = IN_TEXT.matcher(text);
    int formula = 0;
    List<Formula> formulas = reading.formulas();
    while (matcher.find()) {
      int start = matcher.start(1);
      while (formula < formulas.size() && formulas.get(formula).span().end() <= start) {
        formula++;
      }
      boolean isInFormula =
          formula < formulas.size() && formulas.get(formula).span().start() <= start;
      int end = isInFormula || !inside.add(start) ? -1 : endOfDefinition(text, matcher.end());
      if (end >= 0) {
        add(start, text.substring(start, end), found);
      }
    }
    return found;
  }

  /** Returns where the last group of a definition ends: on its line, or where its brace closes. */
  private static int endOfDefinition(String text, int from) {
    int depth = 0;
    int last = -1;
    int limit = Math.min(text.length(), from + MOST_CHARACTERS);
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
        if (depth < 0) {
          return -1;
        }
        last = i + 1;
      } else if (c == '\n' && depth == 0) {
        break;
      }
    }
    return depth == 0 ? last : -1;
  }

  private static Set<String> used(String tex) {
    Set<String> used = new HashSet<>();
    for (Token token : Tokenizer.tokenize(tex)) {
      if (token.isCommand()) {
        used.add(token.name());
      }
    }
    return used;
  }

  /**
   * Returns all that an engine is told of a formula: with the definitions before it of what it
   * uses.
   *
   * @param formula a formula of the document
   */
  public MathSource source(Formula formula) {
    MathSource source = formula.source();
    if (definitions.isEmpty() || definitions.get(0).offset() >= formula.span().start()) {
      return source;
    }
    Set<Definition> needed = new TreeSet<>(Comparator.comparingInt(Definition::offset));
    Deque<Use> open = new ArrayDeque<>();
    usesOf(source.tex()).forEach(name -> open.add(new Use(name, formula.span().start())));
    while (!open.isEmpty() && needed.size() < MOST) {
      Use use = open.remove();
      Optional<Definition> definition = lastBefore(use);
      if (definition.isPresent() && needed.add(definition.get())) {
        Definition found = definition.get();
        found.used().forEach(name -> open.add(new Use(name, found.offset())));
      }
    }
    return needed.isEmpty()
        ? source
        : new MathSource(
            source.tex(), source.style(), needed.stream().map(Definition::tex).toList());
  }

  /** Returns all that defines something, as TeX, in order. */
  public List<String> all() {
    return definitions.stream().map(Definition::tex).toList();
  }

  /** Names that are defined somewhere, as they stand in TeX. */
  private Set<String> usesOf(String tex) {
    Set<String> uses = used(tex);
    for (String name : environments) {
      if (tex.contains("\\begin".concat(name))) {
        uses.add(name);
      }
    }
    uses.retainAll(byName.keySet());
    return uses;
  }

  private Optional<Definition> lastBefore(Use use) {
    List<Definition> all = byName.getOrDefault(use.name(), List.of());
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).offset() < use.before()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(all.get(low - 1));
  }

  /**
   * Returns where a formula before a place defines a command, in UTF-16 offsets into the source.
   *
   * @param command the command, such as {@code \\foo}
   * @param before the place, in UTF-16 offsets into the source
   */
  Optional<Integer> lastBefore(String command, int before) {
    return lastBefore(new Use(command, before)).map(Definition::offset).filter(at -> at >= 0);
  }

  private record Use(String name, int before) {}
}

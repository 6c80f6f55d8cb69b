package io.github.formulint.rules.cjk;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.source.Span;
import io.github.formulint.tex.ArgumentType;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.Mode;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.TexStructure;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a formula into the parts that the rules of this package are about. Each character belongs to
 * at most one part, but for invisible ones within text. What stands in text already, in comments,
 * addresses, colours, labels and names of environments belongs to none.
 */
final class FormulaParts {

  private static final int NONE = -1;

  /** Brackets in a text are not followed any deeper, so that reading takes linear time. */
  private static final int DEEPEST_BRACKETS = 8;

  /** The first arrow; from here on there are pictures, and letters that have variants. */
  private static final int FIRST_PICTURE = 0x2190;

  private static final Set<Delimiter> INLINE =
      Set.of(
          Delimiter.DOLLAR,
          Delimiter.DOLLAR_BACKTICK,
          Delimiter.PARENTHESIS,
          Delimiter.DOUBLE_BACKSLASH_PARENTHESIS);

  /** Marks that end a sentence or clause of the text around an inline formula. */
  private static final String CLOSING_MARKS = "，。；：、．｡､";

  private final Formula formula;
  private final List<PlacedToken> tokens;
  private final List<TexFault> faults;
  private final List<Part> parts = new ArrayList<>();
  private final BitSet taken = new BitSet();

  /** The scopes within a link; asked for each character, however deep it stands. */
  private final Set<Scope> inLinks = new HashSet<>();

  private final Set<Scope> inScripts = new HashSet<>();

  private FormulaParts(Formula formula, List<PlacedToken> tokens, List<TexFault> faults) {
    this.formula = formula;
    this.tokens = tokens;
    this.faults = faults;
  }

  /**
   * Cuts a formula.
   *
   * @param judged a formula that is not {@linkplain #isPlain plain}
   */
  static FormulaParts of(JudgedFormula judged) {
    Formula formula = judged.formula();
    TexStructure structure = judged.structure();
    FormulaParts parts = new FormulaParts(formula, structure.tokens(), structure.faults());
    parts.takeScopes(structure.scopes());
    parts.takeNames();
    parts.takeInvisible();
    parts.takeTexts();
    parts.takeSigns();
    return parts;
  }

  /** Returns the parts, each kind in order of their place. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /** Returns the tokens of the formula. */
  List<PlacedToken> tokens() {
    return tokens;
  }

  /** Returns the faults of structure in the formula. */
  List<TexFault> faults() {
    return faults;
  }

  /** Returns where a part stands, in UTF-16 offsets into the TeX. */
  Span span(Part part) {
    return span(part.first(), part.last());
  }

  /** Returns where tokens stand, in UTF-16 offsets into the TeX. */
  Span span(int first, int last) {
    return new Span(tokens.get(first).span().start(), tokens.get(last).span().end());
  }

  /** Returns the index of a token of this formula. */
  int indexOf(Token token) {
    int low = 0;
    int high = tokens.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).span().start() < token.span().start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns whether a token is white space within a line; there need not be such a token. */
  boolean isSpaceInLine(int index) {
    return isSpace(index) && tokens.get(index).text().indexOf('\n') < 0;
  }

  /** Returns whether a token is white space; there need not be such a token. */
  boolean isSpace(int index) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).token().kind() == Token.Kind.SPACE;
  }

  /** Returns whether a scope is one symbol without braces: a script or an argument. */
  static boolean isBare(Scope scope) {
    return !scope.isBraced()
        && (scope.kind() == Scope.Kind.SCRIPT || scope.kind() == Scope.Kind.ARGUMENT);
  }

  /**
   * Returns whether a formula is plain ASCII, and so has no parts.
   *
   * @param tex its TeX
   */
  static boolean isPlain(String tex) {
    for (int i = 0; i < tex.length(); i++) {
      char c = tex.charAt(i);
      if (c > '~' || c < ' ' && c != '\n' && c != '\t' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Each scope comes before those within it. */
  private void takeScopes(List<Scope> scopes) {
    for (Scope scope : scopes) {
      if (isLink(scope) || scope.parent().filter(inLinks::contains).isPresent()) {
        inLinks.add(scope);
      }
      if (scope.kind() == Scope.Kind.SCRIPT
          || scope.parent().filter(inScripts::contains).isPresent()) {
        inScripts.add(scope);
      }
    }
  }

  // Names of commands.

  private void takeNames() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i).token();
      if (tokens.get(i).mode() == Mode.RAW) {
        continue;
      }
      if (token.isCommand() || isFullWidthBackslash(i)) {
        misspelt(i).ifPresent(name -> take(name));
        takeRestOfUnknown(i);
      }
    }
  }

  private boolean isFullWidthBackslash(int index) {
    return character(index) == '＼' && tokens.get(index).mode() == Mode.MATH;
  }

  /** A name of which letters are Greek, Cyrillic or full-width, though they look Latin. */
  private Optional<Part.Name> misspelt(int index) {
    Token token = tokens.get(index).token();
    boolean unknown = CommandTable.katex().find(token.name()).isEmpty();
    if (token.isCommand() && !unknown) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder("\\");
    Part.Name.Cause cause = Part.Name.Cause.FULL_WIDTH;
    boolean foreign = isFullWidthBackslash(index);
    Optional<Part.Name> longest = Optional.empty();
    for (int i = index; i < tokens.size(); i++) {
      String text = tokens.get(i).text();
      String letters = i > index ? text : foreign ? "" : text.substring(1);
      for (int at = 0; at < letters.length(); at++) {
        char c = letters.charAt(at);
        Optional<Character> meant = Lookalikes.nameLetter(c);
        if (meant.isEmpty() && !isLatin(c)) {
          return longest;
        }
        if (meant.isPresent()) {
          foreign = true;
          if (!FullWidthForms.isAlphanumeric(c)) {
            cause = Part.Name.Cause.FOREIGN_LETTERS;
          }
        }
        name.append(meant.orElse(c).charValue());
      }
      boolean complete = foreign && name.length() > 1;
      if (complete && CommandTable.katex().find(name.toString()).isPresent()) {
        longest = Optional.of(new Part.Name(index, i, name.toString(), cause));
      }
      if (name.length() > 40) {
        break;
      }
    }
    return longest;
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** The letters behind a command such as {@code \平均} are the rest of a name nobody knows. */
  private void takeRestOfUnknown(int index) {
    Token token = tokens.get(index).token();
    if (token.kind() == Token.Kind.CONTROL_SYMBOL
        && Letters.isLetter(token.text().codePointAt(1))) {
      for (int i = index + 1; i < tokens.size() && Letters.isLetter(character(i)); i++) {
        taken.set(i);
      }
    }
  }

  // Invisible characters.

  private void takeInvisible() {
    for (int i = 0; i < tokens.size(); i++) {
      Optional<InvisibleSign> sign = invisible(i);
      if (sign.isEmpty() || !isUnwanted(i, sign.get())) {
        continue;
      }
      int first = i;
      while (i + 1 < tokens.size()
          && invisible(i + 1).equals(sign)
          && tokens.get(i + 1).scope() == tokens.get(first).scope()) {
        i++;
      }
      parts.add(new Part.Invisible(first, i, sign.get()));
    }
  }

  private Optional<InvisibleSign> invisible(int index) {
    Token token = tokens.get(index).token();
    boolean single = token.kind() == Token.Kind.CHARACTER || token.kind() == Token.Kind.UNREADABLE;
    return single ? InvisibleSign.of(token.text().codePointAt(0)) : Optional.empty();
  }

  private boolean isUnwanted(int index, InvisibleSign sign) {
    return switch (tokens.get(index).mode()) {
      case RAW -> false;
      case TEXT ->
          sign.kind() != InvisibleSign.Kind.SPACE && sign.kind() != InvisibleSign.Kind.JOINER;
      case MATH ->
          !(sign.character() == 0x3000 && isBetweenLetters(index))
              && !(shapesWhatIsBefore(sign) && character(index - 1) >= FIRST_PICTURE);
    };
  }

  /** Joiners and selectors of variants belong to emoji, and to some Chinese characters. */
  private static boolean shapesWhatIsBefore(InvisibleSign sign) {
    return sign.character() == 0x200D || Letters.isVariationSelector(sign.character());
  }

  private boolean isBetweenLetters(int index) {
    return isTextBeside(index, -1) && isTextBeside(index, 1);
  }

  private boolean isTextBeside(int index, int step) {
    int at = index + step;
    while (character(at) == 0x3000) {
      at += step;
    }
    return Letters.isLetter(character(at)) || Letters.isMark(character(at));
  }

  // Texts.

  private void takeTexts() {
    List<Part> texts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isFreeLetter(i)) {
        Part text = isBare(tokens.get(i).scope()) ? bareText(i) : text(i);
        taken.set(text.first(), text.last() + 1);
        texts.add(text);
        i = text.last();
      }
    }
    parts.addAll(withProse(texts));
  }

  private boolean isFreeLetter(int index) {
    return index < tokens.size()
        && !taken.get(index)
        && Letters.isLetter(character(index))
        && isMath(index)
        && loneSign(index).isEmpty();
  }

  /** What an author means by a letter that stands alone among mathematics. */
  private Optional<String> loneSign(int index) {
    Optional<String> sign = Lookalikes.sign(character(index));
    return sign.filter(tex -> isAlone(index, -1) && isAlone(index, 1));
  }

  private boolean isAlone(int index, int step) {
    int c = character(index + step);
    return !Letters.isLetter(c) || Lookalikes.sign(c).isPresent() && c == character(index);
  }

  private Part text(int letter) {
    Scope scope = tokens.get(letter).scope();
    int end = letter;
    for (int next = letter; next != NONE; next = behind(next, scope)) {
      end = next;
    }
    return new Part.Text(beginning(letter, scope), end - 1);
  }

  /** Returns the index behind the piece of text that begins there, or {@link #NONE}. */
  private int behind(int at, Scope scope) {
    if (!isIn(scope, at)) {
      return NONE;
    }
    int c = character(at);
    if (isTextPiece(at)) {
      return at + 1;
    }
    if (Letters.isOpening(c)) {
      return behindBrackets(at, scope);
    }
    if (Letters.isDigit(c)) {
      return behindDigits(at, scope);
    }
    if (isGap(at) || invisible(at).isPresent() || Letters.isInnerMark(c)) {
      int next = at + 1;
      while (isIn(scope, next) && (isGap(next) || Letters.isInnerMark(character(next)))) {
        next++;
      }
      return isIn(scope, next) && goesOn(next, scope) ? behind(next, scope) : NONE;
    }
    return NONE;
  }

  /** Whether a text goes on there, behind a gap or a mark that only joins. */
  private boolean goesOn(int at, Scope scope) {
    if (Letters.isDigit(character(at))) {
      int end = endOfDigits(at, scope);
      int next = isIn(scope, end) && isGap(end) ? end + 1 : end;
      return isIn(scope, next) && isTextLetter(next);
    }
    return isTextLetter(at)
        || Letters.isMark(character(at))
        || Letters.isOpening(character(at)) && behindBrackets(at, scope) != NONE;
  }

  private int behindBrackets(int opening, Scope scope) {
    return behindBrackets(opening, scope, 1);
  }

  private int behindBrackets(int opening, Scope scope, int depth) {
    if (depth > DEEPEST_BRACKETS) {
      return NONE;
    }
    for (int i = opening + 1; isIn(scope, i); ) {
      int c = character(i);
      if (Letters.closes(c, character(opening))) {
        return i + 1;
      }
      if (Letters.isOpening(c)) {
        i = behindBrackets(i, scope, depth + 1);
        if (i == NONE) {
          return NONE;
        }
      } else if (isTextPiece(i)
          || isGap(i)
          || Letters.isDigit(c)
          || Letters.isInnerMark(c)
          || invisible(i).isPresent()) {
        i++;
      } else {
        return NONE;
      }
    }
    return NONE;
  }

  /** Digits belong to the text before them, or lie between texts; {@code 说明1}, {@code 第 3 章}. */
  private int behindDigits(int at, Scope scope) {
    int end = endOfDigits(at, scope);
    if (goesOn(at, scope)) {
      return end;
    }
    return isTextPiece(at - 1) && endsWord(end, scope) ? end : NONE;
  }

  private int endOfDigits(int at, Scope scope) {
    int end = at;
    while (isIn(scope, end) && Letters.isDigit(character(end))) {
      end++;
    }
    return end;
  }

  /** Whether nothing there makes the digits before it a number of their own. */
  private boolean endsWord(int at, Scope scope) {
    if (!isIn(scope, at)) {
      return at >= tokens.size() || tokens.get(at).token().kind() != Token.Kind.BEGIN_GROUP;
    }
    Token token = tokens.get(at).token();
    return switch (token.kind()) {
      case SPACE, END_GROUP, ALIGNMENT -> true;
      case CONTROL_SYMBOL -> token.isCommand("\\\\");
      case CHARACTER -> Letters.isMark(character(at)) || ")],:;=".indexOf(character(at)) >= 0;
      default -> false;
    };
  }

  private int beginning(int letter, Scope scope) {
    int first = letter;
    int at = letter - 1;
    if (isFree(at, scope) && isGap(at) && isFree(at - 1, scope) && isLeadingMark(at - 1)) {
      at--;
    }
    while (isFree(at, scope) && isLeadingMark(at)) {
      first = at--;
    }
    if (first < letter) {
      return first;
    }
    int digits = letter;
    while (isFree(digits - 1, scope) && Letters.isDigit(character(digits - 1))) {
      digits--;
    }
    return digits < letter && isStart(digits, scope) ? digits : letter;
  }

  private boolean isLeadingMark(int index) {
    return Letters.isMark(character(index));
  }

  /** Whether nothing but blanks stands before a token in its scope. */
  private boolean isStart(int index, Scope scope) {
    int at = index - 1;
    while (isIn(scope, at) && tokens.get(at).token().isBlank()) {
      at--;
    }
    return at < 0
        || tokens.get(at).scope() != scope && scope.span().start() >= tokens.get(at).span().end()
        || tokens.get(at).token().kind() == Token.Kind.BEGIN_GROUP
            && tokens.get(at).scope() == scope;
  }

  private boolean isFree(int index, Scope scope) {
    return isIn(scope, index) && !taken.get(index);
  }

  private boolean isTextPiece(int index) {
    int c = character(index);
    return isTextLetter(index) || Letters.isMark(c) || Letters.isVariationSelector(c);
  }

  private boolean isTextLetter(int index) {
    return index >= 0
        && index < tokens.size()
        && !taken.get(index)
        && Letters.isLetter(character(index))
        && loneSign(index).isEmpty();
  }

  private boolean isGap(int index) {
    return isSpaceInLine(index) || character(index) == 0x3000 || character(index) == 0x00A0;
  }

  private boolean isIn(Scope scope, int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).scope() == scope;
  }

  // Scripts and arguments without braces.

  private Part bareText(int first) {
    Token owner = tokens.get(first).scope().owner().orElseThrow();
    int end = endOfLetters(first);
    List<Part.Text> words = new ArrayList<>(List.of(new Part.Text(first, end - 1)));
    boolean several = arguments(first, end, owner) > 1 || isBareArgumentOf(end + 1, owner);
    if (several && end < tokens.size() && isGap(end) && isFreeLetter(end + 1)) {
      end = endOfLetters(end + 1);
      words.add(new Part.Text(words.get(0).last() + 2, end - 1));
    }
    return new Part.BareText(words, arguments(first, end, owner));
  }

  private int endOfLetters(int first) {
    int end = first;
    while (end < tokens.size() && isFreeLetter(end)) {
      end++;
    }
    return end;
  }

  private int arguments(int first, int end, Token owner) {
    int arguments = 0;
    for (int i = first; i < end; i++) {
      arguments += isBareArgumentOf(i, owner) ? 1 : 0;
    }
    return arguments;
  }

  private boolean isBareArgumentOf(int index, Token owner) {
    return index < tokens.size()
        && isBare(tokens.get(index).scope())
        && tokens.get(index).scope().owner().orElseThrow() == owner;
  }

  // Prose.

  private List<Part> withProse(List<Part> texts) {
    List<Part.Text> outer =
        texts.stream().filter(this::isOuterText).map(Part.Text.class::cast).toList();
    int firstMath = firstMath();
    int lastMath = lastMath();
    if (!INLINE.contains(formula.delimiter())
        || outer.stream()
            .filter(text -> firstMath < text.first() && text.last() < lastMath)
            .noneMatch(this::isProse)) {
      return texts;
    }
    List<Part> kept = new ArrayList<>(texts.stream().filter(text -> !isOuterText(text)).toList());
    kept.add(new Part.Prose(outer));
    return kept;
  }

  private boolean isOuterText(Part text) {
    return text instanceof Part.Text
        && tokens.get(text.first()).scope().kind() == Scope.Kind.FORMULA;
  }

  /** Whether a text holds a clause and its mark. */
  private boolean isProse(Part.Text text) {
    int letters = 0;
    boolean clause = false;
    for (int i = text.first(); i <= text.last(); i++) {
      letters += Letters.isLetter(character(i)) ? 1 : 0;
      clause |= Letters.isClauseMark(character(i));
    }
    return letters >= 2 && clause;
  }

  private int firstMath() {
    int at = 0;
    while (at < tokens.size() && !isMathematics(at)) {
      at++;
    }
    return at;
  }

  private int lastMath() {
    int at = tokens.size() - 1;
    while (at >= 0 && !isMathematics(at)) {
      at--;
    }
    return at;
  }

  private boolean isMathematics(int index) {
    return !tokens.get(index).token().isBlank() && !taken.get(index);
  }

  // Single signs.

  private void takeSigns() {
    for (int i = 0; i < tokens.size(); i++) {
      int c = character(i);
      if (taken.get(i) || c < 0x80 || !isMath(i) && !isSize(i)) {
        continue;
      }
      if (FullWidthForms.isAlphanumeric(c)) {
        int end = endOfGroup(i, FullWidthForms::isAlphanumeric);
        take(new Part.Alphanumerics(i, end - 1));
      } else if (FullWidthForms.isPunctuation(c)) {
        takeMarks(i, endOfGroup(i, FullWidthForms::isPunctuation));
      } else {
        takeSign(i);
      }
    }
  }

  private int endOfGroup(int first, java.util.function.IntPredicate test) {
    int end = first + 1;
    while (end < tokens.size()
        && !taken.get(end)
        && tokens.get(end).scope() == tokens.get(first).scope()
        && test.test(character(end))) {
      end++;
    }
    return end;
  }

  private void takeMarks(int first, int end) {
    int closing = end;
    if (INLINE.contains(formula.delimiter()) && isAtEnd(end) && !isStartOfFormula(first)) {
      while (closing > first && CLOSING_MARKS.indexOf(character(closing - 1)) >= 0) {
        closing--;
      }
    }
    if (first < closing) {
      take(new Part.Marks(first, closing - 1, Part.Marks.Place.WITHIN));
    }
    if (closing < end) {
      take(new Part.Marks(closing, end - 1, Part.Marks.Place.AT_END));
    }
  }

  private boolean isAtEnd(int index) {
    boolean outermost =
        tokens.get(index - 1).scope().kind() == Scope.Kind.FORMULA
            && tokens.get(index - 1).mode() == Mode.MATH;
    return outermost
        && tokens.subList(index, tokens.size()).stream()
            .allMatch(token -> token.token().kind() == Token.Kind.SPACE);
  }

  private boolean isStartOfFormula(int index) {
    return tokens.subList(0, index).stream().allMatch(token -> token.token().isBlank());
  }

  private void takeSign(int index) {
    boolean prime =
        Lookalikes.sign(character(index)).filter(tex -> tex.startsWith("'")).isPresent();
    boolean script = inScripts.contains(tokens.get(index).scope());
    if (!(prime && script && isFirstOfScript(index))) {
      loneSign(index).ifPresent(tex -> take(new Part.Sign(index, tex)));
    }
  }

  /** Whether nothing but primes stands before a prime in its script, so that it is raised there. */
  private boolean isFirstOfScript(int index) {
    Scope scope = tokens.get(index).scope();
    int at = index - 1;
    while (isIn(scope, at)
        && (tokens.get(at).token().isBlank()
            || Lookalikes.sign(character(at)).filter(tex -> tex.startsWith("'")).isPresent())) {
      at--;
    }
    return isStart(at + 1, scope);
  }

  private void take(Part part) {
    taken.set(part.first(), part.last() + 1);
    parts.add(part);
  }

  private boolean isMath(int index) {
    return tokens.get(index).mode() == Mode.MATH
        && tokens.get(index).token().kind() == Token.Kind.CHARACTER
        && !inLinks.contains(tokens.get(index).scope());
  }

  /** Most pages show no link from a formula, so that neither address nor words are seen. */
  private static boolean isLink(Scope scope) {
    return scope.isArgumentOf("\\href") || scope.isArgumentOf("\\url");
  }

  /** Whether a token is part of a length such as {@code １em}. */
  private boolean isSize(int index) {
    return tokens.get(index).token().kind() == Token.Kind.CHARACTER
        && tokens.get(index).scope().argumentType().equals(Optional.of(ArgumentType.SIZE));
  }

  /** Returns the character of a token that is one, else 0. */
  private int character(int index) {
    if (index < 0 || index >= tokens.size()) {
      return 0;
    }
    Token token = tokens.get(index).token();
    return token.kind() == Token.Kind.CHARACTER ? token.text().codePointAt(0) : 0;
  }
}

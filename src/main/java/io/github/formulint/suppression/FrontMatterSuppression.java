package io.github.formulint.suppression;

import io.github.formulint.markdown.commonmark.FrontMatter;
import io.github.formulint.source.LineIndex;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import io.github.formulint.suppression.Suppression.Cover;
import io.github.formulint.suppression.Suppression.Home;
import io.github.formulint.suppression.Suppression.RuleName;
import io.github.formulint.suppression.Suppression.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entry {@code formulint} of a document's front matter: {@code off}, a name, or a list of
 * names. Only this entry is read, so that nothing else in the front matter can get in the way.
 */
final class FrontMatterSuppression {

  private static final Pattern ENTRY = Pattern.compile("formulint[ \\t]*:[ \\t]*(.*)");

  /** A line that goes on with the entry before: a deeper one, or an item of a list. */
  private static final Pattern CONTINUED = Pattern.compile("[ \\t]+\\S.*|-[ \\t].*");

  private static final Pattern COMMENT = Pattern.compile("(^|[ \\t])#.*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z-]*");

  private FrontMatterSuppression() {}

  static Optional<Suppression> of(SourceFile document) {
    String text = document.text();
    int start = document.hasByteOrderMark() ? 1 : 0;
    int end = FrontMatter.endOf(text, start);
    if (end == start) {
      return Optional.empty();
    }
    LineIndex lines = document.lines();
    for (int line = 2; line < lines.lineOf(end); line++) {
      Span span = lines.line(line);
      Matcher entry = ENTRY.matcher(text).region(span.start(), span.end());
      if (entry.matches()) {
        return suppression(document, line, entry.start(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Suppression> suppression(SourceFile document, int first, int valueStart) {
    String text = document.text();
    LineIndex lines = document.lines();
    List<RuleName> names =
        new ArrayList<>(names(text, new Span(valueStart, lines.line(first).end())));
    int last = first;
    while (CONTINUED
        .matcher(text)
        .region(lines.line(last + 1).start(), lines.line(last + 1).end())
        .matches()) {
      last++;
      names.addAll(names(text, lines.line(last)));
    }
    boolean isOff =
        names.size() == 1 && List.of("off", "false", "all").contains(names.get(0).name());
    if (names.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Suppression(
            Verb.DISABLE_FILE,
            isOff ? List.of() : names,
            Optional.empty(),
            new Span(lines.line(first).start(), lines.line(last).end()),
            List.of(new Cover(new Span(0, text.length() + 1), List.of())),
            Home.FRONT_MATTER));
  }

  private static List<RuleName> names(String text, Span span) {
    Matcher comment = COMMENT.matcher(text).region(span.start(), span.end());
    int end = comment.find() ? comment.start() : span.end();
    Matcher name = NAME.matcher(text).region(span.start(), end);
    List<RuleName> names = new ArrayList<>();
    while (name.find()) {
      names.add(new RuleName(name.group(), new Span(name.start(), name.end())));
    }
    return names;
  }
}

package io.github.formulint.fix;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code in a document that another tool runs before or instead of Markdown: what stands there is not
 * TeX, so no edit may touch it. Inline code of knitr and Quarto ({@code `r x`}, {@code `{python}
 * x`}), templates of Jinja, Liquid, Handlebars and Vue ({@code {{ }}}, {@code {% %}}), ERB and EJS
 * ({@code <% %>}), shortcodes of Hugo ({@code {{< >}}}), and expressions of MDX. Immutable and
 * thread-safe.
 */
final class ForeignCode {

  private static final Pattern CODE =
      Pattern.compile(
          "`+(?:r|=|\\$=|\\{[a-z]+\\})[ \\t][^`]{0,300}`+"
              + "|\\{\\{[<%][^\\n]{0,300}?[>%]\\}\\}"
              + "|\\{\\{[-~]?[ \\t](?!\\\\)[^\\n]{0,300}?\\}\\}"
              + "|\\{\\{[^\\\\\\n{}]{1,300}\\}\\}"
              + "|\\{%[^%]{0,300}?%\\}"
              + "|<%[^%]{0,300}?%>"
              + "|\\{/\\*[^*]{0,300}?\\*/\\}");

  /** In MDX: template literals and what they interpolate, values of attributes, calls. */
  private static final Pattern MDX =
      Pattern.compile(
          "\\{[ \\t]*(?:String\\.raw)?`[^`]{0,300}`[ \\t]*\\}"
              + "|\\$\\{[^\\\\{}\\n]{1,300}\\}"
              + "|(?<=[A-Za-z]=)\\{[^{}\\n]{0,300}\\}"
              + "|\\{[ \\t]*[A-Za-z_$][\\w$]*[.(\\[?][^{}\\\\\\n]{0,300}\\}"
              + "|(?m:^(?:export|import)[ \\t][^\\n]*)");

  private final String text;
  private final List<Span> spans;

  private ForeignCode(String text, List<Span> spans) {
    this.text = text;
    this.spans = spans;
  }

  /** Returns the code in a document. */
  static ForeignCode of(SourceFile document) {
    String text = document.text();
    List<Span> spans = new ArrayList<>();
    addAll(CODE, text, spans);
    if (document.name().toLowerCase(Locale.ROOT).endsWith(".mdx")) {
      addAll(MDX, text, spans);
    }
    return new ForeignCode(text, merged(spans));
  }

  private static void addAll(Pattern code, String text, List<Span> spans) {
    Matcher matcher = code.matcher(text);
    while (matcher.find()) {
      spans.add(new Span(matcher.start(), matcher.end()));
    }
  }

  /** Returns the same places in order, those that overlap as one. */
  private static List<Span> merged(List<Span> spans) {
    Collections.sort(spans);
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      int last = merged.size() - 1;
      if (last >= 0 && span.start() < merged.get(last).end()) {
        Span before = merged.get(last);
        merged.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }

  /** Returns whether a fix leaves all of this code as it is. */
  boolean isKeptBy(Fix fix) {
    return fix.edits().stream().allMatch(this::isKeptBy);
  }

  private boolean isKeptBy(Edit edit) {
    for (int i = firstEndingBehind(edit.span().start());
        i < spans.size() && spans.get(i).start() < edit.span().end();
        i++) {
      if (!edit.replacement().contains(spans.get(i).of(text))) {
        return false;
      }
    }
    return isOutside(edit.span());
  }

  /** An edit that puts something in has no length, so it is asked for by itself. */
  private boolean isOutside(Span edit) {
    int i = firstEndingBehind(edit.start());
    return !edit.isEmpty() || i == spans.size() || spans.get(i).start() >= edit.start();
  }

  private int firstEndingBehind(int offset) {
    int found = Collections.binarySearch(spans, new Span(offset, Integer.MAX_VALUE));
    int next = found >= 0 ? found : -found - 1;
    return next > 0 && spans.get(next - 1).end() > offset ? next - 1 : next;
  }
}

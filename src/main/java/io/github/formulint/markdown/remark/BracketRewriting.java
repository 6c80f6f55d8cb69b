package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns {@code \[…\]} into {@code $$…$$} and {@code \(…\)} into {@code $…$}, except in what looks
 * like code or a link. Pairs nest; a bracket behind an odd number of backslashes is escaped (Cherry
 * Studio 1.6, {@code processLatexBrackets} and {@code findLatexMatch}).
 */
final class BracketRewriting {

  private static final Pattern CODE = Pattern.compile("```[\\s\\S]*?```|`[^`]*+`");

  /** A character of the private use area stands for each protected part. */
  private static final char PROTECTED = '\uF8FF';

  private BracketRewriting() {}

  /** Returns a document with its brackets rewritten. */
  static MappedText of(MappedText text) {
    if (text.toString().indexOf(PROTECTED) >= 0) {
      return text;
    }
    List<MappedText> parts = new ArrayList<>();
    MappedText open = protectLinks(protect(text, codeIn(text.toString()), parts), parts);
    MappedText rewritten = rewrite(rewrite(open, '[', ']', "$$"), '(', ')', "$");
    return restore(rewritten, parts);
  }

  private static MappedText protectLinks(MappedText text, List<MappedText> parts) {
    return protect(text, LinkSpans.in(text.toString()), parts);
  }

  private static List<Span> codeIn(String text) {
    return CODE.matcher(text).results().map(match -> new Span(match.start(), match.end())).toList();
  }

  private static MappedText protect(MappedText text, List<Span> spans, List<MappedText> parts) {
    MappedText.Builder result = new MappedText.Builder();
    int at = 0;
    for (Span span : spans) {
      result.append(text, at, span.start());
      int index = parts.size();
      parts.add(text.slice(span.start(), span.end()));
      int place = text.sourceStart(span.start());
      result.append(PROTECTED, place, place);
      result.append((char) (index & 0x7FFF), place, place);
      result.append((char) (index >> 15), place, place);
      result.append(PROTECTED, place, place);
      at = span.end();
    }
    return result.append(text, at, text.length()).build();
  }

  private static MappedText restore(MappedText text, List<MappedText> parts) {
    MappedText.Builder result = new MappedText.Builder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == PROTECTED) {
        // A protected link may hold protected code.
        MappedText part = parts.get(text.charAt(i + 1) | text.charAt(i + 2) << 15);
        result.append(restore(part, parts));
        i += 3;
      } else {
        result.append(text, i, i + 1);
      }
    }
    return result.build();
  }

  private static MappedText rewrite(MappedText text, char open, char close, String dollars) {
    String content = text.toString();
    int[] closers = closers(content, open, close);
    MappedText.Builder result = new MappedText.Builder();
    int at = 0;
    for (int i = 0; i + 1 < content.length(); i++) {
      int closer = i >= at ? closers[i] : 0;
      if (closer > 0) {
        result.append(text, at, i);
        result.append(dollars, text.sourceStart(i), text.sourceEnd(i + 1));
        result.append(text, i + 2, closer);
        result.append(dollars, text.sourceStart(closer), text.sourceEnd(closer + 1));
        at = closer + 2;
      }
    }
    return result.append(text, at, text.length()).build();
  }

  /**
   * Returns for each opener the offset of the closer that makes the pairs inside it even; 0 where
   * there is none. Openers that are not closed do not hinder later ones.
   */
  private static int[] closers(String text, char open, char close) {
    int[] closers = new int[text.length()];
    int[] stack = new int[text.length() / 2 + 1];
    int depth = 0;
    int backslashes = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        backslashes = 0;
        continue;
      }
      boolean escaped = backslashes % 2 == 1;
      backslashes++;
      if (!escaped && text.charAt(i + 1) == open) {
        stack[depth++] = i;
      } else if (!escaped && text.charAt(i + 1) == close && depth > 0) {
        closers[stack[--depth]] = i;
      }
    }
    return closers;
  }
}

package io.github.formulint.markdown.flexmark;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import io.github.formulint.markdown.MappedText;

/** Flexmark's sequences as text whose characters know their place. */
final class SequenceText {

  private SequenceText() {}

  /**
   * Returns the characters of a sequence, with line feeds for all line ends.
   *
   * @param markdown the text that Flexmark read
   * @param chars a part of what it read
   */
  static MappedText of(MappedText markdown, BasedSequence chars) {
    MappedText.Builder text = new MappedText.Builder();
    int place = Math.min(Math.max(0, chars.getStartOffset()), markdown.length());
    for (int i = 0; i < chars.length(); i++) {
      int offset = chars.getIndexOffset(i);
      char c = chars.charAt(i);
      if (offset < 0 || offset >= markdown.length()) {
        // Put in by Flexmark: a tab that became spaces, a line end that was missing.
        int at = markdown.sourceStart(place);
        text.append(c, at, at);
        continue;
      }
      place = offset + 1;
      if (c == '\r' && i + 1 < chars.length() && chars.charAt(i + 1) == '\n') {
        continue;
      }
      boolean pair = c == '\n' && offset > 0 && markdown.charAt(offset - 1) == '\r';
      text.append(
          c == '\r' ? '\n' : c,
          markdown.sourceStart(pair ? offset - 1 : offset),
          markdown.sourceEnd(offset));
    }
    return text.build();
  }
}

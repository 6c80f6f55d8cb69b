package io.github.formulint.markdown.rendered;

import io.github.formulint.markdown.MappedText;

/** Takes the HTML of a page and notes from where in the source each character comes. */
final class HtmlSink implements Appendable {

  private final MappedText.Builder html = new MappedText.Builder();
  private int start;
  private int end;

  /** Says from where in the source the next characters come. */
  void comesFrom(int start, int end) {
    this.start = Math.max(start, this.start);
    this.end = Math.max(end, this.start);
  }

  /** Says that the next characters come from nowhere: they stand behind what was written before. */
  void generated() {
    start = end;
  }

  /** Returns the number of characters so far. */
  int length() {
    return html.length();
  }

  /** Returns the HTML. */
  MappedText html() {
    return html.build();
  }

  @Override
  public HtmlSink append(CharSequence text) {
    return append(text, 0, text.length());
  }

  @Override
  public HtmlSink append(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      append(text.charAt(i));
    }
    return this;
  }

  @Override
  public HtmlSink append(char c) {
    html.append(c, start, end);
    return this;
  }
}

package io.github.formulint.fix;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** What differs between two texts, line by line and within the lines letter by letter. */
public final class TextChange {

  /** Longer changes are taken as a whole: comparing each letter would take too long. */
  private static final int MOST_LETTERS = 4_000;

  private static final SequenceComparator<Pieces> SAME = new SamePieces();

  private TextChange() {}

  /**
   * Returns the edits that make one text of another. None cuts a pair of surrogates, or a line end
   * of two characters, in two.
   *
   * @param before the text as it was
   * @param after the text as it is to be
   */
  public static List<Edit> between(String before, String after) {
    Pieces old = lines(before);
    Pieces now = lines(after);
    List<Edit> edits = new ArrayList<>();
    for (org.eclipse.jgit.diff.Edit change : new HistogramDiff().diff(SAME, old, now)) {
      Span from = new Span(old.start(change.getBeginA()), old.start(change.getEndA()));
      Span to = new Span(now.start(change.getBeginB()), now.start(change.getEndB()));
      if (from.length() > MOST_LETTERS || to.length() > MOST_LETTERS) {
        edits.add(new Edit(from, to.of(after)));
      } else {
        addLetters(from, before, to, after, edits);
      }
    }
    return edits;
  }

  private static void addLetters(
      Span from, String before, Span to, String after, List<Edit> edits) {
    Pieces old = letters(from.of(before));
    Pieces now = letters(to.of(after));
    for (org.eclipse.jgit.diff.Edit change : MyersDiff.INSTANCE.diff(SAME, old, now)) {
      edits.add(
          new Edit(
              new Span(
                  from.start() + old.start(change.getBeginA()),
                  from.start() + old.start(change.getEndA())),
              after.substring(
                  to.start() + now.start(change.getBeginB()),
                  to.start() + now.start(change.getEndB()))));
    }
  }

  /** Returns the lines of a text, each with its end. */
  private static Pieces lines(String text) {
    IntStream.Builder starts = IntStream.builder().add(0);
    int last = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', last)) {
      last = at + 1;
      starts.add(last);
    }
    if (last < text.length()) {
      starts.add(text.length());
    }
    return new Pieces(text, starts.build().toArray());
  }

  /** Returns the code points of a text; CR and LF are one. */
  private static Pieces letters(String text) {
    IntStream.Builder starts = IntStream.builder().add(0);
    int at = 0;
    while (at < text.length()) {
      at += text.startsWith("\r\n", at) ? 2 : Character.charCount(text.codePointAt(at));
      starts.add(at);
    }
    return new Pieces(text, starts.build().toArray());
  }

  /** Pieces of a text that are compared whole. */
  private static final class Pieces extends Sequence {

    private final String text;
    private final int[] starts;

    Pieces(String text, int[] starts) {
      this.text = text;
      this.starts = starts;
    }

    @Override
    public int size() {
      return starts.length - 1;
    }

    int start(int piece) {
      return starts[piece];
    }

    String piece(int index) {
      return text.substring(starts[index], starts[index + 1]);
    }
  }

  private static final class SamePieces extends SequenceComparator<Pieces> {
    @Override
    public boolean equals(Pieces one, int i, Pieces other, int j) {
      return one.piece(i).equals(other.piece(j));
    }

    @Override
    public int hash(Pieces pieces, int index) {
      return pieces.piece(index).hashCode();
    }
  }
}

package io.github.formulint.lint;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Reading;
import io.github.formulint.tex.MathSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;

/**
 * How many formulas a document has, and by what to tell which of them other documents have too.
 * Immutable and thread-safe.
 *
 * <p>A formula is known by a fingerprint, since keeping the formulas would cost several times the
 * memory. Among a million of them two have the same one with a chance of 1 in 30 million.
 */
public final class FormulaTally {

  private final int count;
  private final long[] fingerprints;

  private FormulaTally(int count, long[] fingerprints) {
    this.count = count;
    this.fingerprints = fingerprints;
  }

  /**
   * Returns the tally of a document.
   *
   * @param reading its formulas
   */
  public static FormulaTally of(Reading reading) {
    Set<Long> distinct = new LinkedHashSet<>();
    for (Formula formula : reading.formulas()) {
      distinct.add(fingerprint(formula.source()));
    }
    long[] fingerprints = new long[distinct.size()];
    int index = 0;
    for (long fingerprint : distinct) {
      fingerprints[index++] = fingerprint;
    }
    return new FormulaTally(reading.formulas().size(), fingerprints);
  }

  /**
   * Returns a tally that was taken before.
   *
   * @param count how many formulas there are
   * @param fingerprints the fingerprints of those that differ
   */
  public static FormulaTally of(int count, long... fingerprints) {
    return new FormulaTally(count, fingerprints.clone());
  }

  /**
   * Returns the tally of several documents in one file.
   *
   * @param parts the tallies of the documents
   */
  public static FormulaTally of(List<FormulaTally> parts) {
    return new FormulaTally(
        parts.stream().mapToInt(FormulaTally::count).sum(),
        parts.stream()
            .flatMapToLong(part -> LongStream.of(part.fingerprints))
            .distinct()
            .toArray());
  }

  private static long fingerprint(MathSource formula) {
    CRC32C checksum = new CRC32C();
    checksum.update(formula.tex().getBytes(StandardCharsets.UTF_8));
    checksum.update(formula.style().ordinal());
    return checksum.getValue() << 32 | formula.tex().hashCode() & 0xFFFFFFFFL;
  }

  /** Returns how many formulas there are, 0 or more. */
  public int count() {
    return count;
  }

  /** Returns the fingerprints of the formulas that differ in TeX or style. */
  public long[] fingerprints() {
    return fingerprints.clone();
  }
}

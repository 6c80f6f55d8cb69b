package io.github.formulint.report.text;

import io.github.formulint.source.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.util.QuotedString;

/** What mending a document would change, in the form that {@code git apply} takes. Stateless. */
public final class UnifiedDiff {

  private UnifiedDiff() {}

  /**
   * Returns the difference between two states of a document, byte for byte; nothing if there is
   * none.
   *
   * @param path the path of the document, relative to where the patch will be applied, with {@code
   *     /} between folders
   * @param before the document as it stands
   * @param after the mended document, in the same character set
   */
  public static byte[] of(String path, SourceFile before, SourceFile after) {
    RawText old = new RawText(before.text().getBytes(before.charset()));
    RawText mended = new RawText(after.text().getBytes(after.charset()));
    DiffAlgorithm algorithm = new HistogramDiff();
    EditList edits = algorithm.diff(RawTextComparator.DEFAULT, old, mended);
    if (edits.isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      write(out, "--- " + QuotedString.GIT_PATH.quote("a/" + path) + "\n");
      write(out, "+++ " + QuotedString.GIT_PATH.quote("b/" + path) + "\n");
      formatter.format(edits, old, mended);
      formatter.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array cannot fail", e);
    }
    return out.toByteArray();
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }
}

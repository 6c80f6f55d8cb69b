package io.github.formulint.index;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderReport;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shape of an index: the key, the number of formulas, and each formula with what each engine
 * says of it. Only verdicts of engines that answered can be written.
 */
final class VerdictFile {

  private static final int NOWHERE = -1;

  private VerdictFile() {}

  /**
   * Returns the verdicts that stand in a file; none if they were written under another key.
   *
   * @throws IOException if the file is damaged
   */
  static Map<MathSource, Verdict> read(Path file, String key) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Map<MathSource, Verdict> verdicts = new HashMap<>();
      if (!readText(in).equals(key)) {
        return verdicts;
      }
      for (int left = in.readInt(); left > 0; left--) {
        MathSource formula = new MathSource(readText(in), MathStyle.valueOf(readText(in)));
        Map<EngineId, RenderOutcome> outcomes = new EnumMap<>(EngineId.class);
        for (int engines = in.readInt(); engines > 0; engines--) {
          outcomes.put(EngineId.valueOf(readText(in)), readOutcome(in));
        }
        verdicts.put(formula, new Verdict(outcomes));
      }
      return verdicts;
    }
  }

  private static RenderOutcome readOutcome(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return new RenderOutcome.Rejected(readText(in), readPlace(in));
    }
    List<RenderReport> reports = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      reports.add(new RenderReport(readText(in), readText(in), readPlace(in)));
    }
    return reports.isEmpty() ? RenderOutcome.Rendered.CLEAN : new RenderOutcome.Rendered(reports);
  }

  private static Optional<Span> readPlace(DataInputStream in) throws IOException {
    int start = in.readInt();
    return start == NOWHERE ? Optional.empty() : Optional.of(new Span(start, in.readInt()));
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Writes verdicts.
   *
   * @throws IOException if the file cannot be written
   */
  static void write(Path file, String key, Map<MathSource, Verdict> verdicts) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      writeText(out, key);
      out.writeInt(verdicts.size());
      for (Map.Entry<MathSource, Verdict> each : verdicts.entrySet()) {
        writeText(out, each.getKey().tex());
        writeText(out, each.getKey().style().name());
        Map<EngineId, RenderOutcome> outcomes = each.getValue().outcomes();
        out.writeInt(outcomes.size());
        for (Map.Entry<EngineId, RenderOutcome> outcome : outcomes.entrySet()) {
          writeText(out, outcome.getKey().name());
          writeOutcome(out, outcome.getValue());
        }
      }
    }
  }

  private static void writeOutcome(DataOutputStream out, RenderOutcome outcome) throws IOException {
    out.writeBoolean(outcome.isRendered());
    if (outcome instanceof RenderOutcome.Rendered rendered) {
      out.writeInt(rendered.reports().size());
      for (RenderReport report : rendered.reports()) {
        writeText(out, report.code());
        writeText(out, report.message());
        writePlace(out, report.place());
      }
    } else if (outcome instanceof RenderOutcome.Rejected rejected) {
      writeText(out, rejected.reason());
      writePlace(out, rejected.place());
    } else {
      throw new IllegalArgumentException("no answer of an engine: " + outcome);
    }
  }

  private static void writePlace(DataOutputStream out, Optional<Span> place) throws IOException {
    if (place.isEmpty()) {
      out.writeInt(NOWHERE);
    } else {
      out.writeInt(place.get().start());
      out.writeInt(place.get().end());
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}

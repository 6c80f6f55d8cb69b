package io.github.formulint.render.sandbox;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderReport;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formulas and outcomes as bytes. Half pairs of UTF-16 pass unharmed. */
final class Message {

  private static final byte NO_REPORTS = 0;

  /** Reports have the name of all that is rejected for it. */
  private static final String UNSUPPORTED = "unsupported";

  private Message() {}

  static byte[] of(MathSource formula) {
    return bytes(
        out -> {
          out.writeByte(formula.style().ordinal());
          write(out, formula.tex());
        });
  }

  static MathSource formula(byte[] message) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
    int style = in.readByte();
    if (style < 0 || style >= MathStyle.values().length) {
      throw new IOException("no style: " + style);
    }
    String tex = readText(in);
    requireEnd(in);
    return new MathSource(tex, MathStyle.values()[style]);
  }

  static byte[] of(RenderOutcome outcome) {
    return bytes(
        out -> {
          write(out, outcome instanceof RenderOutcome.Unsupported ? UNSUPPORTED : outcome.status());
          write(out, outcome.message().orElse(""));
          writePlace(out, outcome.place());
          if (outcome instanceof RenderOutcome.Rendered rendered) {
            out.writeInt(rendered.reports().size());
            for (RenderReport report : rendered.reports()) {
              write(out, report.code());
              write(out, report.message());
              writePlace(out, report.place());
            }
          } else {
            out.writeInt(NO_REPORTS);
          }
        });
  }

  static RenderOutcome outcome(byte[] message) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
    String status = readText(in);
    String reason = readText(in);
    Optional<Span> place = readPlace(in);
    int count = in.readInt();
    List<RenderReport> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      reports.add(new RenderReport(readText(in), readText(in), readPlace(in)));
    }
    requireEnd(in);
    return switch (status) {
      case "rendered" ->
          reports.isEmpty() ? RenderOutcome.Rendered.CLEAN : new RenderOutcome.Rendered(reports);
      case "rejected" -> new RenderOutcome.Rejected(reason, place);
      case UNSUPPORTED -> new RenderOutcome.Unsupported(reason, place);
      case "timeout" -> new RenderOutcome.TimedOut(reason);
      case "memory" -> new RenderOutcome.OutOfMemory(reason);
      case "untried" -> new RenderOutcome.NotTried(reason);
      case "crashed" -> new RenderOutcome.Crashed(reason);
      case "unavailable" -> new RenderOutcome.Unavailable(reason);
      default -> throw new IOException("no outcome: " + status);
    };
  }

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    out.writeChars(text);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available() / Character.BYTES) {
      throw new IOException("no length of a text: " + length);
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(in.readChar());
    }
    return text.toString();
  }

  private static void writePlace(DataOutputStream out, Optional<Span> place) throws IOException {
    out.writeBoolean(place.isPresent());
    if (place.isPresent()) {
      out.writeInt(place.get().start());
      out.writeInt(place.get().end());
    }
  }

  private static Optional<Span> readPlace(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return Optional.empty();
    }
    int start = in.readInt();
    int end = in.readInt();
    if (start < 0 || end < start) {
      throw new IOException("no place: " + start + " to " + end);
    }
    return Optional.of(new Span(start, end));
  }

  private static void requireEnd(DataInputStream in) throws IOException {
    if (in.read() >= 0) {
      throw new IOException("more than a message");
    }
  }

  private interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new AssertionError("memory takes all that is written", e);
    }
    return bytes.toByteArray();
  }
}

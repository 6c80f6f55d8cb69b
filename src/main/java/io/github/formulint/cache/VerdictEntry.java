package io.github.formulint.cache;

import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderReport;
import io.github.formulint.render.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A verdict as an entry. Only those of engines that answered are ever written. */
final class VerdictEntry {

  private static final int RENDERED = 0;
  private static final int REJECTED = 1;
  private static final int INCOMPLETE = 3;
  private static final int UNSUPPORTED = 2;

  /** Texts and places take more. */
  private static final int LEAST_BYTES = 4;

  private VerdictEntry() {}

  /** Returns whether every engine answered, so that it would say the same again. */
  static boolean isLasting(Verdict verdict) {
    for (RenderOutcome outcome : verdict.outcomes().values()) {
      if (!(outcome instanceof RenderOutcome.Rendered
          || outcome instanceof RenderOutcome.Rejected
          || outcome instanceof RenderOutcome.Unsupported
          || outcome instanceof RenderOutcome.Incomplete)) {
        return false;
      }
    }
    return true;
  }

  static void write(Verdict verdict, EntryWriter out) {
    out.number(verdict.outcomes().size());
    for (Map.Entry<EngineId, RenderOutcome> each : verdict.outcomes().entrySet()) {
      out.constant(each.getKey());
      if (each.getValue() instanceof RenderOutcome.Rejected rejected) {
        out.number(REJECTED);
        out.text(rejected.reason());
        out.span(rejected.place());
      } else if (each.getValue() instanceof RenderOutcome.Unsupported unsupported) {
        out.number(UNSUPPORTED);
        out.text(unsupported.reason());
        out.span(unsupported.place());
      } else if (each.getValue() instanceof RenderOutcome.Incomplete incomplete) {
        out.number(INCOMPLETE);
        out.number(incomplete.undefined().size());
        for (RenderOutcome.UndefinedCommand command : incomplete.undefined()) {
          out.text(command.name());
          out.span(command.place());
        }
      } else if (each.getValue() instanceof RenderOutcome.Rendered rendered) {
        out.number(RENDERED);
        out.number(rendered.reports().size());
        for (RenderReport report : rendered.reports()) {
          out.text(report.code());
          out.text(report.message());
          out.span(report.place());
        }
      } else {
        throw new IllegalArgumentException("not lasting: " + each.getValue());
      }
    }
  }

  static Verdict read(EntryReader in) {
    Map<EngineId, RenderOutcome> outcomes = new EnumMap<>(EngineId.class);
    EngineId[] engines = EngineId.values();
    for (int left = in.count(LEAST_BYTES); left > 0; left--) {
      EngineId engine = in.constant(engines);
      outcomes.put(engine, readOutcome(in));
    }
    return new Verdict(outcomes);
  }

  private static RenderOutcome readOutcome(EntryReader in) {
    int kind = in.number();
    if (kind == REJECTED) {
      return new RenderOutcome.Rejected(in.text(), in.optionalSpan());
    }
    if (kind == UNSUPPORTED) {
      return new RenderOutcome.Unsupported(in.text(), in.optionalSpan());
    }
    int count = in.count(LEAST_BYTES);
    if (kind == INCOMPLETE) {
      List<RenderOutcome.UndefinedCommand> undefined = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        undefined.add(new RenderOutcome.UndefinedCommand(in.text(), in.optionalSpan()));
      }
      return new RenderOutcome.Incomplete(undefined);
    }
    if (count == 0) {
      return RenderOutcome.Rendered.CLEAN;
    }
    List<RenderReport> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      reports.add(new RenderReport(in.text(), in.text(), in.optionalSpan()));
    }
    return new RenderOutcome.Rendered(reports);
  }
}

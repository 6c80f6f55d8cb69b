package io.github.formulint.render;

import io.github.formulint.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of rendering one formula with one engine. Immutable. */
public sealed interface RenderOutcome {

  /** Returns the name in reports: rendered, rejected, timeout, crashed or unavailable. */
  String status();

  /** Returns what the engine says of a failure; empty if it rendered. */
  Optional<String> message();

  /** Returns where in the TeX the failure is, in UTF-16 offsets, if the engine says. */
  default Optional<Span> place() {
    return Optional.empty();
  }

  /** Returns whether a reader would see the formula. */
  default boolean isRendered() {
    return false;
  }

  /**
   * The formula renders.
   *
   * @param reports what the engine has doubts about, in the order of its reports
   */
  record Rendered(List<RenderReport> reports) implements RenderOutcome {

    /** The outcome of a formula about which the engine has no doubts. */
    public static final Rendered CLEAN = new Rendered(List.of());

    /** Copies the list. */
    public Rendered {
      reports = List.copyOf(reports);
    }

    @Override
    public String status() {
      return "rendered";
    }

    @Override
    public Optional<String> message() {
      return Optional.empty();
    }

    @Override
    public boolean isRendered() {
      return true;
    }
  }

  /**
   * The engine refuses the formula.
   *
   * @param reason the engine's words, without its name and without a position
   * @param place where in the TeX, in UTF-16 offsets, if known
   */
  record Rejected(String reason, @Override Optional<Span> place) implements RenderOutcome {

    /** Checks that nothing is missing. */
    public Rejected {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(place);
    }

    @Override
    public String status() {
      return "rejected";
    }

    @Override
    public Optional<String> message() {
      return Optional.of(reason);
    }
  }

  /**
   * The engine did not answer in time, or would not have.
   *
   * @param reason what was exceeded, in words
   */
  record TimedOut(String reason) implements RenderOutcome {

    /** Checks that nothing is missing. */
    public TimedOut {
      Objects.requireNonNull(reason);
    }

    /**
     * Returns the outcome of a formula that was stopped.
     *
     * @param deadline how long it was given
     */
    public static TimedOut after(Duration deadline) {
      long millis = deadline.toMillis();
      String time = millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
      return new TimedOut("no answer within " + time);
    }

    @Override
    public String status() {
      return "timeout";
    }

    @Override
    public Optional<String> message() {
      return Optional.of(reason);
    }
  }

  /**
   * The engine broke down over the formula.
   *
   * @param reason what happened, in words
   */
  record Crashed(String reason) implements RenderOutcome {

    /** Checks that nothing is missing. */
    public Crashed {
      Objects.requireNonNull(reason);
    }

    @Override
    public String status() {
      return "crashed";
    }

    @Override
    public Optional<String> message() {
      return Optional.of(reason);
    }
  }

  /**
   * The engine cannot run on this machine; this says nothing of the formula.
   *
   * @param reason why, in words
   */
  record Unavailable(String reason) implements RenderOutcome {

    /** Checks that nothing is missing. */
    public Unavailable {
      Objects.requireNonNull(reason);
    }

    @Override
    public String status() {
      return "unavailable";
    }

    @Override
    public Optional<String> message() {
      return Optional.of(reason);
    }
  }
}

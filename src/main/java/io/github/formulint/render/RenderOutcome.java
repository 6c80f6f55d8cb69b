package io.github.formulint.render;

import io.github.formulint.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What came of rendering one formula with one engine. Immutable. */
public sealed interface RenderOutcome {

  /**
   * Returns the name in reports: rendered, rejected, timeout, memory, untried, crashed or
   * unavailable.
   */
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
   * The formula renders but for commands that the engine does not know: their names stand there in
   * red, and the rest is shown.
   *
   * @param undefined the commands, each time that they are met, in the order of the engine; at
   *     least one
   */
  record Incomplete(List<UndefinedCommand> undefined) implements RenderOutcome {

    /** Copies the list. */
    public Incomplete {
      undefined = List.copyOf(undefined);
      if (undefined.isEmpty()) {
        throw new IllegalArgumentException("nothing undefined");
      }
    }

    /** Returns the names of the commands, such as {@code \\foo}, each once, sorted. */
    public List<String> names() {
      return undefined.stream().map(UndefinedCommand::name).distinct().sorted().toList();
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
    public Optional<Span> place() {
      return undefined.get(0).place();
    }
  }

  /**
   * A command that an engine does not know. Immutable.
   *
   * @param name the command, such as {@code \\foo}
   * @param place where in the TeX, in UTF-16 offsets, if known
   */
  record UndefinedCommand(String name, Optional<Span> place) {

    /** Checks that nothing is missing. */
    public UndefinedCommand {
      Objects.requireNonNull(name);
      Objects.requireNonNull(place);
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
   * The engine refuses the formula as it stands, and would render it if it were put in the engine's
   * own terms: the formula is no worse for that, the engine lacks something.
   *
   * @param reason the engine's words, without its name and without a position
   * @param place where in the TeX, in UTF-16 offsets, if known
   */
  record Unsupported(String reason, @Override Optional<Span> place) implements RenderOutcome {

    /** Checks that nothing is missing. */
    public Unsupported {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(place);
    }

    /** Returns the name that reports have for all that an engine refuses. */
    @Override
    public String status() {
      return "rejected";
    }

    @Override
    public Optional<String> message() {
      return Optional.of(reason);
    }
  }

  /** No verdict was reached, since the formula is too much for the engine, or may be. */
  sealed interface Runaway extends RenderOutcome {

    /** Returns what was exceeded, in words. */
    String reason();

    @Override
    default Optional<String> message() {
      return Optional.of(reason());
    }
  }

  /**
   * The engine did not answer in time, or would not have.
   *
   * @param reason what was exceeded, in words
   */
  record TimedOut(@Override String reason) implements Runaway {

    /** The outcome of a formula that was stopped in its sandbox. */
    public static final TimedOut TOO_LONG = new TimedOut("takes too long");

    /** The outcome of a formula at which an engine in this process had to be stopped. */
    public static final TimedOut NO_ANSWER = new TimedOut("no answer in time");

    /** Checks that nothing is missing. */
    public TimedOut {
      Objects.requireNonNull(reason);
    }

    @Override
    public String status() {
      return "timeout";
    }
  }

  /**
   * The engine ran out of the memory that one formula may take.
   *
   * @param reason what was exceeded, in words
   */
  record OutOfMemory(@Override String reason) implements Runaway {

    /** The outcome of a formula that filled the memory. */
    public static final OutOfMemory TOO_MUCH = new OutOfMemory("needs too much memory");

    /** Checks that nothing is missing. */
    public OutOfMemory {
      Objects.requireNonNull(reason);
    }

    @Override
    public String status() {
      return "memory";
    }
  }

  /**
   * The engine was not asked, since the formula may be more than can be tried.
   *
   * @param reason why it was not tried, in words
   */
  record NotTried(@Override String reason) implements Runaway {

    /** What stands behind the name of a command that no formula may use. */
    public static final String SWITCHED_OFF = " is switched off here";

    /** The outcome of a formula for which the machine had no time, not even at a second try. */
    public static final NotTried HELD_UP =
        new NotTried("the machine was too busy, or was stopped meanwhile");

    /** The outcome of a formula in a document whose formulas have taken all the time they may. */
    public static final NotTried TIME_IS_UP =
        new NotTried("the formulas before it have taken all the time that a document may take");

    /**
     * Returns whether it was time that was lacking, for which the formula need not be the cause.
     */
    public boolean lacksTime() {
      return equals(HELD_UP) || equals(TIME_IS_UP);
    }

    /** Returns whether the formula has a command that no formula may use. */
    public boolean isSwitchedOff() {
      return reason.endsWith(SWITCHED_OFF);
    }

    /** Checks that nothing is missing. */
    public NotTried {
      Objects.requireNonNull(reason);
    }

    @Override
    public String status() {
      return "untried";
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

package io.github.formulint.render.quickjs;

import app.cash.zipline.QuickJs;
import app.cash.zipline.QuickJsException;
import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Runaways;
import io.github.formulint.render.Stopwatch;
import io.github.formulint.render.TimeLimit;
import io.github.formulint.tex.MacroExpander;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Tokenizer;
import java.util.Optional;

/**
 * An engine written in JavaScript, in a QuickJS context. Belongs to the thread that made it.
 *
 * <p>Formulas cannot reach each other: the script sees to it that nothing of one outlives its
 * verdict, and a context that had to be stopped, or that ran out of memory, is thrown away.
 */
public final class QuickJsEngine implements RenderEngine {

  /** A quarter is left to Java, to the callers of the script in C and to the guard pages. */
  private static final long JS_STACK_BYTES = EngineWorker.STACK_BYTES / 4 * 3;

  private static final long MEMORY_LIMIT_BYTES = 256L << 20;

  /** So much takes KaTeX a fifth of a second or so, and MathJax half a second. */
  private static final int MAX_CHEAP_CHARACTERS = 5_000;

  /** What QuickJS says when the limit is reached. */
  private static final String OUT_OF_MEMORY = "out of memory";

  private final ScriptLibrary library;
  private final String profile;
  private final boolean keepsDefinitions;
  private final TimeLimit limit;
  private final Runaways runaways;

  private Optional<QuickJs> context;
  private Stopwatch stopwatch;
  private boolean stopped;

  /**
   * Opens an engine on the calling thread.
   *
   * @param library the script
   * @param profile the name by which the script knows how the engine is set up
   * @param keepsDefinitions whether what is defined before a formula holds for it
   * @param limit how long one formula may take
   * @param runaways counts the formulas of the run that do not come to an end
   */
  public QuickJsEngine(
      ScriptLibrary library,
      String profile,
      boolean keepsDefinitions,
      TimeLimit limit,
      Runaways runaways) {
    this.keepsDefinitions = keepsDefinitions;
    this.library = library;
    this.profile = profile;
    this.limit = limit;
    this.runaways = runaways;
    this.stopwatch = limit.start();
    this.context = Optional.of(newContext());
  }

  @Override
  public RenderOutcome render(MathSource source) {
    MathSource formula = keepsDefinitions ? source : source.alone();
    if (runaways.areTooMany() && !isCheap(formula)) {
      return Runaways.notTried();
    }
    RenderOutcome outcome = renderOnce(formula);
    if (outcome == RenderOutcome.NotTried.HELD_UP) {
      outcome = renderOnce(formula);
    }
    if (outcome instanceof RenderOutcome.Runaway && outcome != RenderOutcome.NotTried.HELD_UP) {
      runaways.add();
    }
    return outcome;
  }

  private RenderOutcome renderOnce(MathSource formula) {
    if (context.isEmpty()) {
      context = Optional.of(newContext());
    }
    RenderOutcome outcome = renderIn(context.get(), formula);
    boolean answered =
        outcome instanceof RenderOutcome.Rendered
            || outcome instanceof RenderOutcome.Rejected
            || outcome instanceof RenderOutcome.Incomplete;
    if (!answered) {
      close();
    }
    return outcome;
  }

  /**
   * Returns whether the engine is known to come to an end soon: its work grows with the length
   * alone, unless there are definitions of macros.
   */
  private static boolean isCheap(MathSource formula) {
    return formula.definitions().isEmpty()
        && formula.tex().length() <= MAX_CHEAP_CHARACTERS
        && !MacroExpander.isNeededFor(Tokenizer.tokenize(formula.tex()));
  }

  private RenderOutcome renderIn(QuickJs js, MathSource formula) {
    stopped = false;
    stopwatch = limit.start();
    try {
      return Answer.toOutcome((String) js.evaluate(callFor(formula), "formula.js"));
    } catch (QuickJsException e) {
      if (stopped) {
        return stopwatch.isHeldUp()
            ? RenderOutcome.NotTried.HELD_UP
            : RenderOutcome.TimedOut.NO_ANSWER;
      }
      String message = String.valueOf(e.getMessage());
      // Nothing is said where the memory is too full even for the words.
      return message.isEmpty() || message.contains(OUT_OF_MEMORY)
          ? RenderOutcome.OutOfMemory.TOO_MUCH
          : new RenderOutcome.Crashed(message);
    }
  }

  /** Returns the call in ASCII: other characters do not pass into QuickJS unharmed. */
  private String callFor(MathSource formula) {
    StringBuilder call = new StringBuilder(formula.tex().length() + 64).append("judgeFormula(");
    appendLiteral(call, formula.tex());
    call.append(", ").append(formula.style() == MathStyle.DISPLAY).append(", [");
    for (String definition : formula.definitions()) {
      appendLiteral(call, definition);
      call.append(", ");
    }
    call.append("], ");
    appendLiteral(call, profile);
    return call.append(')').toString();
  }

  private static void appendLiteral(StringBuilder call, String text) {
    call.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= ' ' && unit <= '~' && unit != '"' && unit != '\\') {
        call.append(unit);
      } else {
        call.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          call.append(Character.forDigit(unit >> shift & 0xf, 16));
        }
      }
    }
    call.append('"');
  }

  private QuickJs newContext() {
    QuickJs js = QuickJs.create();
    js.setMaxStackSize(JS_STACK_BYTES);
    js.setMemoryLimit(MEMORY_LIMIT_BYTES);
    load(js);
    js.evaluate(library.judgeSource(), "judge.js");
    js.setInterruptHandler(this::isOverdue);
    return js;
  }

  private void load(QuickJs js) {
    Optional<byte[]> bytecode = library.bytecode();
    if (bytecode.isPresent()) {
      try {
        js.execute(bytecode.get());
        return;
      } catch (QuickJsException e) {
        // Compiled for another QuickJS, as when a build pins another Zipline.
      }
    }
    js.evaluate(library.source(), library.name() + ".js");
  }

  /** QuickJS asks from time to time; true stops it. */
  private boolean isOverdue() {
    stopped =
        stopped
            || stopwatch.rest().isNegative()
                && stopwatch.isUp(() -> Stopwatch.processorTime(Thread.currentThread()));
    return stopped;
  }

  @Override
  public void close() {
    context.ifPresent(QuickJs::close);
    context = Optional.empty();
  }
}

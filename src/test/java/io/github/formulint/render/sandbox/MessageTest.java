package io.github.formulint.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.RenderReport;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {

  @Property(tries = 300)
  void carriesAnyFormula(@ForAll String tex, @ForAll MathStyle style) throws IOException {
    MathSource formula = new MathSource(tex, style);
    assertThat(Message.formula(Message.of(formula))).isEqualTo(formula);
  }

  @Property(tries = 300)
  void carriesAnyRefusal(@ForAll String reason, @ForAll @IntRange(max = 9) int start)
      throws IOException {
    RenderOutcome outcome =
        new RenderOutcome.Rejected(reason, Optional.of(new Span(start, start + 3)));
    assertThat(Message.outcome(Message.of(outcome))).isEqualTo(outcome);
  }

  @Property(tries = 300)
  void anyOtherBytesAreNoMessage(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> Message.outcome(bytes)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> Frame.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class);
  }

  static List<RenderOutcome> outcomes() {
    return List.of(
        RenderOutcome.Rendered.CLEAN,
        new RenderOutcome.Rendered(
            List.of(
                new RenderReport("a", "b", Optional.of(new Span(1, 2))),
                new RenderReport("c", "\uD800", Optional.empty()))),
        new RenderOutcome.Rejected("no", Optional.empty()),
        RenderOutcome.TimedOut.TOO_LONG,
        RenderOutcome.OutOfMemory.TOO_MUCH,
        new RenderOutcome.NotTried("too many"),
        new RenderOutcome.Crashed("broke"),
        new RenderOutcome.Unavailable("gone"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void carriesEveryOutcomeAndNoPartOfIt(RenderOutcome outcome) throws IOException {
    byte[] message = Message.of(outcome);
    assertThat(Message.outcome(message)).isEqualTo(outcome);
    for (int length = 0; length < message.length; length++) {
      byte[] part = Arrays.copyOf(message, length);
      assertThatThrownBy(() -> Message.outcome(part)).isInstanceOf(IOException.class);
    }
  }
}

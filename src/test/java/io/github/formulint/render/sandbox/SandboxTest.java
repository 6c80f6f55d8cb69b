package io.github.formulint.render.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderOutcome;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SandboxTest {

  private static final MathSource FORMULA = new MathSource("x", MathStyle.INLINE);
  private static final RenderOutcome ANSWER =
      new RenderOutcome.Rejected("no such thing", Optional.empty());
  private static final int READY_LENGTH = ready().length;

  private final List<FakeProcess> started = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();

  @Test
  void startsNothingUntilAFormulaComes() {
    try (Sandbox sandbox = sandbox(FakeProcess.thatEnds(0, ready()))) {
      assertThat(sandbox).isNotNull();
    }
    assertThat(started).isEmpty();
  }

  @Test
  void asksOneChildAboutAllFormulas() {
    FakeProcess child = FakeProcess.thatHangs(bytes(ready(), answer(1), answer(2), answer(3)));
    try (Sandbox sandbox = sandbox(child)) {
      for (int i = 0; i < 3; i++) {
        assertThat(sandbox.render(FORMULA)).isEqualTo(ANSWER);
      }
      assertThat(child.isDestroyed()).isFalse();
    }
    assertThat(child.isDestroyed()).isTrue();
  }

  @Test
  void outlivesAChildThatDiesAtAnyByte() {
    byte[] all = bytes(ready(), answer(1));
    for (int length = 0; length < all.length; length++) {
      FakeProcess broken = FakeProcess.thatEnds(139, Arrays.copyOf(all, length));
      FakeProcess whole = FakeProcess.thatHangs(all);
      try (Sandbox sandbox = sandbox(broken, whole)) {
        RenderOutcome outcome = sandbox.render(FORMULA);
        assertThat(broken.isDestroyed()).isTrue();
        if (length < READY_LENGTH) {
          assertThat(outcome).isInstanceOf(RenderOutcome.NotTried.class);
        } else {
          assertThat(outcome).isInstanceOf(RenderOutcome.Crashed.class);
          assertThat(sandbox.render(FORMULA)).isEqualTo(ANSWER);
        }
      }
    }
  }

  @Test
  void believesNoDamagedAnswer() {
    byte[] all = bytes(ready(), answer(1));
    for (int at = READY_LENGTH; at < all.length; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] damaged = all.clone();
        damaged[at] ^= (byte) (1 << bit);
        try (Sandbox sandbox = sandbox(FakeProcess.thatEnds(0, damaged))) {
          assertThat(sandbox.render(FORMULA)).isInstanceOf(RenderOutcome.Crashed.class);
        }
      }
    }
  }

  @Test
  void believesNoAnswerToAnotherFormula() {
    try (Sandbox sandbox = sandbox(FakeProcess.thatEnds(0, bytes(ready(), answer(2))))) {
      assertThat(sandbox.render(FORMULA)).isInstanceOf(RenderOutcome.Crashed.class);
    }
  }

  @Test
  void asksAnotherChildWhereTheClockAloneHasEndedOne() {
    FakeProcess silent = FakeProcess.thatHangs(ready());
    FakeProcess next = FakeProcess.thatHangs(bytes(ready(), answer(1)));
    try (Sandbox sandbox = sandbox(silent, next)) {
      assertThat(sandbox.render(FORMULA)).isEqualTo(ANSWER);
      assertThat(silent.isDestroyed()).isTrue();
    }
  }

  @Test
  void endsAChildThatDoesNotListen() {
    FakeProcess deaf = FakeProcess.thatReadsNothing(ready());
    FakeProcess other = FakeProcess.thatReadsNothing(ready());
    try (Sandbox sandbox = sandbox(deaf, other)) {
      assertThat(sandbox.render(new MathSource("x".repeat(1 << 20), MathStyle.DISPLAY)))
          .isEqualTo(RenderOutcome.NotTried.HELD_UP);
      assertThat(deaf.isDestroyed()).isTrue();
      assertThat(other.isDestroyed()).isTrue();
    }
  }

  @Test
  void saysThatTheMemoryWasFull() {
    try (Sandbox sandbox = sandbox(FakeProcess.thatEnds(ChildJvm.OUT_OF_MEMORY, ready()))) {
      assertThat(sandbox.render(FORMULA)).isEqualTo(RenderOutcome.OutOfMemory.TOO_MUCH);
    }
  }

  @Test
  void asksAFreshChildWhereAnOlderOneDied() {
    FakeProcess old = FakeProcess.thatEnds(137, bytes(ready(), answer(1)));
    FakeProcess fresh = FakeProcess.thatHangs(bytes(ready(), answer(1)));
    try (Sandbox sandbox = sandbox(old, fresh)) {
      sandbox.render(FORMULA);
      assertThat(sandbox.render(FORMULA)).isEqualTo(ANSWER);
    }
    assertThat(started).containsExactly(old, fresh);
  }

  @Test
  void triesNoMoreAfterTooManyRunaways() {
    FakeProcess[] children = new FakeProcess[100];
    Arrays.setAll(children, i -> FakeProcess.thatEnds(ChildJvm.OUT_OF_MEMORY, ready()));
    List<RenderOutcome> outcomes = new ArrayList<>();
    try (Sandbox sandbox = sandbox(children)) {
      for (int i = 0; i < children.length; i++) {
        outcomes.add(sandbox.render(FORMULA));
      }
    }
    assertThat(started).hasSizeLessThan(20);
    assertThat(outcomes.subList(0, started.size()))
        .containsOnly(RenderOutcome.OutOfMemory.TOO_MUCH);
    assertThat(outcomes.subList(started.size(), outcomes.size()))
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(RenderOutcome.NotTried.class));
  }

  @Test
  void saysOnceThatNoChildCanBeStarted() {
    Sandbox.Shared shared =
        new Sandbox.Shared(
            () -> {
              throw new IOException("there is no java");
            },
            notices::add);
    for (int i = 0; i < 3; i++) {
      try (Sandbox sandbox = new Sandbox(shared)) {
        assertThat(sandbox.render(FORMULA)).isInstanceOf(RenderOutcome.NotTried.class);
      }
    }
    assertThat(notices).singleElement().asString().contains("there is no java");
  }

  @Test
  void repeatsWhatTheChildSaysWhyItCannotStart() {
    byte[] refusal = frame(new Frame(0, Message.of("JLaTeXMath cannot be loaded")));
    try (Sandbox sandbox = sandbox(FakeProcess.thatEnds(1, refusal))) {
      sandbox.render(FORMULA);
    }
    assertThat(notices).singleElement().asString().contains("JLaTeXMath cannot be loaded");
  }

  @Test
  void answersSoonOnceAbandoned() throws InterruptedException {
    FakeProcess silent = FakeProcess.thatHangs(ready());
    Sandbox sandbox = sandbox(silent);
    Thread other = new Thread(() -> abandonOnceAsked(sandbox));
    other.start();
    assertThat(sandbox.render(FORMULA)).isNotEqualTo(ANSWER);
    other.join();
    assertThat(silent.isDestroyed()).isTrue();
    assertThat(sandbox.render(FORMULA)).isInstanceOf(RenderOutcome.NotTried.class);
  }

  private void abandonOnceAsked(Sandbox sandbox) {
    while (true) {
      synchronized (started) {
        if (!started.isEmpty()) {
          break;
        }
      }
      Thread.onSpinWait();
    }
    sandbox.abandon();
  }

  /** Makes a sandbox that starts these children, one after another. */
  private Sandbox sandbox(FakeProcess... children) {
    List<FakeProcess> left = new ArrayList<>(List.of(children));
    return new Sandbox(
        new Sandbox.Shared(
            () -> {
              synchronized (started) {
                started.add(left.get(0));
              }
              return left.remove(0);
            },
            notices::add));
  }

  private static byte[] ready() {
    return frame(new Frame(0, new byte[0]));
  }

  private static byte[] answer(int number) {
    return frame(new Frame(number, Message.of(ANSWER)));
  }

  private static byte[] frame(Frame frame) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      frame.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }
}

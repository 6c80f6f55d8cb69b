package io.github.formulint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.TooLargeToReadException;
import io.github.formulint.source.SourceBytes;
import io.github.formulint.source.UnreadableSourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class LintRunTest {

  private static final Linter NOTHING =
      new Linter(document -> new Reading(List.of(), List.of()), formulas -> Map.of(), List.of());

  private static Input input(String name) {
    return new Input(name, Optional.empty(), () -> SourceBytes.of(name, ""));
  }

  private static List<String> names(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> ((Outcome.Linted) outcome).result().document().name())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void handsOverInTheOrderOfTheInputs(int jobs) throws Exception {
    List<Input> inputs = IntStream.range(0, 500).mapToObj(i -> input("f" + i)).toList();
    List<Outcome> outcomes = new ArrayList<>();
    new LintRun(jobs).check(inputs, NOTHING, outcomes::add);
    assertThat(names(outcomes)).isEqualTo(inputs.stream().map(Input::name).toList());
  }

  @Test
  void readsOnlyAFewInputsAhead() throws Exception {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger handedOver = new AtomicInteger();
    AtomicInteger mostWaiting = new AtomicInteger();
    List<Input> inputs =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    new Input(
                        "f" + i,
                        Optional.empty(),
                        () -> {
                          int waiting = read.incrementAndGet() - handedOver.get();
                          mostWaiting.accumulateAndGet(waiting, Math::max);
                          return SourceBytes.of("f", "");
                        }))
            .toList();
    new LintRun(2).check(inputs, NOTHING, outcome -> handedOver.incrementAndGet());
    assertThat(handedOver).hasValue(300);
    assertThat(mostWaiting.get()).isLessThanOrEqualTo(10);
  }

  @Test
  void worksOnSeveralInputsAtTheSameTime() throws Exception {
    CountDownLatch bothAreRead = new CountDownLatch(2);
    Input meets =
        new Input(
            "a",
            Optional.empty(),
            () -> {
              bothAreRead.countDown();
              try {
                bothAreRead.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return SourceBytes.of("a", "");
            });
    List<Outcome> outcomes = new ArrayList<>();
    new LintRun(2).check(List.of(meets, meets), NOTHING, outcomes::add);
    assertThat(outcomes).hasSize(2);
  }

  @Test
  void oneFailureDoesNotStopTheOthers() throws Exception {
    Input unreadable =
        new Input(
            "b",
            Optional.empty(),
            () -> {
              throw new UnreadableSourceException("b", "is binary");
            });
    Input broken =
        new Input(
            "c",
            Optional.empty(),
            () -> {
              throw new IllegalStateException();
            });
    Input deep =
        new Input(
            "e",
            Optional.empty(),
            () -> {
              throw new StackOverflowError();
            });
    Input large =
        new Input(
            "f",
            Optional.empty(),
            () -> {
              throw new TooLargeToReadException("has too much", new RuntimeException());
            });
    List<Outcome> outcomes = new ArrayList<>();
    new LintRun(2)
        .check(
            List.of(input("a"), unreadable, broken, input("d"), deep, large),
            NOTHING,
            outcomes::add);
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Linted.class);
    assertThat(outcomes.get(1)).isEqualTo(new Outcome.Unreadable("b: is binary"));
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Broken.class);
    assertThat(outcomes.get(3)).isInstanceOf(Outcome.Linted.class);
    assertThat(outcomes.get(4))
        .isEqualTo(
            new Outcome.Unreadable(
                "e: something in it is nested too deeply, or is too long, to be read; mend that, or"
                    + " leave the file out"));
    assertThat(outcomes.get(5)).isEqualTo(new Outcome.Unreadable("f: has too much"));
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    new LintRun(3).check(List.of(input("a"), input("b")), NOTHING, outcome -> {});
    for (int i = 0; i < 100 && liveWorkers() > 0; i++) {
      Thread.sleep(20);
    }
    assertThat(liveWorkers()).isZero();
  }

  private static long liveWorkers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("formulint-lint"))
        .count();
  }
}

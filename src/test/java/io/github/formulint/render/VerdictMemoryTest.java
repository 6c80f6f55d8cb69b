package io.github.formulint.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VerdictMemoryTest {

  @Test
  void forgetsWhatWasAskedForLongestAgo() {
    VerdictMemory memory = new VerdictMemory(100_000);
    CompletableFuture<Verdict> first = new CompletableFuture<>();
    CompletableFuture<Verdict> second = new CompletableFuture<>();
    memory.recall(formula("first"), first);
    memory.recall(formula("second"), second);
    for (int i = 0; i < 2_000; i++) {
      memory.recall(formula("x" + i), new CompletableFuture<>());
      assertThat(memory.recall(formula("first"), new CompletableFuture<>())).isSameAs(first);
    }
    assertThat(memory.recall(formula("second"), new CompletableFuture<>())).isNotSameAs(second);
  }

  @Test
  void copesWithAFormulaThatDoesNotFit() {
    VerdictMemory memory = new VerdictMemory(1_000);
    CompletableFuture<Verdict> fresh = new CompletableFuture<>();
    assertThat(memory.recall(formula("x".repeat(10_000)), fresh)).isSameAs(fresh);
    CompletableFuture<Verdict> small = new CompletableFuture<>();
    memory.recall(formula("x"), small);
    assertThat(memory.recall(formula("x"), new CompletableFuture<>())).isSameAs(small);
  }

  private static MathSource formula(String tex) {
    return new MathSource(tex, MathStyle.INLINE);
  }
}

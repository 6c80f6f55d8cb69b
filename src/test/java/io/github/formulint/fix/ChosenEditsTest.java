package io.github.formulint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenEditsTest {

  private static Fix fix(Edit... edits) {
    return new Fix("do it", Applicability.SAFE, List.of(edits));
  }

  @Test
  void twoFindingsMayBeMendedInOneWay() {
    ChosenEdits chosen = new ChosenEdits();
    assertThat(chosen.add(fix(new Edit(new Span(2, 5), "a")))).isTrue();
    assertThat(chosen.add(fix(new Edit(new Span(2, 5), "a")))).isTrue();
  }

  @Test
  void oneTextIsNotReplacedInTwoWays() {
    ChosenEdits chosen = new ChosenEdits();
    assertThat(chosen.add(fix(new Edit(new Span(2, 5), "a")))).isTrue();
    assertThat(chosen.add(fix(new Edit(new Span(2, 5), "b")))).isFalse();
    assertThat(chosen.add(fix(new Edit(new Span(4, 9), "b")))).isFalse();
  }
}

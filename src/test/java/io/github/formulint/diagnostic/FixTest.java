package io.github.formulint.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixTest {

  private static Fix fix(Edit... edits) {
    return new Fix("mend it", Applicability.SAFE, List.of(edits));
  }

  @Test
  void joinsWhatIsInsertedAtOnePlace() {
    Edit end = new Edit(new Span(7, 7), "}");
    Edit first = new Edit(new Span(3, 3), "\\mathop{");
    Edit second = new Edit(new Span(3, 3), "{");
    assertThat(fix(end, first, second).edits())
        .containsExactly(new Edit(new Span(3, 3), "\\mathop{{"), end);
  }

  @Test
  void refusesEditsThatOverlap() {
    Edit edit = new Edit(new Span(3, 5), "a");
    assertThatThrownBy(() -> fix(edit, new Edit(new Span(4, 6), "b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> fix(edit, edit)).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.github.formulint.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.markdown.OffsetMap.Piece;
import io.github.formulint.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Carets and edits land where the author typed, also in quotes and tables. */
class OffsetMapTest {

  /** {@code a+\nb} in {@code "> $$\n> a+\n> b\n> $$"}. */
  private static final OffsetMap QUOTED =
      OffsetMap.of(List.of(new Piece(0, 7), new Piece(2, 9), new Piece(3, 12)), 4, 13);

  @Test
  void followsContiguousTex() {
    OffsetMap map = OffsetMap.contiguous(new Span(5, 9));
    assertThat(map.toSource(0)).isEqualTo(5);
    assertThat(map.toSource(4)).isEqualTo(9);
    assertThat(map.toSource(new Span(1, 3))).isEqualTo(new Span(6, 8));
  }

  @Test
  void skipsWhatTheQuoteTakesAway() {
    assertThat(QUOTED.toSource(1)).isEqualTo(8);
    assertThat(QUOTED.toSource(3)).isEqualTo(12);
    assertThat(QUOTED.toSource(4)).isEqualTo(13);
  }

  @Test
  void endsASpanBehindItsLastCharacterNotBehindTheQuoteMark() {
    assertThat(QUOTED.toSource(new Span(0, 2))).isEqualTo(new Span(7, 9));
    assertThat(QUOTED.toSource(new Span(0, 4))).isEqualTo(new Span(7, 13));
    assertThat(QUOTED.toSource(new Span(3, 3))).isEqualTo(new Span(12, 12));
  }

  @Test
  void joinsPiecesThatFollowEachOther() {
    OffsetMap map = OffsetMap.of(List.of(new Piece(0, 3), new Piece(2, 5)), 4, 7);
    assertThat(map).isEqualTo(OffsetMap.contiguous(new Span(3, 7)));
  }

  @Test
  void refusesPiecesOutOfOrder() {
    assertThatThrownBy(() -> OffsetMap.of(List.of(new Piece(0, 9), new Piece(1, 3)), 2, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

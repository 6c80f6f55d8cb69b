package io.github.formulint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class TextSearchTest {

  private static final Pattern LINE = Pattern.compile("^b+", Pattern.MULTILINE);

  @Property
  void findsWhatAnySearchFindsInWhateverOrderItIsAsked(
      @ForAll @Chars({'a', 'b', '\n'}) @StringLength(max = 30) String text,
      @ForAll List<@IntRange(max = 30) Integer> places) {
    TextSearch search = new TextSearch(text);
    for (int place : places) {
      int from = Math.min(place, text.length());
      Matcher line = LINE.matcher(text);
      assertThat(search.indexOf("ab", from)).isEqualTo(text.indexOf("ab", from));
      assertThat(search.indexOf("a", from)).isEqualTo(text.indexOf("a", from));
      assertThat(search.find(LINE, from)).isEqualTo(line.find(from) ? line.start() : -1);
    }
  }
}

package io.github.formulint.tex;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.tex.Token.Kind;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class TokenizerTest {

  @Test
  void cutsCommandsScriptsAndGroups() {
    assertThat(texts("\\frac{a}_2\\,\\alpha@b"))
        .containsExactly("\\frac", "{", "a", "}", "_", "2", "\\,", "\\alpha@b");
  }

  @Test
  void keepsACharacterAndItsAccentsTogether() {
    assertThat(texts("x\u0302\u0301y")).containsExactly("x\u0302\u0301", "y");
    assertThat(kinds("{\u0301%\u0301")).containsExactly(Kind.CHARACTER, Kind.CHARACTER);
  }

  @Test
  void keepsSurrogatePairsTogether() {
    assertThat(texts("𝐀\u0301b")).containsExactly("𝐀\u0301", "b");
  }

  @Test
  void takesABackslashAndWhiteSpaceForOneCommand() {
    List<Token> tokens = Tokenizer.tokenize("a\\ \n  b\\\t c");

    assertThat(tokens).extracting(Token::text).containsExactly("a", "\\ \n  ", "b", "\\\t ", "c");
    assertThat(tokens.get(1).isCommand("\\ ")).isTrue();
    assertThat(tokens.get(3).isCommand("\\ ")).isTrue();
  }

  @Test
  void commentsEndWithTheirLine() {
    assertThat(texts("a%b\nc")).containsExactly("a", "%b\n", "c");
    assertThat(texts("a\\%b")).containsExactly("a", "\\%", "b");
    assertThat(texts("a%b")).containsExactly("a", "%b");
  }

  @Test
  void verbTakesAnyDelimiterButLettersAndStars() {
    assertThat(texts("\\verb|%x|y")).containsExactly("\\verb|%x|", "y");
    assertThat(texts("\\verb*+a+")).containsExactly("\\verb*+a+");
    assertThat(texts("\\verb@a@")).containsExactly("\\verb@a@");
    assertThat(texts("\\verb a b")).containsExactly("\\verb a ", "b");
    assertThat(texts("\\verbatim|a|")).startsWith("\\verbatim");
    assertThat(texts("\\verb|a\n|")).startsWith("\\verb", "|", "a");
    assertThat(texts("\\verb|a\\verb+b+\n\\verb|c|"))
        .containsExactly("\\verb", "|", "a", "\\verb+b+", "\n", "\\verb|c|");
    assertThat(texts("\\verb\na\nb")).containsExactly("\\verb\na\n", "b");
  }

  @Test
  void marksWhatKatexRefusesToRead() {
    assertThat(kinds("\u0007")).containsExactly(Kind.UNREADABLE);
    assertThat(kinds("\uE000")).containsExactly(Kind.UNREADABLE);
    assertThat(kinds("\uD800x")).containsExactly(Kind.UNREADABLE, Kind.CHARACTER);
    assertThat(kinds("a\\")).containsExactly(Kind.CHARACTER, Kind.UNREADABLE);
  }

  @Property
  void losesNothing(
      @ForAll
          @Chars({'\\', '{', '}', '%', '\n', ' ', '|', '\u0301', '\uD83D', '\uDE00'})
          @CharRange(from = 'a', to = 'z')
          String tex) {
    List<Token> tokens = Tokenizer.tokenize(tex);

    assertThat(tokens.stream().map(Token::text).collect(Collectors.joining())).isEqualTo(tex);
    int end = 0;
    for (Token token : tokens) {
      assertThat(token.span().start()).isEqualTo(end);
      assertThat(token.span().end()).isGreaterThan(end);
      end = token.span().end();
    }
  }

  private static List<String> texts(String tex) {
    return Tokenizer.tokenize(tex).stream().map(Token::text).toList();
  }

  private static List<Kind> kinds(String tex) {
    return Tokenizer.tokenize(tex).stream().map(Token::kind).toList();
  }
}

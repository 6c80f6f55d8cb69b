package io.github.formulint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.source.SourceFile;
import io.github.formulint.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignCodeTest {

  private static boolean keeps(String name, String text, String edited, String replacement) {
    int start = text.indexOf(edited);
    Edit edit = new Edit(new Span(start, start + edited.length()), replacement);
    Fix fix = new Fix("change it", Applicability.SAFE, List.of(edit));
    return ForeignCode.of(SourceFile.of(name, text)).isKeptBy(fix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$x = `r f_max`$",
        "$x = `{python} f_max`$",
        "$x = {{ f_max }}$",
        "$x = {{f_max}}$",
        "$x = {{- f_max -}}$",
        "$x = {{ \"f_max\" | upcase }}$",
        "$x = {% f_max %}$",
        "$x = {%- if\r\nf_max -%}$",
        "$x = <%= f_max %>$",
        "{{< katex \"f_max\" >}} $x$",
        "{{% math f_max %}} $x$",
        "{/* f_max */} $x$",
      })
  void noFixChangesWhatAnotherToolRuns(String text) {
    assertThat(keeps("a.md", text, "f_max", "f_{\\max}")).as(text).isFalse();
    assertThat(keeps("a.md", text, "_max", "")).as(text).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{`a $f_max$`}",
        "<M tex={String.raw`$f_max$`} />",
        "{`cost ${f_max}`} and ${b}",
        "<M tex={f_max} />",
        "{props.f_max}$ and $",
        "export const a = '$f_max$'",
      })
  void norWhatMdxRuns(String text) {
    assertThat(keeps("a.mdx", text, "f_max", "f_{\\max}")).as(text).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$f_max$ and `r x`",
        "$x^{{\\rm f_max}}$",
        "$\\frac{f_max}{{\\bf x}}$",
        "$x^{2}f_max$",
        "{{ a }} $f_max$ {{ b }}",
        "$\\text{``a''} f_max$",
      })
  void aFixBesideItIsFree(String text) {
    assertThat(keeps("a.mdx", text, "f_max", "f_{\\max}")).as(text).isTrue();
  }

  @Test
  void putsNothingIntoIt() {
    Fix fix = new Fix("put", Applicability.SAFE, List.of(new Edit(Span.at(7), "{")));
    assertThat(ForeignCode.of(SourceFile.of("a.md", "$x = {{ a }}$")).isKeptBy(fix)).isFalse();
    Fix before = new Fix("put", Applicability.SAFE, List.of(new Edit(Span.at(5), "{")));
    assertThat(ForeignCode.of(SourceFile.of("a.md", "$x = {{ a }}$")).isKeptBy(before)).isTrue();
  }

  @Test
  void mayMoveItWhole() {
    assertThat(keeps("a.md", "$x = {{ a }}$", "$x = {{ a }}$", "\\(x = {{ a }}\\)")).isTrue();
  }
}

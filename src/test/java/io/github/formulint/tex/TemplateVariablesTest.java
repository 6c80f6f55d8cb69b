package io.github.formulint.tex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The names of template variables are not judged as TeX. */
class TemplateVariablesTest {

  @Test
  void putsANumberOfTheSameLengthInPlaceOfAVariable() {
    assertStandIn(
        "1 \\leq @{param.N_MAX}", "1 \\leq {" + "0".repeat("param.N_MAX".length() + 1) + "}");
    assertStandIn(
        "n < {{ site.max_n_a }}", "n < {" + "0".repeat("{ site.max_n_a }".length()) + "}");
    assertStandIn("a_@{x}_b", "a_{00}_b");
    assertStandIn("{{ n }}", "{00000}");
    assertStandIn("{% if n %}", "{00000000}");
    assertStandIn("<%= n %>", "{000000}");
  }

  @Test
  void leavesTexAlone() {
    assertStandIn("\\frac{{a}}{{b}}", "\\frac{{a}}{{b}}");
    assertStandIn("{{x}}_{{y}}", "{{x}}_{{y}}");
    assertStandIn("x % {%", "x % {%");
    assertStandIn("{@{}l@{\\quad}c@{}}", "{@{}l@{\\quad}c@{}}");
    assertStandIn("@{a b}", "@{a b}");
  }

  private static void assertStandIn(String tex, String expected) {
    assertThat(TemplateVariables.standIn(tex)).isEqualTo(expected).hasSameSizeAs(tex);
  }
}

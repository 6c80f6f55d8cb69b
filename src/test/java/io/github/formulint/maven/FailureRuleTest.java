package io.github.formulint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.config.Config;
import io.github.formulint.config.FailOn;
import io.github.formulint.config.FixMode;
import io.github.formulint.config.Settings;
import io.github.formulint.report.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailureRuleTest {

  private static final Duration TIME = Duration.ofMinutes(10);
  private static final FailureRule STRICT =
      new FailureRule(true, false, TIME, 0, "mvn formulint:fix");

  private static Summary found(int errors, int warnings, int fixable, int unsafelyFixable) {
    return new Summary(1, 9, 9, errors, warnings, fixable, unsafelyFixable, 0, Map.of(), List.of());
  }

  private static Config config(FailOn failOn, FixMode mode) {
    return new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(failOn),
            Optional.empty(),
            Optional.empty())
        .config(mode, Set.of());
  }

  private static Config check(FailOn failOn) {
    return config(failOn, FixMode.SHOW);
  }

  @Test
  void namesTheGoalThatMends() {
    assertThat(STRICT.failure(check(FailOn.ERROR), found(2, 1, 2, 0)))
        .contains("formulas have 2 errors and 1 warning; to mend 2 of them, run mvn formulint:fix");
    assertThat(STRICT.failure(check(FailOn.ERROR), found(1, 0, 0, 1)).orElseThrow())
        .contains("run mvn formulint:fix -Dformulint.unsafeFixes");
  }

  @Test
  void namesNoGoalThatWouldNotHelp() {
    assertThat(STRICT.failure(check(FailOn.ERROR), found(1, 0, 0, 0)).orElseThrow())
        .doesNotContain("mvn");
    assertThat(STRICT.failure(config(FailOn.ERROR, FixMode.APPLY), found(1, 0, 0, 1)).orElseThrow())
        .doesNotContain("mvn");
  }

  @Test
  void countsFromTheThresholdOn() {
    assertThat(STRICT.failure(check(FailOn.ERROR), found(0, 5, 0, 0))).isEmpty();
    assertThat(STRICT.failure(check(FailOn.WARNING), found(0, 5, 0, 0))).isPresent();
    assertThat(STRICT.failure(check(FailOn.NEVER), found(5, 5, 0, 0))).isEmpty();
  }

  @Test
  void letsSomePass() {
    FailureRule two = new FailureRule(true, false, TIME, 2, "");
    assertThat(two.failure(check(FailOn.ERROR), found(2, 9, 0, 0))).isEmpty();
    assertThat(two.failure(check(FailOn.ERROR), found(3, 0, 0, 0)).orElseThrow())
        .contains("more than the 2 allowed");
    assertThat(
            new FailureRule(false, false, TIME, 0, "")
                .failure(check(FailOn.ERROR), found(3, 0, 0, 0)))
        .isEmpty();
    assertThatThrownBy(() -> new FailureRule(true, false, TIME, -1, ""))
        .hasMessageContaining("0 or more");
  }
}

package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.check.CheckCommand;
import io.github.formulint.cli.option.HelpOption;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A run that names paths alone does without picocli, and must mean the same. */
class PlainPathsTest {

  /** Returns the values of all options and parameters of a command by name. */
  private static Map<String, String> values(Object command, Class<?> type) throws Exception {
    Map<String, String> values = new TreeMap<>();
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        field.setAccessible(true);
        Object value = field.get(command);
        if (field.isAnnotationPresent(Option.class)
            || field.isAnnotationPresent(Parameters.class)) {
          values.put(field.getName(), String.valueOf(value));
        } else if (field.isAnnotationPresent(CommandLine.Mixin.class)
            && !(value == null || value instanceof HelpOption)) {
          values.putAll(values(value, value.getClass()));
        }
      }
    }
    return values;
  }

  @Test
  void optionsThatAreNotGivenHaveTheSameValues() throws Exception {
    CheckCommand parsed = new CheckCommand(null, null, null);
    new CommandLine(parsed).parseArgs();
    CheckCommand plain = new CheckCommand(null, null, null);
    assertThat(values(plain, CheckCommand.class))
        .hasSizeGreaterThan(10)
        .isEqualTo(values(parsed, CheckCommand.class));
  }
}

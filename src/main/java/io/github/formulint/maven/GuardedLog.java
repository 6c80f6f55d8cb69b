package io.github.formulint.maven;

import io.github.formulint.report.text.RunnerCommands;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** Maven's log, in which nothing is a command for the runner of the build. Immutable. */
record GuardedLog(Log log, Map<String, String> variables) {

  void debug(String text) {
    log.debug(guarded(text));
  }

  void info(String text) {
    log.info(guarded(text));
  }

  void warn(String text) {
    log.warn(guarded(text));
  }

  void error(String text) {
    log.error(guarded(text));
  }

  /** Returns a text as it may stand in the log of a build. */
  String guarded(String text) {
    return RunnerCommands.broken(text, variables);
  }
}

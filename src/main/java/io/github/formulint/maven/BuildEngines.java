package io.github.formulint.maven;

import io.github.formulint.config.Config;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.run.StandardWiring;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.SessionData;

/**
 * The engines of a build. All modules share them, whichever are built at the same time, so that
 * they start once and judge a formula once; when the build ends they are closed. Thread-safe.
 */
final class BuildEngines {

  private record Kind(List<EngineId> engines, int jobs) {}

  // Guarded by this.
  private final Map<Kind, FormulaJudge> judges = new HashMap<>();

  private final Log log;

  private BuildEngines(Log log) {
    this.log = log;
  }

  /**
   * Returns the engines of a build.
   *
   * @param log of the goal that asks; the first of a build stays in use until its end
   */
  static BuildEngines of(MavenSession session, Log log) {
    SessionData data = session.getRepositorySession().getData();
    // Where a build loads the plugin twice, each has a class of its own, and so engines of its own.
    Object key = BuildEngines.class;
    if (data.get(key) == null) {
      BuildEngines made = new BuildEngines(log);
      if (data.set(key, null, made)) {
        made.closeAtTheEndOf(session.getRequest());
        log.debug("the engines of this build are ready to start");
      }
    }
    return (BuildEngines) data.get(key);
  }

  /**
   * Returns a judge, which this keeps and closes.
   *
   * @param config which engines, and how many at once
   */
  FormulaJudge judge(Config config) {
    return judge(config, config.askedEngines());
  }

  /**
   * Returns a judge, which this keeps and closes.
   *
   * @param config how many at once
   * @param asked which engines
   */
  synchronized FormulaJudge judge(Config config, List<EngineId> asked) {
    return judges.computeIfAbsent(
        new Kind(asked, config.jobs()),
        kind ->
            new FormulaJudge(
                new StandardWiring().engines(kind.engines(), log::warn), kind.jobs(), log::warn));
  }

  /**
   * Has itself told of the end. Maven 3.6 offers a goal no other way to learn of it. Whoever
   * listened before goes on listening.
   */
  private void closeAtTheEndOf(MavenExecutionRequest request) {
    ExecutionListener before = request.getExecutionListener();
    ExecutionListener listener =
        (ExecutionListener)
            Proxy.newProxyInstance(
                BuildEngines.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, event, arguments) -> {
                  if (event.getDeclaringClass() == Object.class) {
                    return event.invoke(this, arguments);
                  }
                  if (event.getName().equals("sessionEnded")) {
                    close();
                  }
                  try {
                    return before == null ? null : event.invoke(before, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    request.setExecutionListener(listener);
  }

  private synchronized void close() {
    judges.values().forEach(FormulaJudge::close);
    judges.clear();
    log.debug("the engines of this build are closed");
  }
}

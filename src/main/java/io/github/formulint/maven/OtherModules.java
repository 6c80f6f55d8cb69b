package io.github.formulint.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * The modules that Maven leaves to a goal. Maven calls a goal that needs no POM, when it is named
 * on the command line, in the top module alone ({@code BuildListCalculator} of Maven 3.6.3 to 3.9),
 * as it does with aggregators. Called from a phase of the build it comes to each module by itself.
 * For one thread.
 */
final class OtherModules {

  private final MavenSession session;
  private final MojoExecution execution;
  private final LifecycleExecutor lifecycle;
  private final BuildPluginManager plugins;

  OtherModules(
      MavenSession session,
      MojoExecution execution,
      LifecycleExecutor lifecycle,
      BuildPluginManager plugins) {
    this.session = session;
    this.execution = execution;
    this.lifecycle = lifecycle;
    this.plugins = plugins;
  }

  /** A goal in one module. */
  @FunctionalInterface
  interface Goal {

    /** Runs it. */
    void run() throws MojoExecutionException, MojoFailureException;
  }

  /**
   * Runs a goal in the module for which Maven called it, and in those for which Maven will not,
   * each configured as its own POM says. A module that fails does not keep the others from their
   * turn.
   *
   * @param project the module for which Maven called it
   * @param goal what is to be done there
   * @throws MojoFailureException if findings make a module fail
   * @throws MojoExecutionException if something breaks in a module
   */
  void runAfter(MavenProject project, Goal goal)
      throws MojoExecutionException, MojoFailureException {
    if (!isLeftToGoal(project)) {
      goal.run();
      return;
    }
    List<Exception> failures = new ArrayList<>();
    for (MavenProject module : session.getProjects()) {
      try {
        if (module.equals(project)) {
          goal.run();
        } else {
          run(module);
        }
      } catch (MojoExecutionException | MojoFailureException e) {
        failures.add(e);
      }
    }
    fail(failures);
  }

  private boolean isLeftToGoal(MavenProject project) {
    return execution.getSource() == MojoExecution.Source.CLI
        && session.getProjects().size() > 1
        && project.equals(session.getTopLevelProject());
  }

  private void run(MavenProject module) throws MojoExecutionException, MojoFailureException {
    MavenProject before = session.getCurrentProject();
    session.setCurrentProject(module);
    try {
      for (MojoExecution each :
          lifecycle.calculateExecutionPlan(session, true, task()).getMojoExecutions()) {
        plugins.executeMojo(session, each);
      }
    } catch (MojoExecutionException | MojoFailureException e) {
      throw e;
    } catch (Exception e) {
      // What Maven cannot resolve or configure; it declares a dozen kinds.
      throw new MojoExecutionException(module.getId() + ": " + e.getMessage(), e);
    } finally {
      session.setCurrentProject(before);
    }
  }

  private String task() {
    return String.join(
            ":",
            execution.getGroupId(),
            execution.getArtifactId(),
            execution.getVersion(),
            execution.getGoal())
        + "@"
        + execution.getExecutionId();
  }

  /** What breaks counts more than what is found. */
  private static void fail(List<Exception> failures)
      throws MojoExecutionException, MojoFailureException {
    if (failures.isEmpty()) {
      return;
    }
    Exception first =
        failures.stream()
            .filter(MojoExecutionException.class::isInstance)
            .findFirst()
            .orElse(failures.get(0));
    String more = failures.size() == 1 ? "" : " (" + failures.size() + " modules fail)";
    if (first instanceof MojoExecutionException) {
      throw new MojoExecutionException(first.getMessage() + more, first);
    }
    throw new MojoFailureException(first.getMessage() + more, first);
  }
}

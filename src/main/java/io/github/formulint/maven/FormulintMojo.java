package io.github.formulint.maven;

import io.github.formulint.config.Choices;
import io.github.formulint.config.Config;
import io.github.formulint.config.ConfigFile;
import io.github.formulint.config.ConfigFileException;
import io.github.formulint.config.ConfigTree;
import io.github.formulint.config.EngineChoice;
import io.github.formulint.config.FailOn;
import io.github.formulint.config.Layer;
import io.github.formulint.config.MathJaxChoice;
import io.github.formulint.config.PlatformNames;
import io.github.formulint.config.RuleOptions;
import io.github.formulint.config.Settings;
import io.github.formulint.files.FoundFiles;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.run.Plan;
import io.github.formulint.select.Baseline;
import io.github.formulint.select.BaselineException;
import io.github.formulint.select.Changes;
import io.github.formulint.select.GitChanges;
import io.github.formulint.select.RuleLevel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What the goals have in common: which files, how they are judged, and what makes a build fail. */
abstract class FormulintMojo extends AbstractMojo {

  /** Where maven-site-plugin looks for Markdown, of the site itself and of its translations. */
  private static final List<String> SITE_DOCUMENTS =
      List.of("/src/site/markdown/", "/src/site/*/markdown/");

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  /**
   * Check only the files that match; patterns as in {@code .gitignore}, from the folder of the
   * module. One that names an ending, such as {@code *.txt}, takes files that are not Markdown by
   * their name. Default: all Markdown files of the module (README.md, docs, src/site/markdown, …),
   * without build folders, hidden folders, the folders of other modules, and what Git ignores.
   */
  @Parameter(property = "formulint.includes")
  private List<String> includes;

  /** Leave out the files and folders that match; patterns as in {@code .gitignore}. */
  @Parameter(property = "formulint.excludes")
  private List<String> excludes;

  /** Which engines judge: katex, mathjax, jlatexmath, some of them, both or all. Default: both. */
  @Parameter(property = "formulint.engine")
  private String engine;

  /**
   * How many seconds the engines may be asked about one document; the rest of its formulas is not
   * tried, which makes the build fail.
   */
  @Parameter(property = "formulint.maxTime", defaultValue = "600")
  private int maxTime;

  /**
   * Whether the build may pass where an engine cannot run on this machine, so that the others
   * decide alone.
   */
  @Parameter(property = "formulint.allowMissingEngine", defaultValue = "false")
  private boolean allowMissingEngine;

  /** How MathJax is set up where no platform says it: github, full or standard. Default: full. */
  @Parameter(property = "formulint.mathjax")
  private String mathjax;

  /**
   * The platforms that publish the documents, such as github. Default: maven-site for those in
   * {@code src/site/markdown}, none for others.
   */
  @Parameter(property = "formulint.platforms")
  private List<String> platforms;

  /**
   * From which severity on findings make the build fail: error, warning or never. Default: error.
   */
  @Parameter(property = "formulint.failOn")
  private String failOn;

  /**
   * Whether findings make the build fail at all. Files that cannot be read or written always do.
   */
  @Parameter(property = "formulint.failOnError", defaultValue = "true")
  private boolean failOnError;

  /** How many findings, of those that make the build fail, are let pass in a module. */
  @Parameter(property = "formulint.maxAllowedFindings", defaultValue = "0")
  private int maxAllowedFindings;

  /** Skip all goals of formulint. */
  @Parameter(property = "formulint.skip", defaultValue = "false")
  private boolean skip;

  /**
   * How many files of a module are checked at the same time. Default: as many as there are
   * processors.
   */
  @Parameter(property = "formulint.jobs")
  private Integer jobs;

  /**
   * The configuration file. What the POM or the command line of Maven says counts more. Default:
   * the nearest {@code .formulint.yml} in the folder of the module and those above it, up to the
   * root of the build.
   */
  @Parameter(property = "formulint.config")
  private File configFile;

  /**
   * The level of each rule or family of rules: off, warning, error or on. They count more than what
   * the configuration file says.
   */
  @Parameter private Map<String, String> rules;

  /** The file of the findings that were there before, which are not told. */
  @Parameter(property = "formulint.baseline")
  private File baseline;

  /** Tell only the findings of these rules or families. */
  @Parameter(property = "formulint.select")
  private List<String> select;

  /** Tell no findings of these rules or families. */
  @Parameter(property = "formulint.ignore")
  private List<String> ignore;

  /** How much rules or families matter, each as {@code RULE=LEVEL}; see {@code rules}. */
  @Parameter(property = "formulint.severity")
  private List<String> severity;

  /**
   * Check only files that were changed since a revision of Git, such as {@code origin/main}, and
   * tell only findings on changed lines.
   */
  @Parameter(property = "formulint.changedSince")
  private String changedSince;

  /** With {@code changedSince}: tell all findings of changed files. */
  @Parameter(property = "formulint.changedFilesOnly", defaultValue = "false")
  private boolean changedFilesOnly;

  @Component private LifecycleExecutor lifecycle;

  @Component private BuildPluginManager plugins;

  /** Returns whether this goal alone is to be skipped. */
  abstract boolean isSkipped();

  /** Returns the options of the run. */
  abstract Config config(Settings settings);

  /** Does the work. */
  abstract void execute(ModuleRun run) throws MojoExecutionException, MojoFailureException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    new OtherModules(session, execution, lifecycle, plugins).runAfter(project, this::executeHere);
  }

  private void executeHere() throws MojoExecutionException, MojoFailureException {
    if (skip || isSkipped()) {
      getLog().info("formulint is skipped");
      return;
    }
    ModuleFiles files = files();
    if (files.isShared()) {
      getLog().info("another module has the files in this folder");
      return;
    }
    execute(run(files));
  }

  private ModuleFiles files() throws MojoExecutionException {
    try {
      return ModuleFiles.of(session, project);
    } catch (IOException e) {
      throw new MojoExecutionException("the folder of the module cannot be read: " + e, e);
    }
  }

  private ModuleRun run(ModuleFiles files) throws MojoExecutionException {
    try {
      Settings given = settings();
      Config config = config(given.over(fileSettings(files)));
      Map<String, Path> places = new HashMap<>();
      FoundFiles all = files.find(config);
      all.files().forEach(file -> places.put(file.name(), file.path()));
      Function<String, Path> paths =
          name -> places.getOrDefault(name, files.folder().resolve(name));
      Optional<Changes> changes = changes(files, paths);
      FoundFiles found = changes.isPresent() ? changed(all, changes.get()) : all;
      BuildEngines engines = BuildEngines.of(session, getLog());
      List<Layer> layers = new ArrayList<>(List.of(new Layer("the POM", given)));
      if (rules != null) {
        layers.add(new Layer("the POM", Settings.NONE.withRules(levels(rules))));
      }
      layers.addAll(ruleOptions().layers());
      Plan plan =
          Plan.of(
              config,
              ModuleRun.inputs(found),
              files.folder(),
              tree(files),
              layers,
              baseline(files, paths),
              changes);
      return new ModuleRun(config, plan, files, found, engines, getLog(), failure());
    } catch (ConfigFileException | BaselineException | IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private RuleOptions ruleOptions() {
    return new RuleOptions(
        "formulint.",
        given(select).orElse(List.of()),
        given(ignore).orElse(List.of()),
        given(severity).orElse(List.of()));
  }

  private Optional<Changes> changes(ModuleFiles files, Function<String, Path> paths) {
    if (changedSince == null || changedSince.isEmpty()) {
      if (changedFilesOnly) {
        throw new IllegalArgumentException(
            "formulint.changedFilesOnly says more of formulint.changedSince: give that too");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(GitChanges.since(files.folder(), changedSince, !changedFilesOnly, paths));
    } catch (GitChanges.NotKnownException e) {
      throw new IllegalArgumentException("formulint.changedSince: " + e.getMessage(), e);
    }
  }

  private static FoundFiles changed(FoundFiles found, Changes changes) {
    return new FoundFiles(
        found.files().stream().filter(file -> changes.isChanged(file.name())).toList(),
        found.problems(),
        found.skipped());
  }

  private FailureRule failure() {
    return new FailureRule(
        failOnError,
        allowMissingEngine,
        Duration.ofSeconds(maxTime),
        maxAllowedFindings,
        fixCommand());
  }

  private Settings settings() {
    if (jobs != null && jobs < 1) {
      throw new IllegalArgumentException("formulint.jobs must be 1 or more, not " + jobs);
    }
    return new Settings(
        given(platforms).map(PlatformNames::platforms),
        engines(engine),
        choice(MathJaxChoice.class, "formulint.mathjax", mathjax),
        Optional.ofNullable(jobs),
        choice(FailOn.class, "formulint.failOn", failOn),
        given(includes),
        given(excludes));
  }

  private ConfigTree tree(ModuleFiles files) throws ConfigFileException {
    Optional<Path> file = configFile(files);
    ConfigTree tree =
        file.isPresent()
            ? ConfigTree.of(
                new ConfigFile(file.get(), files.name(file.get())).content(), files.folder())
            : ConfigTree.searching(files.folder());
    return tree.assuming("the Maven goal", SITE_DOCUMENTS, sitePlatforms());
  }

  private static Settings sitePlatforms() {
    return new Settings(
        Optional.of(PlatformNames.platforms(List.of("maven-site"))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<Baseline> baseline(ModuleFiles files, Function<String, Path> paths)
      throws ConfigFileException, BaselineException {
    Optional<Path> path =
        baseline == null
            ? fileSettings(files).baseline()
            : Optional.of(baseline.toPath().toAbsolutePath().normalize());
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Baseline.read(path.get(), files.name(path.get()), paths));
  }

  private static Map<String, RuleLevel> levels(Map<String, String> rules) {
    Map<String, RuleLevel> levels = new LinkedHashMap<>();
    rules.forEach(
        (name, word) -> {
          if (BuiltInRules.names().breadth(name).isEmpty()) {
            throw new IllegalArgumentException("rules: " + BuiltInRules.names().tellUnknown(name));
          }
          Optional<RuleLevel> level = choice(RuleLevel.class, "rules: " + name, word);
          levels.put(name, level.orElse(RuleLevel.ON));
        });
    return levels;
  }

  private static Optional<EngineChoice> engines(String words) {
    try {
      return Optional.ofNullable(words).map(EngineChoice::of);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("formulint.engine: " + e.getMessage(), e);
    }
  }

  private Settings fileSettings(ModuleFiles files) throws ConfigFileException {
    Optional<Path> file = configFile(files);
    return file.isPresent()
        ? new ConfigFile(file.get(), files.name(file.get())).read()
        : Settings.NONE;
  }

  private Optional<Path> configFile(ModuleFiles files) {
    // Programs that embed Maven need not name the root of the build.
    Path root =
        Optional.ofNullable(session.getRequest().getMultiModuleProjectDirectory())
            .map(folder -> folder.toPath().toAbsolutePath().normalize())
            .orElse(files.folder());
    Optional<Path> file =
        configFile == null
            ? ConfigFile.nearest(files.folder(), root)
            : Optional.of(configFile.toPath().toAbsolutePath().normalize());
    return file;
  }

  /** An empty element of a POM says nothing. */
  private static Optional<List<String>> given(List<String> words) {
    return Optional.ofNullable(words).filter(given -> !given.isEmpty());
  }

  private static <E extends Enum<E>> Optional<E> choice(
      Class<E> choices, String property, String word) {
    if (word == null) {
      return Optional.empty();
    }
    Optional<E> choice = Choices.find(choices, word);
    if (choice.isEmpty()) {
      throw new IllegalArgumentException(
          property + ": '" + word + "' is none of " + Choices.words(choices));
    }
    return choice;
  }

  /** Returns how people call the goal that mends: by the prefix only where Maven knows it. */
  private String fixCommand() {
    String group = execution.getGroupId();
    boolean knowsPrefix =
        project.getPlugin(execution.getPlugin().getKey()) != null
            || session.getSettings().getPluginGroups().contains(group);
    return knowsPrefix
        ? "mvn formulint:fix"
        : "mvn " + group + ":" + execution.getArtifactId() + ":fix";
  }
}

package io.github.formulint.project;

/** What runs formulint at each commit and in each change, to begin with. Stateless. */
public final class StarterJobs {

  /** The file of pre-commit. */
  public static final String PRE_COMMIT_FILE = ".pre-commit-config.yaml";

  /** The file of GitHub Actions. */
  public static final String GITHUB_FILE = ".github/workflows/formulas.yml";

  /** The file of GitLab. */
  public static final String GITLAB_FILE = ".gitlab-ci.yml";

  private StarterJobs() {}

  /** Returns the entry for pre-commit, a whole file. */
  public static String preCommit() {
    return """
        repos:
        - repo: URL   # the address of formulint's repository, or the path of a clone
          rev: REV    # a tag of it, or the hash of a commit
          hooks:
          - id: formulint
        """;
  }

  /** Returns the job for GitHub Actions, a whole file. */
  public static String github() {
    return """
        name: formulas
        on: [push, pull_request]
        permissions:
          contents: read
        jobs:
          formulint:
            runs-on: ubuntu-latest
            steps:
            - uses: actions/checkout@v4
            - run: git clone --depth 1 --branch REV URL .formulint   # the address of formulint, a tag
            - uses: ./.formulint
        """;
  }

  /** Returns the job for GitLab, a whole file. */
  public static String gitlab() {
    return """
        include:
        - component: HOST/PATH/formulint@REV   # where formulint's repository is mirrored, a tag
        """;
  }
}

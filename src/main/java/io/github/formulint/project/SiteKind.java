package io.github.formulint.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What may publish documents, each known by a file that only it has. The names of platforms are
 * those of the catalogue, the best first: what the catalogue lacks is told as such.
 */
enum SiteKind {
  /** https://docusaurus.io/docs/api/docusaurus-config */
  DOCUSAURUS("Docusaurus", "docusaurus.config\\.[cm]?[jt]s", "docusaurus") {
    @Override
    List<String> content(Place place, String file) {
      List<String> folders = new ArrayList<>(List.of("docs", "blog", "src/pages"));
      place.names().stream().filter(each -> each.endsWith("_docs")).forEach(folders::add);
      return folders;
    }

    @Override
    List<String> remarks(Place place, String file) {
      return place.text(file).contains("remark-math") || place.text(file).contains("remarkMath")
          ? List.of()
          : List.of("remark-math is not set up in it, so it shows no formulas yet");
    }

    @Override
    Optional<String> macros(Place place, String file) {
      return Optional.of(file);
    }
  },
  /** https://www.mkdocs.org/user-guide/configuration/ */
  MKDOCS("MkDocs", "mkdocs\\.ya?ml", "mkdocs") {
    @Override
    List<String> content(Place place, String file) {
      return List.of(
          place.found(file, "(?m)^docs_dir:\\s*[\"']?([^\"'#\\r\\n]+?)[\"']?\\s*$", "docs"));
    }

    @Override
    List<String> remarks(Place place, String file) {
      return place.text(file).contains("arithmatex")
          ? List.of()
          : List.of("pymdownx.arithmatex is not set up in it, so it shows no formulas yet");
    }

    @Override
    Optional<String> macros(Place place, String file) {
      String folder = content(place, file).get(0);
      return Stream.of("javascripts/mathjax.js", "js/mathjax.js", "assets/javascripts/mathjax.js")
          .map(each -> folder + "/" + each)
          .filter(place::hasPath)
          .findFirst();
    }
  },
  /** https://vitepress.dev/reference/site-config */
  VITEPRESS("VitePress", "\\.vitepress", "vitepress") {
    @Override
    List<String> remarks(Place place, String file) {
      boolean hasMath =
          place.names(file).stream()
              .filter(each -> each.startsWith("config."))
              .anyMatch(each -> place.text(file + "/" + each).matches("(?s).*math\\s*:\\s*true.*"));
      return hasMath
          ? List.of()
          : List.of("markdown.math is not true in its configuration, so it shows no formulas yet");
    }
  },
  /** https://nextra.site/docs/file-conventions: an ordinary project of Next.js that uses it. */
  NEXTRA("Nextra", "next\\.config\\.[cm]?[jt]s", "nextra") {
    @Override
    boolean is(Place place, String file) {
      return place.text("package.json").contains("\"nextra\"");
    }

    @Override
    List<String> content(Place place, String file) {
      return List.of("content", "pages", "src/content", "src/pages");
    }
  },
  /** https://vuepress.vuejs.org/reference/config.html */
  VUEPRESS("VuePress", "\\.vuepress", "vuepress"),
  /** https://gohugo.io/configuration/introduction/ */
  HUGO("Hugo", "hugo\\.(?:toml|ya?ml|json)", "hugo") {
    @Override
    List<String> content(Place place, String file) {
      return List.of("content");
    }
  },
  /**
   * The name of Hugo's configuration before 0.110, https://gohugo.io/configuration/introduction/
   */
  OLD_HUGO("Hugo", "config\\.(?:toml|ya?ml)", "hugo") {
    @Override
    boolean is(Place place, String file) {
      return place.has("content")
          && (place.has("archetypes") || place.has("layouts") || place.has("themes"));
    }

    @Override
    List<String> content(Place place, String file) {
      return List.of("content");
    }
  },
  /** https://hexo.io/docs/setup */
  HEXO("Hexo", "_config\\.yml", "hexo") {
    @Override
    boolean is(Place place, String file) {
      return place.text("package.json").contains("\"hexo\"");
    }

    @Override
    List<String> content(Place place, String file) {
      return List.of("source");
    }
  },
  /** https://jupyterbook.org/v1/customize/config.html: a table of contents stands beside it. */
  JUPYTER_BOOK("Jupyter Book", "_config\\.yml", "mystmd", "myst") {
    @Override
    boolean is(Place place, String file) {
      return place.has("_toc.yml");
    }

    @Override
    List<String> platforms(Place place, String file) {
      return List.of("myst");
    }
  },
  /** https://jekyllrb.com/docs/configuration/ */
  JEKYLL("Jekyll", "_config\\.yml", "jekyll") {
    @Override
    boolean is(Place place, String file) {
      return !HEXO.is(place, file) && !JUPYTER_BOOK.is(place, file);
    }

    @Override
    List<String> platforms(Place place, String file) {
      return readsDollars(place) ? List.of("jekyll-mathjax", "jekyll") : List.of("jekyll");
    }

    /**
     * kramdown reads double dollars; single ones are left to a script in the page, if it is so set.
     */
    private static boolean readsDollars(Place place) {
      return Stream.of("_includes", "_layouts")
          .flatMap(folder -> place.names(folder).stream().map(each -> folder + "/" + each))
          .filter(each -> each.endsWith(".html"))
          .map(place::text)
          .anyMatch(
              text ->
                  text.contains("inlineMath") && (text.contains("'$'") || text.contains("\"$\"")));
    }
  },
  /** https://quarto.org/docs/projects/quarto-projects.html */
  QUARTO("Quarto", "_quarto\\.ya?ml", "quarto"),
  /** https://bookdown.org/yihui/bookdown/configuration.html */
  BOOKDOWN("bookdown", "_bookdown\\.ya?ml", "r-markdown"),
  /** https://mystmd.org/guide/frontmatter: its project file. */
  MYSTMD("MyST", "myst\\.ya?ml", "mystmd", "myst") {
    @Override
    Optional<String> macros(Place place, String file) {
      return Optional.of(file);
    }
  },
  /** https://myst-parser.readthedocs.io/en/latest/intro.html */
  SPHINX("Sphinx with MyST", "conf\\.py", "myst") {
    @Override
    boolean is(Place place, String file) {
      String text = place.text(file);
      return text.contains("myst_parser") || text.contains("myst_nb");
    }
  },
  /** https://rust-lang.github.io/mdBook/format/configuration/index.html */
  MDBOOK("mdBook", "book\\.toml", "mdbook") {
    @Override
    List<String> content(Place place, String file) {
      return List.of(place.found(file, "(?m)^src\\s*=\\s*\"([^\"]+)\"", "src"));
    }
  },
  /** https://help.obsidian.md/configuration-folder */
  OBSIDIAN("Obsidian", "\\.obsidian", "obsidian"),
  /** https://maven.apache.org/plugins/maven-site-plugin/examples/creating-content.html */
  MAVEN_SITE("Maven's site", "pom\\.xml", "maven-site") {
    @Override
    boolean is(Place place, String file) {
      return place.hasPath("src/site/markdown");
    }

    @Override
    List<String> content(Place place, String file) {
      return List.of("src/site/markdown");
    }
  };

  private final String publisher;
  private final String pattern;
  private final List<String> platforms;

  SiteKind(String publisher, String pattern, String... platforms) {
    this.publisher = publisher;
    this.pattern = pattern;
    this.platforms = List.of(platforms);
  }

  /** Returns the files of a folder that tell of it. */
  List<String> filesIn(Place place) {
    Set<String> found = new TreeSet<>();
    place.names().stream()
        .filter(each -> each.matches(pattern))
        .filter(each -> is(place, each))
        .forEach(found::add);
    return List.copyOf(found);
  }

  /** Returns what it calls itself. */
  String publisher() {
    return publisher;
  }

  /** Returns whether a file of that name is really its. */
  boolean is(Place place, String file) {
    return true;
  }

  /** Returns the names of platforms that stand for it, the best first. */
  List<String> platforms(Place place, String file) {
    return platforms;
  }

  /** Returns the folders that it publishes, from the folder of the file; none means all. */
  List<String> content(Place place, String file) {
    return List.of();
  }

  /** Returns the file in which it would keep macros, from the folder of the file. */
  Optional<String> macros(Place place, String file) {
    return Optional.empty();
  }

  /** Returns what else people should know. */
  List<String> remarks(Place place, String file) {
    return List.of();
  }
}

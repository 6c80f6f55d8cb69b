/**
 * formulint: finds the formulas of Markdown documents, renders each with JLaTeXMath and KaTeX, and
 * tells the authors which will not show, where, why, and how to mend them.
 *
 * <p>The packages stand in one flow; each imports only those before it, and none forms a cycle:
 *
 * <ul>
 *   <li>{@code resource}: what stands beside the classes.
 *   <li>{@code source}: a document as it stands, spans of UTF-16 offsets, lines and columns.
 *   <li>{@code tex}: one reading of TeX: tokens, commands that exist, the nearest name.
 *   <li>{@code markdown}: what is a formula: {@code Formula}, {@code Delimiter}, {@code Reading};
 *       {@code markdown.universal} reads documents as their authors meant them; {@code
 *       markdown.remark}, {@code markdown.markdownit}, {@code markdown.marked}, {@code
 *       markdown.github} and {@code markdown.gitlab} as the platforms of the CommonMark family do,
 *       on what {@code markdown.flavor} and {@code markdown.commonmark} have for all of them;
 *       {@code markdown.rendered} looks for formulas in the page that it makes; {@code
 *       markdown.kramdown}, {@code markdown.pandoc} and {@code markdown.pythonmarkdown} read as
 *       those parsers do; {@code markdown.platform} is the catalogue of the platforms; {@code
 *       markdown.comparison} says what becomes on a platform of the formulas that were meant.
 *   <li>{@code render}: whether a formula renders: {@code RenderEngine}, {@code RenderOutcome};
 *       {@code render.jlatexmath} and {@code render.katex} are the engines; {@code
 *       render.certifier} proves of plain formulas that KaTeX need not be asked, and {@code
 *       render.sandbox} is a process of its own for formulas that are not known to be cheap.
 *   <li>{@code diagnostic}: what is told to the author: {@code Diagnostic}, {@code Severity},
 *       {@code Fix}.
 *   <li>{@code rule}: what a rule is and what it is handed; {@code rules} holds one class for each,
 *       in a package for each kind; {@code rules.fault} is what those about refused formulas share.
 *   <li>{@code suppression}: remarks in a document that say which findings are not wanted.
 *   <li>{@code select}: what is wanted of the findings: the one place where they are dropped.
 *   <li>{@code files}: which files a run looks at.
 *   <li>{@code config}: the options of a run as one immutable value, and the configuration file.
 *   <li>{@code project}: what publishes the documents of a project, as its files tell.
 *   <li>{@code lint}: the pipeline from paths to diagnostics.
 *   <li>{@code container}: files that are no Markdown but hold some, such as notebooks.
 *   <li>{@code report}: what a report is; {@code report.text} has a class for each format for
 *       people, {@code report.data} one for each format for programs.
 *   <li>{@code cache}: what earlier runs found, kept in a file.
 *   <li>{@code run}: one run over documents, put together from its parts.
 *   <li>{@code cli}: the command line: {@code cli.console} is where it writes, {@code cli.option}
 *       holds options by what they are about, {@code cli.check}, {@code cli.formula}, {@code
 *       cli.catalog} and {@code cli.shell} hold the commands.
 *   <li>{@code lsp}: the language server, for editors.
 *   <li>{@code maven}: the goals of the Maven plugin.
 * </ul>
 */
package io.github.formulint;

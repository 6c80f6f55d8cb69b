package io.github.formulint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages stand in one flow, as the root's package-info says. */
@AnalyzeClasses(
    packages = "io.github.formulint",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.github.formulint.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule topPackagesFormNoCycle =
      slices().matching("io.github.formulint.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule sourceStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("io.github.formulint.source..")
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "are other parts of formulint",
                  other ->
                      other.getPackageName().startsWith("io.github.formulint")
                          && !other.getPackageName().equals("io.github.formulint.source")));

  @ArchTest
  static final ArchRule nothingDependsOnTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.github.formulint.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.formulint.cli..");

  @ArchTest
  static final ArchRule rulesAskNoEngine =
      noClasses()
          .that()
          .resideInAPackage("io.github.formulint.rules..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.formulint.render.katex..", "io.github.formulint.render.jlatexmath..");
}

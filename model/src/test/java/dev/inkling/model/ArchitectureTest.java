package dev.inkling.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.inkling.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNeitherHttpServersNorScreens =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.helidon..", "javafx..", "dev.inkling.api..", "dev.inkling.app..");

  @ArchTest
  static final ArchRule arrowsPointDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("ink")
          .definedBy("dev.inkling.model.ink..")
          .layer("data")
          .definedBy("dev.inkling.model.data..")
          .layer("network")
          .definedBy("dev.inkling.model.network..")
          .layer("serving")
          .definedBy("dev.inkling.model.serving..")
          .layer("evaluation")
          .definedBy("dev.inkling.model.evaluation..")
          .layer("training")
          .definedBy("dev.inkling.model.training..")
          .whereLayer("training")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("evaluation")
          .mayOnlyBeAccessedByLayers("training")
          .whereLayer("serving")
          .mayOnlyBeAccessedByLayers("evaluation", "training")
          .whereLayer("network")
          .mayOnlyBeAccessedByLayers("serving", "evaluation", "training")
          .whereLayer("data")
          .mayOnlyBeAccessedByLayers("evaluation", "training");

  /// The wall clock jumps: durations are differences of `System.nanoTime()`.
  @ArchTest
  static final ArchRule nothingIsTimedByTheWallClock =
      noClasses().should().callMethod(System.class, "currentTimeMillis");
}

package dev.inkling.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.inkling.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNoScreens =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "dev.inkling.app..");

  @ArchTest
  static final ArchRule asksTheModelAndNeverTensorFlow =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.tensorflow..");

  @ArchTest
  static final ArchRule touchesNoDisk =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("java.nio.file..");

  /// The wall clock jumps: durations are differences of `System.nanoTime()`.
  @ArchTest
  static final ArchRule nothingIsTimedByTheWallClock =
      noClasses().should().callMethod(System.class, "currentTimeMillis");
}

package dev.inkling.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.inkling.app", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule theWindowReachesAPredictionOnlyOverHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.inkling.app.cli..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("dev.inkling.model.serving.Classifier");

  @ArchTest
  static final ArchRule viewModelsKnowNoControls =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..", "atlantafx..");

  @ArchTest
  static final ArchRule nobodyTalksToTensorFlowOrHelidonHere =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.tensorflow..", "io.helidon..");

  /// The wall clock jumps: durations are differences of `System.nanoTime()`.
  @ArchTest
  static final ArchRule nothingIsTimedByTheWallClock =
      noClasses().should().callMethod(System.class, "currentTimeMillis");
}

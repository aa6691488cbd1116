package org.rolewright.psychometrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statistics stay pure: rules R1, R8 and R11. */
class StructureTest {
  private static final String ROOT = "org.rolewright.psychometrics";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void no_input_output_clock_or_logging() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.sql..",
            "java.time..",
            "java.util.logging..",
            "java.util.prefs..",
            "org.slf4j..",
            "com.fasterxml..")
        .check(MAIN);
    noClasses().should().accessClassesThat().areAssignableTo(System.Logger.class).check(MAIN);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(MAIN);
    noClasses().should().callMethod(System.class, "nanoTime").check(MAIN);
    noClasses().should().accessField(System.class, "out").check(MAIN);
    noClasses().should().accessField(System.class, "err").check(MAIN);
  }

  @Test
  void chance_comes_only_from_a_generator_handed_in() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .check(MAIN);
    noClasses().should().callMethod(Math.class, "random").check(MAIN);
    noClasses().should().callConstructor(java.util.Random.class).check(MAIN);
    noClasses().should().callConstructor(java.util.SplittableRandom.class).check(MAIN);
  }

  @Test
  void nothing_static_can_change() {
    fields().that().areStatic().should().beFinal().check(MAIN);
  }

  @Test
  void nothing_of_ours_is_known_here_and_packages_form_no_cycle() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "belong to another part of Rolewright",
                c ->
                    c.getPackageName().startsWith("org.rolewright")
                        && !c.getPackageName().startsWith(ROOT)))
        .check(MAIN);
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void every_package_says_what_it_is_for() throws Exception {
    Path sources = Path.of("src/main/java");
    try (var files = Files.walk(sources)) {
      var without =
          files
              .filter(f -> f.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> Files.notExists(folder.resolve("package-info.java")))
              .toList();
      assertEquals(List.of(), without);
    }
  }
}

package org.rolewright.psychometrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every case of areas A, B and C is run by exactly one family. */
class OracleCoverageTest {

  @Test
  void every_case_is_recognised_by_exactly_one_family() {
    var families = families();
    var wrong =
        Oracles.all().stream()
            .filter(c -> recognising(families, c).size() != 1)
            .map(c -> c.id() + " is recognised by " + recognising(families, c))
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void there_are_cases() {
    assertFalse(Oracles.all().isEmpty());
  }

  private static List<String> recognising(List<OracleTest.Family> families, OracleCase oracle) {
    return families.stream().filter(f -> f.recognises().test(oracle)).map(f -> f.name()).toList();
  }

  private static List<OracleTest.Family> families() {
    return new ClassFileImporter()
        .importPackages("org.rolewright.psychometrics").stream()
            .filter(c -> c.isAssignableTo(OracleTest.class))
            .filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(JavaClass::reflect)
            .flatMap(c -> familiesOf(c))
            .toList();
  }

  private static Stream<OracleTest.Family> familiesOf(Class<?> test) {
    try {
      var constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      return ((OracleTest) constructor.newInstance()).families().stream();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(test + " needs a constructor without parameters", e);
    }
  }
}

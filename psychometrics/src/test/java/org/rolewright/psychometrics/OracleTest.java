package org.rolewright.psychometrics;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests that run families of methods over the cases in files.
 *
 * <p>A family recognises its cases by shape (method text, keys of input and expected), never by id.
 * {@code OracleCoverageTest} finds every subclass and fails on a case that no family recognises.
 */
public abstract class OracleTest {

  /**
   * One data-driven test.
   *
   * @param name what is tested
   * @param recognises whether a case is of this family
   * @param check runs the method on the case's input and checks every expected key
   */
  public record Family(String name, Predicate<OracleCase> recognises, Consumer<OracleCase> check) {}

  protected abstract List<Family> families();

  protected static Family family(
      String name, Predicate<OracleCase> recognises, Consumer<OracleCase> check) {
    return new Family(name, recognises, check);
  }

  @TestFactory
  Stream<DynamicContainer> cases() {
    return families().stream()
        .map(family -> DynamicContainer.dynamicContainer(family.name(), tests(family)));
  }

  private static Stream<DynamicTest> tests(Family family) {
    return Oracles.all().stream()
        .filter(family.recognises())
        .map(c -> DynamicTest.dynamicTest(c.id(), () -> run(family, c.again())));
  }

  private static void run(Family family, OracleCase oracle) {
    family.check().accept(oracle);
    oracle.verify();
  }
}

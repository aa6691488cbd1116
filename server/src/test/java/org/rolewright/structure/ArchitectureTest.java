package org.rolewright.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rolewright.audit.AuditService;
import org.rolewright.platform.Actor;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** The rules R1–R3, R5–R7, R11 and R13 of README's invariants. */
class ArchitectureTest {
  private static final String ROOT = "org.rolewright.";

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.rolewright");

  @Test
  void R1_a_package_knows_only_those_to_its_left() {
    for (var at = 0; at < River.ORDER.size(); at++) {
      var right =
          River.ORDER.subList(at + 1, River.ORDER.size()).stream()
              .map(name -> ROOT + name + "..")
              .toArray(String[]::new);
      var rule =
          noClasses()
              .that()
              .resideInAPackage(ROOT + River.ORDER.get(at) + "..")
              .should()
              .dependOnClassesThat(
                  JavaClass.Predicates.resideInAnyPackage(right)
                      .or(
                          JavaClass.Predicates.resideInAPackage("org.rolewright")
                              .as("reside in the root package")))
              .allowEmptyShould(true);
      rule.check(OURS);
    }
  }

  @Test
  void R1_every_package_has_its_place_in_the_river() {
    var unknown = new TreeSet<String>();
    for (var type : OURS) {
      var name = type.getPackageName();
      if (!name.startsWith(ROOT)
          || name.startsWith(ROOT + "db.")
          || name.equals("org.rolewright.db")
          || name.startsWith(ROOT + "psychometrics")) continue;
      var stage = name.substring(ROOT.length()).split("\\.")[0];
      if (!River.ORDER.contains(stage)) unknown.add(name);
    }
    assertEquals(new TreeSet<>(), unknown);
  }

  @Test
  void R2_repositories_and_routes_stay_in_their_stage() {
    classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate().check(OURS);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.rolewright")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.rolewright\\.\\w+\\.\\w+Routes")
        .check(withoutRoutes());
  }

  /** Routes may of course know themselves. */
  private static JavaClasses withoutRoutes() {
    return OURS.that(notNestedIn("Routes"));
  }

  @Test
  void R3_tables_of_a_schema_are_touched_by_its_stage_only() {
    for (var stage : River.ORDER)
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + stage + "..", ROOT + "db..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "db." + stage + "..")
          .check(OURS);
  }

  @Test
  void R5_only_repositories_speak_SQL() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "platform.db..", ROOT + "db..")
        .and(notNestedIn("Repository"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jooq..")
        .check(OURS);
  }

  @Test
  void R6_only_platform_and_routes_know_the_web_server() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "platform..", "org.rolewright")
        .and(notNestedIn("Routes"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx..")
        .check(OURS);
  }

  @Test
  void R7_a_service_method_takes_who_asks_or_the_running_transaction() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Service")
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("org.rolewright")
        .and()
        .arePublic()
        .should(takeActorOrTxFirst())
        .check(OURS);
  }

  @Test
  void R11_every_package_says_what_it_decides() {
    var without = new TreeSet<String>();
    var documented =
        OURS.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    for (var type : OURS)
      if (!type.getPackageName().startsWith(ROOT + "db")
          && !type.getPackageName().contains("psychometrics")
          && !documented.contains(type.getPackageName())) without.add(type.getPackageName());
    assertEquals(new TreeSet<>(), without);
  }

  @Test
  void R13_a_peer_is_sent_nothing_but_views() {
    methods()
        .that()
        .areDeclaredIn("org.rolewright.survey.AnswerService")
        .and()
        .areNotPrivate()
        .and(
            new DescribedPredicate<>("are asked for by somebody") {
              @Override
              public boolean test(JavaMethod method) {
                var types = method.getRawParameterTypes();
                return !types.isEmpty() && types.getFirst().isAssignableTo(Actor.class);
              }
            })
        .should(giveViewsOnly())
        .check(OURS);
  }

  @Test
  void R13_a_candidate_is_sent_nothing_but_views_that_know_no_key() {
    var sent = new TreeSet<String>();
    for (var service : List.of(SITTINGS, "SavingService"))
      for (var method : OURS.get(ROOT + "delivery." + service).reflect().getDeclaredMethods())
        if (method.getParameterCount() > 0
            && method.getParameterTypes()[0] == Actor.class
            && !Modifier.isPrivate(method.getModifiers()))
          collect(method.getGenericReturnType(), sent);
    assertEquals(SENT_TO_CANDIDATES, sent);
  }

  /** The allow-list: what is not in it, an item's content with its key above all, is not sent. */
  private static final Set<String> SENT_TO_CANDIDATES =
      new TreeSet<>(
          List.of(
              "delivery.Plan$Display",
              "delivery.ReceiptView",
              "delivery.ReceiptView$Amended",
              "delivery.SittingId",
              "delivery.SittingService$EntryView",
              "delivery.SittingStatusView",
              "delivery.SittingView",
              "delivery.SittingView$Exam",
              "delivery.SittingView$ExitQuestionView",
              "delivery.SittingView$ExtraBreak",
              "delivery.SittingView$ItemView",
              "delivery.SittingView$PartView",
              "delivery.SittingView$PictureView",
              "delivery.SittingView$SaidView",
              "item.CandidateItem",
              "item.CandidateItem$Shown",
              "item.ItemType",
              "itembank.CandidateView$Stimulus",
              "library.StimulusVersionId",
              "platform.text.Language",
              "timing.ClosingReason",
              "timing.SittingState"));

  private static final String SITTINGS = "SittingService";

  /** Types of ours that are reached from a type through the components of records. */
  private static void collect(Type type, Set<String> into) {
    if (type instanceof ParameterizedType of) {
      collect(of.getRawType(), into);
      for (var argument : of.getActualTypeArguments()) collect(argument, into);
    } else if (type instanceof Class<?> one
        && one.getName().startsWith(ROOT)
        && into.add(one.getName().substring(ROOT.length()))) {
      if (one.isRecord())
        for (var component : one.getRecordComponents()) collect(component.getGenericType(), into);
      for (var nested : one.isSealed() ? one.getPermittedSubclasses() : new Class<?>[0])
        collect(nested, into);
    }
  }

  /**
   * What looks like an act, {@code "survey.close"}, in a class that writes the trail, and is no
   * name of a constant (kinds of jobs are) and no other text.
   */
  @Test
  void every_act_on_the_trail_has_words_in_both_languages() throws IOException {
    var texts = new Texts();
    var wordless = new TreeSet<String>();
    for (var type : OURS)
      for (var act : acts(type))
        for (var language : Language.values())
          if (!texts.all(language).containsKey(act)
              && !texts.all(language).containsKey("act." + act))
            wordless.add(type.getSimpleName() + ": act." + act + " in text/" + language.code());
    assertEquals(new TreeSet<>(), wordless);
  }

  private static Set<String> acts(JavaClass type) throws IOException {
    var file = "/" + type.getName().replace('.', '/') + ".class";
    try (var in = AuditService.class.getResourceAsStream(file)) {
      var parsed = ClassFile.of().parse(in.readAllBytes());
      var acts = new TreeSet<String>();
      var writesTheTrail = false;
      for (var entry : parsed.constantPool()) {
        if (entry instanceof StringEntry text && text.stringValue().matches("[a-z]+\\.[a-z]\\w*"))
          acts.add(text.stringValue());
        writesTheTrail |=
            entry instanceof ClassEntry used
                && used.asInternalName().equals("org/rolewright/audit/AuditService");
      }
      parsed.fields().stream()
          .flatMap(field -> field.findAttribute(Attributes.constantValue()).stream())
          .forEach(constant -> acts.remove(String.valueOf(constant.constant().constantValue())));
      return writesTheTrail ? acts : Set.of();
    }
  }

  private static ArchCondition<JavaMethod> giveViewsOnly() {
    return new ArchCondition<>("give a …View, a ballot's text, or nothing") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var given = method.getRawReturnType();
        if (!given.getSimpleName().endsWith("View")
            && !given.isEquivalentTo(String.class)
            && !given.isEquivalentTo(void.class))
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " gives " + given.getName()));
      }
    };
  }

  private static ArchCondition<JavaMethod> takeActorOrTxFirst() {
    return new ArchCondition<>("take Actor or Tx first") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (method.getModifiers().contains(JavaModifier.SYNTHETIC)) return;
        if (method.getName().equals("close")) return; // the end of the program
        var types = new ArrayList<>(method.getRawParameterTypes());
        var fits =
            !types.isEmpty()
                && (types.getFirst().isAssignableTo(Actor.class)
                    || types.getFirst().isEquivalentTo(Tx.class));
        if (!fits)
          events.add(
              SimpleConditionEvent.violated(
                  method, method.getFullName() + " takes neither Actor nor Tx first"));
      }
    };
  }

  private static DescribedPredicate<JavaClass> notNestedIn(String suffix) {
    return new DescribedPredicate<>("are not a " + suffix) {
      @Override
      public boolean test(JavaClass type) {
        for (var at = type; ; at = at.getEnclosingClass().get()) {
          if (at.getSimpleName().endsWith(suffix)) return false;
          if (at.getEnclosingClass().isEmpty()) return true;
        }
      }
    };
  }
}

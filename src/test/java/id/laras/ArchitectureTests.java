package id.laras;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.laras.cycle.Evaluation;
import id.laras.engine.WholeDays;
import id.laras.rules.AgencyDays;
import id.laras.security.AccountService;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rules of the house (docs/architecture.md). Each is also seen failing, on the room {@code broken} among the tests:
 * a rule about a package that does not exist would hold for ever.
 */
class ArchitectureTests {

    /** What a line of a report, of a commit and of a search shows whole. */
    private static final int LONGEST_TITLE = 60;

    /** Rooms that are no phases: they configure, guard or read the others. */
    private static final String[] NO_PHASES = {
        "id.laras",
        "id.laras.words",
        "id.laras.engine",
        "id.laras.gate",
        "id.laras.security",
        "id.laras.audit",
        "id.laras.demo"
    };

    /** Rooms whose lengths of time are hours and minutes: logins, attempts, previews, servers. */
    private static final String[] NO_PERIODS = {
        "id.laras.security..", "id.laras.engine..", "id.laras.intake..", "id.laras.rules..", "id.laras.demo.."
    };

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.laras");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .withImportOption(location -> !location.contains("/laras/broken/"))
            .importPackages("id.laras");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("id.laras.broken");

    private static final DescribedPredicate<JavaCall<?>> SYSTEM_CLOCK = describe("the system clock", call -> {
        CodeUnitCallTarget target = call.getTarget();
        var owner = target.getOwner().getName();
        var withoutClock = target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.startsWith("java.time.") && target.getName().equals("now") && withoutClock
                || owner.equals(Clock.class.getName()) && target.getName().startsWith("system")
                || owner.equals(System.class.getName()) && target.getName().equals("currentTimeMillis")
                || owner.equals(Date.class.getName())
                        && target.getName().equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
    });

    private static final DescribedPredicate<JavaMethod> SHORT = describe(
            "at most " + LONGEST_TITLE + " characters long",
            method -> title(method).length() <= LONGEST_TITLE);

    private static String title(JavaMethod method) {
        return method.isAnnotatedWith(DisplayName.class)
                ? method.getAnnotationOfType(DisplayName.class).value()
                : method.getName();
    }

    /** What decides on which day something is, or when a day begins: in the agency's zone, by AgencyDays. */
    private static final DescribedPredicate<JavaCall<?>> OWN_DAYS = describe("days of their own", call -> {
        CodeUnitCallTarget target = call.getTarget();
        var owner = target.getOwner().getName();
        var name = target.getName();
        return owner.equals("java.time.LocalDate")
                        && (name.equals("ofInstant")
                                || name.equals("atStartOfDay")
                                        && !target.getRawParameterTypes().isEmpty())
                || owner.equals("java.time.LocalDateTime")
                        && Set.of("atZone", "atOffset").contains(name)
                || Set.of("java.time.ZonedDateTime", "java.time.OffsetDateTime").contains(owner)
                        && (name.startsWith("plus") || name.startsWith("minus") || name.equals("toLocalDate"))
                || name.equals("systemDefault") && owner.equals("java.time.ZoneId")
                || name.equals("getDefault") && owner.equals("java.util.TimeZone");
    });

    /** A period that begins now and ends at the same second of another day; models and people count whole days. */
    private static final DescribedPredicate<JavaCall<?>> PERIODS_TO_THE_SECOND = describe("moments moved on", call -> {
        CodeUnitCallTarget target = call.getTarget();
        return Set.of("java.time.Instant", "java.time.LocalDateTime")
                        .contains(target.getOwner().getName())
                && target.getName().equals("plus");
    });

    /** What gives power without asking whether somebody may; administrators' deeds go through FourEyes. */
    private static final DescribedPredicate<JavaCall<?>> POWER = describe("power over accounts", call -> {
        CodeUnitCallTarget target = call.getTarget();
        return target.getOwner().isEquivalentTo(AccountService.class)
                && Set.of("register", "grant", "grantUnits", "setPassword", "setSharedPassword")
                        .contains(target.getName());
    });

    /** An evaluation is made, given to others, shortened and ended in two rooms only; what they do is public for them. */
    private static final DescribedPredicate<JavaCall<?>> SUCCESSION = describe("changes of evaluations", call -> {
        CodeUnitCallTarget target = call.getTarget();
        return target.getOwner().isEquivalentTo(Evaluation.class)
                && (target.getName().equals("<init>")
                                && !target.getRawParameterTypes().isEmpty()
                        || Set.of("handOver", "serve", "end").contains(target.getName()));
    });

    /** How days, times and numbers look: one place knows, for pages, forms and files alike. */
    private static final DescribedPredicate<JavaCall<?>> SPELLING = describe("spellings of their own", call -> {
        CodeUnitCallTarget target = call.getTarget();
        var owner = target.getOwner().getName();
        return owner.startsWith("java.text.") && owner.endsWith("NumberFormat")
                || owner.equals("java.text.DecimalFormat")
                || owner.equals("java.time.format.DateTimeFormatter")
                        && target.getName().startsWith("of");
    });

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .that()
                        .resideInAPackage("id.laras.*")
                        .and()
                        .resideOutsideOfPackages(NO_PHASES)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "org.camunda..",
                                "id.laras.engine..",
                                "org.springframework.web..",
                                "org.springframework.ui..",
                                "jakarta.servlet..",
                                "id.laras.*.web..",
                                "id.laras.*.process.."))
                        .as("a phase's root knows neither web nor engine"),
                noClasses()
                        .that()
                        .resideInAPackage("id.laras.*.process..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "id.laras.*.web..", "org.springframework.web..", "jakarta.servlet.."))
                        .as("process never enters web"),
                noClasses()
                        .that()
                        .resideInAPackage("id.laras.*.web..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("id.laras.*.process.."))
                        .as("web never enters process"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "id.laras.engine..", "id.laras.*.process..", "id.laras.demo..", "id.laras.gate..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.camunda.."))
                        .as("only engine and process know Camunda, and the gate its models"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("id.laras.engine..", "id.laras.*.process..", "id.laras.demo..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.."))
                        .as("only engine and process know the engine"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("id.laras.engine..", "id.laras.*.process..", "id.laras.demo..")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Date.class)
                        .as("java.util.Date stays where the engine's API asks for it"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("id.laras.security", "id.laras.demo..")
                        .should()
                        .callCodeUnitWhere(POWER)
                        .as("only the one door and the demonstration give power over accounts"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("id.laras.opening", "id.laras.succession")
                        .should()
                        .callCodeUnitWhere(SUCCESSION)
                        .as(
                                "only the opening makes evaluations, and only the succession changes whose and how long they are"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("id.laras.words..", "id.laras.demo..")
                        .should()
                        .callCodeUnitWhere(SPELLING)
                        .as("Written spells days, times and numbers"),
                noClasses().should().callCodeUnitWhere(SYSTEM_CLOCK).as("time comes from the injected clock"),
                noClasses()
                        .that()
                        .doNotBelongToAnyOf(AgencyDays.class, WholeDays.class)
                        .and()
                        .resideOutsideOfPackage("id.laras.demo..")
                        .should()
                        .callCodeUnitWhere(OWN_DAYS)
                        .as("AgencyDays knows when days begin and on which of them a moment falls"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(NO_PERIODS)
                        .should()
                        .callCodeUnitWhere(PERIODS_TO_THE_SECOND)
                        .as("periods are whole days, counted by WholeDays"),
                methods()
                        .that()
                        .arePublic()
                        .or()
                        .arePackagePrivate()
                        .and()
                        .areDeclaredInClassesThat(describe(
                                "are controllers",
                                type -> type.isAnnotatedWith(Controller.class)
                                        || type.isAnnotatedWith(RestController.class)))
                        .should(not(handOutEntities()))
                        .as("controllers hand out records, never entities"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)")
                        .as("a name says what a class is for"));
    }

    /** Every kind of test of JUnit's is {@code @Testable}: plain, with parameters, repeated. */
    private static ArchRule titles() {
        return methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should(be(SHORT))
                .as("a test's title has at most " + LONGEST_TITLE + " characters");
    }

    @Test
    void everyTestKeepsItsTitleShort() {
        titles().check(TESTS);
    }

    @Test
    void aLongTitleFailsInTheBrokenRoom() {
        assertThat(titles().evaluate(BROKEN).hasViolation()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleFailsOnTheBrokenRoom(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }

    private static ArchCondition<JavaMethod> handOutEntities() {
        return new ArchCondition<>("hand out entities") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var entities = method.getReturnType().getAllInvolvedRawTypes().stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .toList();
                events.add(new SimpleConditionEvent(
                        method, !entities.isEmpty(), method.getFullName() + " hands out " + entities));
            }
        };
    }
}

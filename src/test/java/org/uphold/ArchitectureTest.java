package org.uphold;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules that a compiler does not know: who may import whom. */
class ArchitectureTest {

    private static final String ROOT = "org.uphold.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.uphold");

    /** Every room, with the rooms that it may import: one way, no others. */
    private static final Map<String, Set<String>> ROOMS = rooms();

    private static final Set<String> PURE =
            Set.of("determination", "letter", "csv", "classification", "statistics", "aggregate", "disclosure");

    private static Map<String, Set<String>> rooms() {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        rooms.put("determination", Set.of());
        rooms.put("source", Set.of("determination"));
        rooms.put("letter", Set.of("determination", "source"));
        rooms.put("csv", Set.of("determination", "source"));
        rooms.put("classification", Set.of("determination"));
        rooms.put("schema", Set.of());
        rooms.put("copy", Set.of());
        rooms.put("json", Set.of());
        rooms.put("store", Set.of("determination", "source", "classification", "schema", "copy"));
        rooms.put("statistics", Set.of());
        rooms.put("aggregate", Set.of("determination", "statistics", "schema", "copy"));
        // determination: whether an outcome is an item is said there, and only there.
        rooms.put("disclosure", Set.of("aggregate", "determination"));
        rooms.put("report", Set.of("aggregate", "disclosure", "determination", "json"));
        rooms.put("settings", Set.of("determination"));
        rooms.put("server", Set.of());
        // What a release showed is kept in the ledger as JSON.
        rooms.put(
                "job",
                Set.of(
                        "json",
                        "determination",
                        "source",
                        "letter",
                        "csv",
                        "classification",
                        "schema",
                        "copy",
                        "store",
                        "statistics",
                        "aggregate",
                        "disclosure",
                        "report",
                        "settings",
                        "server"));
        rooms.put(
                "cli",
                // The log book and published packages are shown as they are, so their records are read where they live.
                Set.of(
                        "job",
                        "json",
                        "settings",
                        "server",
                        "store",
                        "report",
                        "determination",
                        "source",
                        "letter",
                        "csv",
                        "classification",
                        "statistics",
                        "aggregate",
                        "disclosure"));
        return rooms;
    }

    static Stream<String> rooms_by_name() {
        return ROOMS.keySet().stream();
    }

    @Test
    void there_are_no_other_rooms() {
        assertThat(CLASSES.stream().map(ArchitectureTest::room).distinct()).isSubsetOf(ROOMS.keySet());
    }

    @ParameterizedTest
    @MethodSource("rooms_by_name")
    void a_room_imports_only_what_the_table_allows(String room) {
        Set<String> allowed = ROOMS.getOrDefault(room, Set.of());
        noClasses()
                .that(resideInRoom(room))
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("live in a room that " + room + " may not import") {
                    @Override
                    public boolean test(JavaClass other) {
                        return other.getPackageName().startsWith(ROOT)
                                && !room(other).equals(room)
                                && !allowed.contains(room(other));
                    }
                })
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void rooms_form_no_circle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void pure_rooms_know_neither_spring_nor_a_database() {
        Set<String> withoutDatabase =
                Set.of("determination", "letter", "classification", "statistics", "disclosure", "settings", "report");
        noClasses()
                .that(resideInRooms(PURE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.slf4j..", "org.flywaydb..", "com.zaxxer..", "org.postgresql..")
                .check(CLASSES);
        noClasses()
                .that(resideInRooms(withoutDatabase))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jooq..")
                .check(CLASSES);
        noClasses()
                .that(resideInRooms(Set.of("csv")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void only_job_knows_spring_and_only_job_and_cli_log() {
        noClasses()
                .that(DescribedPredicate.not(resideInRooms(Set.of("job", "cli"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.slf4j..",
                        "ch.qos.logback..",
                        "java.util.logging..",
                        "org.apache.logging..",
                        "org.apache.commons.logging..")
                .check(CLASSES);
        noClasses()
                .that(resideInRoom("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void results_are_independent_of_the_machines_clock() {
        noClasses()
                .that(DescribedPredicate.not(resideInRooms(Set.of("job", "cli", "server"))))
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_lives_in_it_and_is_null_marked() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .filter(room -> !room.getName().startsWith(ROOT + "schema"))
                        .distinct())
                .isNotEmpty()
                .allMatch(room -> room.isAnnotatedWith(NullMarked.class), "is @NullMarked in package-info.java");
    }

    private static DescribedPredicate<JavaClass> resideInRoom(String room) {
        return resideInRooms(Set.of(room));
    }

    private static DescribedPredicate<JavaClass> resideInRooms(Set<String> rooms) {
        return new DescribedPredicate<>("reside in " + String.join(", ", rooms)) {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().startsWith(ROOT) && rooms.contains(room(type));
            }
        };
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
    }
}

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static final Set<String> PURE = Set.of(
            "determination",
            "letter",
            "csv",
            "classification",
            "statistics",
            "rates",
            "rates.sums",
            "rates.tables",
            "disclosure");

    /** More is two subjects in one package. */
    private static final Size MOST = new Size(30, 8);

    /** Packages that are larger still, and how large: whoever adds to one of them looks for its wall first. */
    private static final Map<String, Size> LARGER = Map.of(
            "classification", new Size(35, 10),
            "cli", new Size(70, 8),
            "csv", new Size(55, 11),
            "disclosure", new Size(50, 12),
            "letter", new Size(90, 17),
            "report", new Size(40, 8),
            "settings", new Size(40, 8),
            "source", new Size(30, 10),
            "store", new Size(60, 10));

    /**
     * How large a package is.
     *
     * @param types without those inside others
     * @param floors of its types: the longest way on which they need each other
     */
    private record Size(int types, int floors) {}

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
        rooms.put("rates", Set.of("determination", "statistics"));
        rooms.put("rates.sums", Set.of("rates", "determination"));
        rooms.put("rates.tables", Set.of("rates", "determination", "statistics"));
        // determination: ranges, bases and outcomes are said there.
        rooms.put("cells", Set.of("rates", "rates.sums", "determination", "schema", "copy"));
        // determination: whether an outcome is an item is said there, and only there.
        rooms.put("disclosure", Set.of("rates", "rates.tables", "determination"));
        rooms.put("report", Set.of("rates", "rates.tables", "disclosure", "determination", "json"));
        rooms.put("settings", Set.of("determination"));
        rooms.put("server", Set.of());
        rooms.put("job.control", Set.of("determination", "rates", "settings", "server", "store"));
        rooms.put(
                "job.reading",
                Set.of(
                        "job.control",
                        "determination",
                        "source",
                        "letter",
                        "csv",
                        "classification",
                        "copy",
                        "store",
                        "cells",
                        "settings"));
        rooms.put(
                "job.publishing",
                Set.of(
                        "job.control",
                        "job.reading",
                        "determination",
                        "source",
                        "store",
                        "rates",
                        "rates.tables",
                        "cells",
                        "disclosure",
                        "report",
                        // What a release showed is kept in the ledger as JSON.
                        "json",
                        "settings"));
        rooms.put(
                "job.explaining",
                Set.of(
                        "job.control",
                        "job.publishing",
                        "determination",
                        "store",
                        "rates",
                        "rates.tables",
                        "cells",
                        "disclosure",
                        "report"));
        rooms.put(
                "job",
                Set.of(
                        "job.control",
                        "job.reading",
                        "job.publishing",
                        "determination",
                        "source",
                        "classification",
                        "store",
                        "rates",
                        "cells",
                        "disclosure",
                        "report",
                        "settings"));
        // The pure rooms alone: what runs them elsewhere does as it does.
        rooms.put(
                "job.memory",
                Set.of("determination", "source", "letter", "csv", "classification", "rates", "rates.sums"));
        rooms.put("job.schedule", Set.of("job.control", "settings", "store"));
        rooms.put(
                "cli",
                // The log book and published packages are shown as they are, so their records are read where they live.
                Set.of(
                        "job",
                        "job.control",
                        "job.reading",
                        "job.explaining",
                        "job.memory",
                        "job.schedule",
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
                        "rates",
                        "rates.tables",
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
        slices().matching(ROOT + "rates.(**)").should().beFreeOfCycles().check(CLASSES);
        slices().matching(ROOT + "job.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    static Stream<String> packages() {
        return CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()))
                .filter(name -> !name.startsWith("schema"))
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_is_no_larger_than_one_subject(String name) {
        Size most = LARGER.getOrDefault(name, MOST);
        Map<String, Set<String>> arrows = arrows(name);
        assertThat(new Size(arrows.size(), Floors.of(arrows)))
                .as("types and floors of " + name + ", at most " + most + ": find the wall")
                .matches(size -> size.types() <= most.types() && size.floors() <= most.floors());
    }

    /** Which types of a package each of them needs, those inside a type with it. */
    private static Map<String, Set<String>> arrows(String name) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (type.getPackageName().equals(ROOT + name)
                    && !type.getSimpleName().equals("package-info")) {
                Set<String> needs = arrows.computeIfAbsent(outermost(type), t -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(other -> other.getPackageName().equals(ROOT + name))
                        .map(ArchitectureTest::outermost)
                        .forEach(needs::add);
            }
        }
        return arrows;
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElseGet(type::getName);
    }

    @Test
    void pure_rooms_know_neither_spring_nor_a_database() {
        Set<String> withoutDatabase = withParts(
                "determination", "letter", "classification", "statistics", "rates", "disclosure", "settings", "report");
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
                .that(DescribedPredicate.not(resideInRooms(withParts("job", "cli"))))
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
                .that(DescribedPredicate.not(resideInRooms(withParts("job", "cli", "server"))))
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

    /** The rooms with these names, and those inside them. */
    private static Set<String> withParts(String... names) {
        return ROOMS.keySet().stream()
                .filter(room -> Arrays.asList(names).contains(room.split("\\.", 2)[0]))
                .collect(Collectors.toSet());
    }

    /** A package inside a room is a room of its own where the table has it, else a part of the room. */
    private static String room(JavaClass type) {
        String room = type.getPackageName().substring(ROOT.length());
        while (!ROOMS.containsKey(room) && room.contains(".")) {
            room = room.substring(0, room.lastIndexOf('.'));
        }
        return room;
    }
}

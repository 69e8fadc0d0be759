package org.uphold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.rates.Tally;

/** The pure rooms run where there is neither a database nor a framework: in a test, in a notebook, inside a distributed engine. */
class PureRoomsTest {

    private static final Set<String> PURE =
            Set.of("determination", "source", "letter", "csv", "classification", "statistics", "rates", "disclosure");

    private static final Pattern DATABASES_AND_FRAMEWORKS =
            Pattern.compile("(?i)jooq|spring|postgres|hikari|flyway|logback|slf4j|micrometer|batch");

    /** Nothing of ours but the pure rooms, no database, no framework. */
    private static final class PureLoader extends URLClassLoader {

        PureLoader() {
            super(path(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.uphold.")
                    && !PURE.contains(name.split("\\.")[2])
                    && !name.startsWith("org.uphold.job.memory.")) {
                throw new ClassNotFoundException(name + " is in no pure room");
            }
            return super.findClass(name);
        }

        private static URL[] path() {
            return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(entry -> !DATABASES_AND_FRAMEWORKS
                            .matcher(entry.getFileName().toString())
                            .find())
                    .map(PureRoomsTest::url)
                    .toArray(URL[]::new);
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"determination", "source", "letter", "csv", "classification", "statistics", "rates", "disclosure"
            })
    void a_pure_room_loads_without_jooq_spring_and_postgresql_on_the_class_path(String room) throws Exception {
        try (PureLoader loader = new PureLoader()) {
            assertThatThrownBy(() -> loader.loadClass("org.jooq.DSLContext"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass("org.postgresql.Driver"))
                    .isInstanceOf(ClassNotFoundException.class);
            List<String> names = classes(room);
            for (String name : names) {
                Class<?> type = Class.forName(name, true, loader);
                // Asks for every type that its members name.
                assertThat(type.getDeclaredMethods()).isNotNull();
                assertThat(type.getDeclaredFields()).isNotNull();
                assertThat(type.getDeclaredConstructors()).isNotNull();
            }
            assertThat(names).isNotEmpty();
        }
    }

    @Test
    void files_become_figures_without_them() throws Exception {
        try (PureLoader loader = new PureLoader()) {
            Class<?> taxonomy = loader.loadClass("org.uphold.classification.Taxonomy");
            Object classifier = taxonomy.getMethod("classifier")
                    .invoke(taxonomy.getMethod("load").invoke(null));
            Class<?> type = loader.loadClass("org.uphold.job.memory.MemoryRun");
            Object run = type.getConstructors()[0].newInstance(
                    (Supplier<Object>) () -> classifier, null, 2013, ZoneOffset.UTC, LocalDate.of(2018, 12, 1));
            type.getMethod("read", List.class, Consumer.class)
                    .invoke(run, List.of("src/samples"), (Consumer<Object>) rejected -> {});
            Class<?> range = loader.loadClass("org.uphold.determination.DateRange");
            Class<?> basis = loader.loadClass("org.uphold.determination.Basis");
            Object tallies = type.getMethod("window", range, basis, List.class)
                    .invoke(
                            run,
                            range.getField("ALL").get(null),
                            basis.getField("DECISION").get(null),
                            List.of());

            assertThat(type.getMethod("accepted").invoke(run))
                    .asInstanceOf(InstanceOfAssertFactories.LONG)
                    .isPositive();
            assertThat(tallies.toString())
                    .contains("overall=Tally[letters=")
                    .doesNotContain("overall=Tally[letters=0,");
        }
    }

    private static List<String> classes(String room) throws IOException, URISyntaxException {
        Path classes = Path.of(
                Tally.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("org/uphold").resolve(room))) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString())
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .filter(name -> !name.endsWith("package-info"))
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }
}

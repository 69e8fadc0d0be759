package org.uphold.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    Path fresh;

    @Test
    void the_room_is_what_the_migrations_give() throws Exception {
        if (System.getProperty("schema.write") != null) {
            SchemaGenerator.generate(SchemaGenerator.SOURCES);
        }
        SchemaGenerator.generate(fresh);

        Map<String, String> expected = files(fresh);
        Map<String, String> found = files(SchemaGenerator.SOURCES);
        String remedy = "run ./mvnw -q test -Dtest=SchemaTest -Dschema.write";
        assertThat(found.keySet()).as(remedy).isEqualTo(expected.keySet());
        expected.forEach((name, text) ->
                assertThat(found.get(name)).as("%s differs: %s", name, remedy).isEqualTo(text));
    }

    private static Map<String, String> files(Path sources) throws IOException {
        Path folder = sources.resolve(SchemaGenerator.PACKAGE.replace('.', '/'));
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}

package org.uphold.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class JsonTest {

    @TempDir
    private Path folder;

    @Test
    void a_line_has_its_keys_in_order_and_says_null_where_there_is_nothing() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", 1L);
        object.put("a", null);
        object.put("list", Arrays.asList("x", null, true, 0.5, new BigDecimal("0.8900")));
        object.put("text", "two\nlines, \"quoted\", ü");
        assertThat(Json.line(object))
                .isEqualTo("{\"z\":1,\"a\":null,\"list\":[\"x\",null,true,0.5,0.8900],"
                        + "\"text\":\"two\\nlines, \\\"quoted\\\", ü\"}");
    }

    @Test
    void an_object_leaves_out_what_is_null() {
        assertThat(Json.object("b", 1, "none", null, "a", List.of())).isEqualTo(Map.of("b", 1, "a", List.of()));
        assertThat(Json.object("b", 1, "a", 2).keySet()).containsExactly("b", "a");
    }

    @Test
    void a_file_is_indented_by_two_blanks_and_ends_with_a_line_feed() throws IOException {
        StringWriter out = new StringWriter();
        Json.write(out, Json.object("a", 1, "list", List.of(1, 2), "none", List.of(), "in", Json.object("b", "c")));
        assertThat(out).hasToString("""
                        {
                          "a": 1,
                          "list": [
                            1,
                            2
                          ],
                          "none": [ ],
                          "in": {
                            "b": "c"
                          }
                        }
                        """);
    }

    @Test
    void what_json_has_no_word_for_is_refused() {
        assertThatThrownBy(() -> Json.line(Map.of("day", LocalDate.EPOCH))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.line(Map.of("value", new JsonValue(1)))).isInstanceOf(JacksonException.class);
    }

    @Test
    void a_full_disk_is_told_as_such() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatIOException()
                .isThrownBy(() -> Json.write(full, Json.object("a", "x".repeat(100_000))))
                .withMessage("No space left on device");
    }

    @Test
    void what_is_written_is_read_back() {
        JsonValue read = Json.parse(
                Json.line(Json.object("n", 5_000_000_000L, "d", 0.25, "t", "x", "yes", true, "list", List.of("a"))));
        assertThat(read.path("n").number(0)).isEqualTo(5_000_000_000L);
        assertThat(read.path("d").number()).isEqualTo(0.25);
        assertThat(read.path("t").text("")).isEqualTo("x");
        assertThat(read.path("yes").isTrue()).isTrue();
        assertThat(read.path("list").elements().get(0).text()).isEqualTo("a");
    }

    @Test
    void what_is_not_there_or_of_another_kind_is_what_the_caller_says() {
        JsonValue read = Json.parse("{\"n\":1,\"none\":null}");
        assertThat(read.path("none").text("-")).isEqualTo("-");
        assertThat(read.path("n").text()).isNull();
        assertThat(read.path("n").path("deeper").number(7)).isEqualTo(7);
        assertThat(read.path("n").elements()).isEmpty();
        assertThat(read.path("missing").number()).isNull();
        assertThat(read.path("n").isTrue()).isFalse();
    }

    @Test
    void the_fields_before_one_are_read_though_the_file_is_broken_behind_it() throws IOException {
        Path file = file("{\"a\":{\"b\":[1,{}]},\"inputs\":[1,2");
        assertThat(JsonFile.before(file, "inputs").path("a").path("b").elements())
                .hasSize(2);
        assertThatIOException()
                .isThrownBy(() -> JsonFile.without(file, "inputs"))
                .withMessageStartingWith("a.json is not JSON: ");
    }

    @Test
    void the_fields_around_one_are_read_without_it() throws IOException {
        JsonValue read = JsonFile.without(file("{\"a\":1,\"inputs\":[{\"a\":3}],\"b\":2}"), "inputs");
        assertThat(read.path("a").number(0)).isEqualTo(1);
        assertThat(read.path("b").number(0)).isEqualTo(2);
        assertThat(read.path("inputs").isArray()).isFalse();
    }

    @Test
    void the_elements_of_an_array_come_one_at_a_time() throws IOException {
        List<JsonValue> seen = new ArrayList<>();
        JsonFile.elements(file("{\"a\":[[9]],\"inputs\":[{\"x\":[1,2]},3,[],\"t\"],\"b\":{}}"), "inputs", seen::add);
        assertThat(seen).hasSize(4);
        assertThat(seen.get(0).path("x").elements()).hasSize(2);
        assertThat(seen.get(1).number(0)).isEqualTo(3);
        assertThat(seen.get(3).text()).isEqualTo("t");
    }

    @Test
    void a_file_that_is_no_json_is_named() throws IOException {
        for (String text : List.of("", "{", "{\"a\":", "nonsense", "[1]", "{\"a\":1}{\"a\":2}", "{} x")) {
            Path file = file(text);
            assertThatExceptionOfType(IOException.class)
                    .as(text)
                    .isThrownBy(() -> JsonFile.without(file, "inputs"))
                    .withMessageStartingWith("a.json is no");
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.json"), text);
    }
}

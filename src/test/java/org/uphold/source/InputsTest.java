package org.uphold.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    private static final Limits SMALL = new Limits(1 << 20, 10, 1000, Limits.DEFAULT.time(), 5, 3L << 20, 50);

    @TempDir
    Path dir;

    @Test
    void a_folder_is_walked_by_name_in_code_point_order_at_every_level() throws Exception {
        for (String name :
                List.of("b.txt", "a/z.txt", "a/B.txt", "a/a.txt", "Z.txt", "\uFF5E.txt", "\uD83D\uDE00.txt")) {
            write(name, "x");
        }

        assertThat(names(dir.toString()))
                .containsExactly("Z.txt", "a/B.txt", "a/a.txt", "a/z.txt", "b.txt", "\uFF5E.txt", "\uD83D\uDE00.txt");
    }

    @Test
    void hidden_files_and_side_files_are_passed_over_unless_named() throws Exception {
        write("a.txt", "x");
        write("a.meta.csv", "x");
        write(".hidden.txt", "x");
        write(".git/b.txt", "x");

        assertThat(names(dir.toString())).containsExactly("a.txt");
        assertThat(names(dir + "/*")).containsExactly("a.txt");
        assertThat(names(dir + "/a.meta.csv")).containsExactly("a.meta.csv");
        assertThat(names(dir + "/.hid*")).containsExactly(".hidden.txt");
    }

    @Test
    void globs_match_files_folders_and_any_depth() throws Exception {
        write("a.csv", "x");
        write("b.txt", "x");
        write("sub/c.csv", "x");
        write("sub/deep/d.csv", "x");

        assertThat(names(dir + "/*.csv")).containsExactly("a.csv");
        assertThat(names(dir + "/**/*.csv")).containsExactly("a.csv", "sub/c.csv", "sub/deep/d.csv");
        assertThat(names(dir + "/s*")).containsExactly("sub/c.csv", "sub/deep/d.csv");
        assertThat(names(dir + "/{a,b}.*")).containsExactly("a.csv", "b.txt");
        assertThat(names(dir + "/?.csv")).containsExactly("a.csv");
    }

    @Test
    void a_file_whose_name_looks_like_a_glob_is_that_file() throws Exception {
        write("a[1].txt", "x");

        assertThat(names(dir + "/a[1].txt")).containsExactly("a[1].txt");
    }

    @Test
    void what_several_paths_reach_is_read_once() throws Exception {
        write("a.csv", "x");
        write("b.csv", "x");
        write("sub/c.csv", "x");

        assertThat(names(dir + "/b.csv", dir + "/*.csv", dir + "/./a.csv", dir.toString(), dir + "/b.csv"))
                .containsExactly("b.csv", "a.csv", "sub/c.csv");
        assertThat(names(dir + "/sub", dir.toString())).containsExactly("sub/c.csv", "a.csv", "b.csv");
    }

    @Test
    void a_missing_path_and_a_glob_without_match_are_told_by_name() throws Exception {
        write("a.csv", "x");

        for (String path : List.of("nowhere.csv", "*.pdf", "no/such/*.csv")) {
            assertThatThrownBy(() -> Inputs.of(List.of(dir + "/a.csv", dir + "/" + path), SMALL))
                    .isInstanceOfSatisfying(
                            MissingInputException.class,
                            e -> assertThat(e.path()).isEqualTo(dir + "/" + path))
                    .hasMessageContaining(path);
        }
    }

    @Test
    void a_dangling_link_and_a_loop_are_unreadable_and_the_rest_is_read() throws Exception {
        write("a.txt", "x");
        write("z.txt", "x");
        Files.createSymbolicLink(dir.resolve("b.txt"), dir.resolve("gone.txt"));
        Files.createSymbolicLink(dir.resolve("c"), dir);

        List<Input> inputs = inputs(dir.toString());
        assertThat(inputs).extracting(i -> i instanceof Input.Found).containsExactly(true, false, false, true);
        assertThat(codes(inputs)).containsExactly(ProblemCode.UNREADABLE_FILE, ProblemCode.UNREADABLE_FILE);
        assertThat(codes(inputs(dir + "/b.txt"))).containsExactly(ProblemCode.UNREADABLE_FILE);
    }

    @Test
    void a_linked_file_is_read_like_any_other() throws Exception {
        Path elsewhere = Files.createDirectory(dir.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("real.txt"), "text");
        Files.createSymbolicLink(dir.resolve("link.txt"), elsewhere.resolve("real.txt"));

        assertThat(names(dir + "/link.txt")).containsExactly("link.txt");
        assertThat(text(inputs(dir + "/link.txt").get(0))).isEqualTo("text");
    }

    @Test
    void a_regular_file_tells_its_size_time_and_place() throws Exception {
        write("a.txt", "hello");

        SourceFile file = file(inputs(dir + "/a.txt").get(0));
        assertThat(file.size()).isEqualTo(5);
        assertThat(file.lastModified()).isPositive();
        assertThat(file.path()).isEqualTo(dir.resolve("a.txt"));
        assertThat(file.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    }

    @Test
    void standard_input_can_be_read_again_and_its_copy_goes_away() throws Exception {
        Inputs inputs = Inputs.of(List.of("-"), SMALL, bytes("a,b\n"));
        SourceFile file = file(inputs.iterator().next());

        assertThat(file.name()).isEqualTo("-");
        assertThat(new String(file.open().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("a,b\n");
        assertThat(file.sha256()).hasSize(64);
        assertThat(file.size()).isEqualTo(4);
        Path copy = file.path();
        assertThat(copy).exists();
        inputs.close();
        assertThat(copy).doesNotExist();
    }

    @Test
    void standard_input_beyond_the_limit_is_refused_every_time() throws Exception {
        try (Inputs inputs = Inputs.of(List.of("-"), SMALL, new ByteArrayInputStream(new byte[4 << 20]))) {
            SourceFile file = file(inputs.iterator().next());
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> file.open().close())
                        .isInstanceOfSatisfying(
                                SourceException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TOO_LARGE));
            }
        }
    }

    @Test
    void gzip_is_read_in_place_and_a_bomb_stops_at_the_limit() throws Exception {
        Files.write(dir.resolve("a.csv.gz"), gzip("a,b\n".getBytes(StandardCharsets.UTF_8)));
        Files.write(dir.resolve("bomb.csv.gz"), gzip(new byte[2 << 20]));

        List<Input> inputs = inputs(dir.toString());
        assertThat(text(inputs.get(0))).isEqualTo("a,b\n");
        assertThatThrownBy(() -> file(inputs.get(1)).sha256())
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.UNSAFE_ARCHIVE));
    }

    @Test
    void members_of_an_archive_are_read_in_place_by_name() throws Exception {
        zip("a.zip", "b/2.txt", "two", "1.txt", "one", ".DS_Store", "x", "__MACOSX/1.txt", "x", "1.meta.csv", "x");

        try (Inputs inputs = Inputs.of(List.of(dir.toString()), SMALL)) {
            List<Input> found = inputs.stream().toList();
            assertThat(found).extracting(Input::name).containsExactly(dir + "/a.zip!/1.txt", dir + "/a.zip!/b/2.txt");
            assertThat(text(found.get(0))).isEqualTo("one");
            assertThat(text(found.get(1))).isEqualTo("two");
            assertThat(file(found.get(1)).size()).isEqualTo(3);
            assertThat(file(found.get(1)).path()).isNull();
        }
    }

    @Test
    void names_that_climb_out_are_unsafe_and_the_other_members_are_read() throws Exception {
        zip("a.zip", "../up.txt", "x", "/root.txt", "x", "C:\\evil.txt", "x", "a/../../b.txt", "x", "good..txt", "x");

        List<Input> inputs = inputs(dir + "/a.zip");
        assertThat(codes(inputs)).hasSize(4).containsOnly(ProblemCode.UNSAFE_ARCHIVE);
        assertThat(inputs.stream().filter(Input.Found.class::isInstance).map(Input::name))
                .containsExactly(dir + "/a.zip!/good..txt");
    }

    @Test
    void too_many_members_too_many_bytes_and_a_ratio_too_high_are_unsafe() throws Exception {
        zip("many.zip", "1", "x", "2", "x", "3", "x", "4", "x", "5", "x", "6", "x");
        zip("ratio.zip", "1", "\0".repeat(2 << 20), "2", "x");
        zip("large.zip", "1", noise(2 << 20), "2", noise(2 << 20));

        assertThat(codes(inputs(dir + "/many.zip"))).containsExactly(ProblemCode.UNSAFE_ARCHIVE);
        assertThat(codes(inputs(dir + "/ratio.zip"))).containsExactly(ProblemCode.UNSAFE_ARCHIVE);
        assertThat(inputs(dir + "/ratio.zip")).hasSize(2);
        assertThat(codes(inputs(dir + "/large.zip"))).containsExactly(ProblemCode.UNSAFE_ARCHIVE);
        assertThat(inputs(dir + "/large.zip")).hasSize(1);
    }

    @Test
    void a_damaged_archive_is_unreadable_and_an_archive_in_an_archive_unsafe() throws Exception {
        Files.writeString(dir.resolve("a.zip"), "no archive");
        zip("b.zip", "inner.zip", "x");

        assertThat(codes(inputs(dir.toString())))
                .containsExactly(ProblemCode.DAMAGED_ARCHIVE, ProblemCode.UNSAFE_ARCHIVE);
    }

    @Test
    void many_archives_can_be_open_at_once_and_members_be_read_late() throws Exception {
        for (int i = 10; i < 60; i++) {
            zip("a" + i + ".zip", "m.txt", "member of " + i);
        }
        try (Inputs inputs = Inputs.of(List.of(dir.toString()), SMALL)) {
            List<Input> all = inputs.stream().toList();
            List<InputStream> open = new ArrayList<>();
            for (Input input : all) {
                open.add(file(input).open());
            }
            for (int i = 0; i < all.size(); i++) {
                try (InputStream in = open.get(i)) {
                    assertThat(in.readAllBytes()).asString().isEqualTo("member of " + (i + 10));
                }
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void zip(String name, String... members) throws IOException {
        try (OutputStream out = Files.newOutputStream(dir.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < members.length; i += 2) {
                zip.putNextEntry(new ZipEntry(members[i]));
                zip.write(members[i + 1].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static String noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names(String... paths) throws Exception {
        return inputs(paths).stream()
                .map(i -> i.name().replace(dir + "/./", "").replace(dir + "/", ""))
                .toList();
    }

    private static List<Input> inputs(String... paths) throws Exception {
        try (Inputs inputs = Inputs.of(List.of(paths), SMALL)) {
            return inputs.stream().toList();
        }
    }

    private static List<ProblemCode> codes(List<Input> inputs) {
        return inputs.stream()
                .filter(Input.Unreadable.class::isInstance)
                .map(i -> ((Input.Unreadable) i).reading().problem().code())
                .toList();
    }

    private static SourceFile file(Input input) {
        return ((Input.Found) input).file();
    }

    private static String text(Input input) throws IOException {
        try (InputStream in = file(input).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package org.uphold.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivedArchivesTest {

    private static final Path CP437 = Path.of("src/test/resources/arrivals/23-archives/cp437.zip");

    @TempDir
    Path dir;

    @Test
    void members_with_names_in_an_old_encoding_are_read() throws Exception {
        List<Input> inputs = walk(CP437);

        assertThat(inputs).hasSize(1);
        assertThat(inputs.get(0).name()).endsWith("!/\u00E9\u00E8\u00A0.txt");
        assertThat(text(inputs.get(0))).startsWith("Case Number: CM15-0900206");
    }

    @ParameterizedTest
    @CsvSource({"9,deflate64", "12,bzip2", "14,LZMA", "93,Zstandard", "95,xz", "98,PPMd", "77,method 77"})
    void a_member_packed_otherwise_is_named_and_the_others_are_read(int method, String said) throws Exception {
        byte[] zip = zip("a.txt", "b.txt");
        patch(zip, 0, 8, 10, method);

        List<Input> inputs = walk(Files.write(dir.resolve("odd.zip"), zip));

        assertThat(reject(inputs.get(0)).problem().code()).isEqualTo(ProblemCode.UNKNOWN_PACKING);
        assertThat(reject(inputs.get(0)).problem().message()).contains(said);
        assertThat(text(inputs.get(1))).isEqualTo("the text of b.txt");
    }

    @Test
    void an_encrypted_member_is_named_as_one_and_the_others_are_read() throws Exception {
        byte[] zip = zip("a.txt", "b.txt");
        patch(zip, 1, 6, 8, 1 | 8 | 1 << 11);

        List<Input> inputs = walk(Files.write(dir.resolve("secret.zip"), zip));

        assertThat(text(inputs.get(0))).isEqualTo("the text of a.txt");
        assertThat(reject(inputs.get(1)).problem().code()).isEqualTo(ProblemCode.ENCRYPTED_FILE);
    }

    @Test
    void an_archive_that_holds_nothing_to_read_says_so() throws Exception {
        for (byte[] bytes : List.of(zip(), new byte[0], zip("__MACOSX/a.txt", ".DS_Store"))) {
            List<Input> inputs = walk(Files.write(dir.resolve("empty.zip"), bytes));

            assertThat(inputs).hasSize(1);
            assertThat(reject(inputs.get(0)).problem().code()).isEqualTo(ProblemCode.EMPTY_FILE);
        }
    }

    @Test
    void a_cut_archive_is_a_damaged_one() throws Exception {
        byte[] zip = zip("a.txt", "b.txt");

        List<Input> inputs = walk(Files.write(dir.resolve("cut.zip"), java.util.Arrays.copyOf(zip, zip.length - 30)));

        assertThat(reject(inputs.get(0)).problem().code()).isEqualTo(ProblemCode.DAMAGED_ARCHIVE);
    }

    @Test
    void compressed_tables_under_a_plain_name_and_plain_ones_under_a_compressed_are_read() throws Exception {
        byte[] plain = "case_number\n".getBytes(StandardCharsets.UTF_8);
        Files.write(dir.resolve("a.csv"), gzip(plain));
        Files.write(dir.resolve("b.csv.gz"), plain);
        Files.write(dir.resolve("c.csv.gz"), gzip(plain));

        List<Input> inputs = walk(dir);

        assertThat(inputs).hasSize(3);
        for (Input input : inputs) {
            assertThat(text(input)).isEqualTo("case_number\n");
        }
        assertThat(inputs)
                .extracting(input -> ((Input.Found) input).file().sha256())
                .as("known by what they hold")
                .containsOnly(Sha256.of(plain));
    }

    @ParameterizedTest
    @CsvSource({
        "~$reviews.xlsx",
        "Thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "Desktop.ini",
        ".DS_Store",
        ".~lock.reviews.xlsx#",
        "~WRL0003.tmp",
        "reviews.csv.part",
        "reviews.csv.crdownload",
        "reviews.csv.filepart",
        "upload.tmp",
        "__MACOSX/a.txt"
    })
    void what_programs_leave_beside_files_is_no_input(String name) throws Exception {
        Files.createDirectories(dir.resolve(name).getParent());
        Files.writeString(dir.resolve(name), "x");
        Files.writeString(dir.resolve("letter.txt"), "x");

        assertThat(walk(dir))
                .extracting(Input::name)
                .containsExactly(dir.resolve("letter.txt").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv.part,1",
        "a.csv.crdownload,1",
        "a.pdf.filepart,1",
        "a.csv.PARTIAL,1",
        "a.csv.tmp,1",
        "Unconfirmed 1234.crdownload,1",
        "~WRL0003.tmp,0",
        "~$a.csv,0",
        "Thumbs.db,0",
        ".a.csv.part,0",
        ".part,0",
        "a.csv,0"
    })
    void what_is_still_being_transferred_is_counted(String name, long transfers) throws Exception {
        Files.createDirectory(dir.resolve("in"));
        Files.writeString(dir.resolve("in").resolve(name), "x");
        Files.writeString(dir.resolve("in/b.csv"), "x");

        for (String path : List.of("in", "in/*.csv", "**/*")) {
            try (Inputs inputs = Inputs.of(List.of(dir.resolve(path).toString()), Limits.DEFAULT)) {
                assertThat(inputs.stream()).hasSize(name.equals("a.csv") ? 2 : 1);
                boolean matches = !path.endsWith(".csv") || name.startsWith("a.csv.");
                assertThat(inputs.transfers()).as(path).isEqualTo(matches ? transfers : 0);
            }
        }
    }

    private static List<Input> walk(Path path) throws Exception {
        try (Inputs inputs = Inputs.of(List.of(path.toString()), Limits.DEFAULT)) {
            return inputs.stream().toList();
        }
    }

    private static Reading.Rejected reject(Input input) {
        return ((Input.Unreadable) input).reading();
    }

    private static String text(Input input) throws IOException {
        try (var in = ((Input.Found) input).file().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("the text of " + name).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** Writes two bytes into the header of a member and into its line of the directory. */
    private static void patch(byte[] zip, int member, int inHeader, int inDirectory, int value) {
        write(zip, at(zip, "PK\u0003\u0004", member) + inHeader, value);
        write(zip, at(zip, "PK\u0001\u0002", member) + inDirectory, value);
    }

    private static void write(byte[] zip, int at, int value) {
        zip[at] = (byte) value;
        zip[at + 1] = (byte) (value >> 8);
    }

    private static int at(byte[] zip, String magic, int which) {
        String bytes = new String(zip, StandardCharsets.ISO_8859_1);
        int at = -1;
        for (int i = 0; i <= which; i++) {
            at = bytes.indexOf(magic, at + 1);
        }
        return at;
    }
}

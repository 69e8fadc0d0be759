package org.uphold.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.uphold.source.ProblemCode;
import org.uphold.source.Sha256;

/** Folders as they are: damaged files among good ones, the same letters twice, disks that are full. */
class BadFolderTest {

    private static final List<String> LETTERS = List.of("a13-01.txt", "a13-02.txt", "a13-05.txt");

    @TempDir
    private Path folder;

    @Test
    void good_letters_are_published_and_each_bad_file_is_a_line_that_says_what_to_do() throws IOException {
        Path inbox = good(folder.resolve("inbox"));
        byte[] pdf = pdf(null);
        Files.write(inbox.resolve("truncated.pdf"), Arrays.copyOf(pdf, pdf.length / 3));
        Files.write(inbox.resolve("empty.txt"), new byte[0]);
        byte[] jpeg = new byte[4_000];
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 0, jpeg, 0, 4);
        Files.write(inbox.resolve("picture.pdf"), jpeg);
        Files.write(inbox.resolve("locked.pdf"), pdf("secret"));
        try (BufferedWriter out = Files.newBufferedWriter(inbox.resolve("novel.txt"))) {
            String line = "It was a dark and stormy night, and nobody had asked for a review of anything at all.\n";
            for (int written = 0; written < 50 << 20; written += line.length()) {
                out.write(line);
            }
        }
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            assertThat(night.run()).as(night.said()).isEqualTo(4);
            List<String> rejects = Files.readAllLines(night.shelf().resolve("v1.rejects.csv"));
            assertThat(rejects).hasSize(6);
            for (String name : List.of("truncated.pdf", "empty.txt", "picture.pdf", "locked.pdf", "novel.txt")) {
                assertThat(line(rejects, inbox.resolve(name))).as(name).isNotEmpty();
            }
            assertThat(line(rejects, inbox.resolve("empty.txt"))).contains("EMPTY_FILE");
            assertThat(line(rejects, inbox.resolve("locked.pdf"))).contains("ENCRYPTED_PDF", "password");
            assertThat(rejects.stream().skip(1).toList())
                    .as("what to do")
                    .allMatch(
                            line -> line.matches("(?s).*\\b(?:Send|send|Fetch|Save|Remove|Split|Convert|Check)\\b.*"));
            assertThat(night.said()).doesNotContain("novel.txt", "locked.pdf");
            assertThat(night.ask("select count(*) from uphold.determination where superseded_at is null"))
                    .containsExactly("3");
            assertThat(night.run()).as(night.said()).isZero();
            assertThat(night.said()).contains("up to date");
            assertThat(night.entries()).noneMatch(name -> name.contains("v2"));
        }
    }

    @Test
    void a_package_lists_what_was_refused_since_the_one_before_and_the_first_in_a_folder_lists_all() throws Exception {
        Path inbox = good(folder.resolve("inbox"));
        Path first = Files.write(inbox.resolve("first.txt"), new byte[0]);
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            assertThat(night.run()).as(night.said()).isEqualTo(4);
            Path second = Files.writeString(inbox.resolve("second.txt"), "no letter");
            assertThat(night.run("--force")).as(night.said()).isEqualTo(4);
            assertThat(night.said()).contains("2 rejected, see the rejects files");
            List<String> rejects = Files.readAllLines(night.shelf().resolve("v2.rejects.csv"));
            assertThat(line(rejects, second)).isNotEmpty();
            assertThat(rejects).hasSize(2);
            assertThat(line(Files.readAllLines(night.shelf().resolve("v1.rejects.csv")), first))
                    .isNotEmpty();

            Files.delete(night.shelf().resolve("v2.rejects.csv"));
            assertThat(night.run("--force")).as(night.said()).isEqualTo(4);
            assertThat(Files.readAllLines(night.shelf().resolve("v3.rejects.csv")))
                    .as("without the list before, all of them")
                    .hasSize(3);
            Path elsewhere = folder.resolve("elsewhere");
            assertThat(night.run("--out", elsewhere.toString(), "--force")).isEqualTo(4);
            assertThat(Files.readAllLines(elsewhere.resolve("torture/all/v1.rejects.csv")))
                    .hasSize(3);
        }
    }

    @Test
    void what_a_run_that_published_nothing_refused_is_listed_by_the_next_though_the_same_bytes_were_listed_before()
            throws Exception {
        Path inbox = good(folder.resolve("inbox"));
        Path empty = Files.write(inbox.resolve("empty.txt"), new byte[0]);
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            assertThat(night.run()).as(night.said()).isEqualTo(4);
            Path job = night.base.resolve("jobs/torture.yaml");
            String read = Files.readString(job);
            // Read otherwise, all files are new; the gate lets nothing be published of them.
            String otherwise = read.replace("\nwindow", "\n    letters: {date-in-name: true}\nwindow");
            Files.writeString(job, otherwise.replace("warn-rejects: 1", "max-reject-rate: 0"));
            assertThat(night.run("--force")).as(night.said()).isNotIn(0, 4);
            Files.writeString(job, otherwise);
            assertThat(night.run("--force")).as(night.said()).isEqualTo(4);
            assertThat(line(Files.readAllLines(night.shelf().resolve("v2.rejects.csv")), empty))
                    .isNotEmpty();
        }
    }

    @Test
    void a_file_that_may_not_be_read_is_a_line_and_no_end() throws IOException {
        Path inbox = good(folder.resolve("inbox"));
        Path closed = Files.writeString(inbox.resolve("closed.txt"), "nobody may read this");
        Files.setPosixFilePermissions(closed, Set.of());
        assumeFalse(Files.isReadable(closed), "this user reads everything: root, most likely");
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            assertThat(night.run()).as(night.said()).isEqualTo(4);
            assertThat(Files.readString(night.shelf().resolve("v1.rejects.csv")))
                    .contains("UNREADABLE_FILE", "ermission");
            assertThat(night.run()).as(night.said()).isZero();
        }
    }

    @Test
    void the_same_letters_twice_in_another_order_and_under_other_names_give_the_same_bytes() throws IOException {
        Path inbox = good(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("rows.csv"), Night.table(300, 0));
        Path other = Files.createDirectories(folder.resolve("other"));
        List<Path> files;
        try (Stream<Path> list = Files.list(inbox)) {
            files = list.sorted().toList();
        }
        for (int i = 0; i < files.size(); i++) {
            String ending = files.get(i).toString().endsWith(".csv") ? ".csv" : ".txt";
            Files.copy(files.get(i), other.resolve((files.size() - i) + ending));
            Files.copy(files.get(i), other.resolve("again-" + i + ending));
        }
        try (Night once = new Night(folder.resolve("once"), inbox);
                Night twice = new Night(folder.resolve("twice"), other)) {
            assertThat(once.run()).as(once.said()).isZero();
            assertThat(twice.run()).as(twice.said()).isZero();
            assertThat(twice.bytes(1)).isEqualTo(once.bytes(1));
            // The other paths say the same: their statements stand beside those that count, without items of their own.
            String counting = "select system || case_key || encode(content_hash, 'hex') from uphold.determination"
                    + " where superseded_at is null order by system, case_key";
            assertThat(twice.ask(counting)).isEqualTo(once.ask(counting)).isNotEmpty();
            assertThat(twice.store())
                    .filteredOn(line -> line.startsWith("items") || line.startsWith("cells"))
                    .isEqualTo(once.store().stream()
                            .filter(line -> line.startsWith("items") || line.startsWith("cells"))
                            .toList());
        }
    }

    @Test
    void one_bad_row_in_the_middle_is_one_reject_with_its_line() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("rows.csv"), Night.table(500, 250));
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            assertThat(night.run()).as(night.said()).isEqualTo(4);
            List<String> rejects = Files.readAllLines(night.shelf().resolve("v1.rejects.csv"));
            assertThat(rejects).hasSize(2);
            assertThat(rejects.get(1))
                    .contains("line 251", "BAD_VALUE", "outcome")
                    .as("two sentences")
                    .contains(". " + ProblemCode.BAD_VALUE.remedy())
                    .doesNotContain("..");
            assertThat(night.ask("select count(*) from uphold.item")).containsExactly("499");
        }
    }

    @Test
    void on_a_full_disk_nothing_is_half_published_and_with_room_it_goes_on() throws Exception {
        Path inbox = good(folder.resolve("inbox"));
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                mounted("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
                "no file system may be mounted");
        try (Night night = new Night(folder.resolve("night"), inbox)) {
            Path filler = disk.resolve("filler");
            Files.write(filler, "".getBytes(StandardCharsets.UTF_8));
            String out = disk.resolve("reports").toString();
            // Room for ever more of the package; each time something else no longer fits.
            int full = 0;
            for (int size = 4_150_000; size >= 0 && full >= 0; size -= 75_000) {
                resize(filler, size);
                int code = night.run("--out", out);
                if (code == 74) {
                    full++;
                    assertThat(night.said()).contains("room");
                    assertThat(vintages(disk)).as("with a filler of " + size).isEmpty();
                } else {
                    assertThat(code).as(night.said()).isZero();
                    break;
                }
            }
            assertThat(full).isPositive();
            assertThat(vintages(disk)).contains("v1").noneMatch(name -> name.startsWith("."));
            assertThat(night.command(
                            "verify", disk.resolve("reports/torture/all/v1").toString()))
                    .as(night.said())
                    .isZero();
        } finally {
            mounted("umount", "-l", disk.toString());
        }
    }

    /** Files grow no further than the disk allows: what fits is written, and that is what is wanted. */
    private static void resize(Path filler, int size) throws IOException {
        Files.delete(filler);
        try (var out = Files.newOutputStream(filler)) {
            byte[] page = new byte[4096];
            for (int written = 0; written < size; written += page.length) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static List<String> vintages(Path disk) throws IOException {
        Path shelf = disk.resolve("reports/torture/all");
        if (!Files.isDirectory(shelf)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(shelf)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static boolean mounted(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static String line(List<String> rejects, Path file) throws IOException {
        String sha256 = Sha256.of(Files.readAllBytes(file));
        return rejects.stream()
                .filter(line -> line.startsWith(sha256))
                .findFirst()
                .orElse("");
    }

    private static Path good(Path inbox) throws IOException {
        Files.createDirectories(inbox);
        for (String letter : LETTERS) {
            Files.copy(Path.of("src/test/resources/letters/written", letter), inbox.resolve(letter));
        }
        return inbox;
    }

    /** A page of text, behind a password where one is given. */
    private static byte[] pdf(@Nullable String password) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int number = 0; number < 5; number++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                    text.beginText();
                    text.setFont(new PDType1Font(FontName.HELVETICA), 11);
                    text.newLineAtOffset(60, 700);
                    text.showText("Notice of Independent Medical Review Determination, page " + number);
                    text.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}

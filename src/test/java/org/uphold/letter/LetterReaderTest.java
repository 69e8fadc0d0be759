package org.uphold.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uphold.letter.Invented.CREDENTIALS;
import static org.uphold.letter.Invented.ISSUES;
import static org.uphold.letter.Invented.SUMMARY;
import static org.uphold.letter.Invented.item;
import static org.uphold.letter.Invented.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uphold.determination.Determination;
import org.uphold.determination.PartialDate;
import org.uphold.source.Limits;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.SourceFile;

class LetterReaderTest {

    private static final String LETTER = letter(item("Heat lamp \u2013 \u201csoft\u201d, 2\u00bd feet: Upheld"));

    private static Reading read(byte[] bytes) {
        return new LetterReader(Limits.DEFAULT).read(new BytesFile("letter", bytes));
    }

    private static ProblemCode rejected(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Rejected.class);
        return ((Reading.Rejected) reading).problem().code();
    }

    private static Determination accepted(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).determination();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void the_encoding_is_found_with_or_without_a_mark(String encoding) {
        Determination expected = Invented.read(LETTER);
        for (String text : List.of(LETTER, LETTER.replace("\n", "\r\n"), LETTER.replace("\n", "\r"))) {
            assertThat(accepted(read(text.getBytes(Charset.forName(encoding))))).isEqualTo(expected);
        }
        if (encoding.startsWith("UTF")) {
            assertThat(accepted(read(("\ufeff" + LETTER).getBytes(Charset.forName(encoding)))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void windows_characters_that_were_read_as_control_characters_are_mended() {
        String mangled = new String(LETTER.getBytes(Charset.forName("windows-1252")), StandardCharsets.ISO_8859_1);
        assertThat(accepted(read(mangled.getBytes(StandardCharsets.UTF_8)))).isEqualTo(Invented.read(LETTER));
    }

    @Test
    void a_stray_byte_leaves_a_text_in_its_encoding_and_is_said() {
        byte[] bytes = LETTER.getBytes(StandardCharsets.UTF_8);
        byte[] stray = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, 500, stray, 501, bytes.length - 500);
        stray[500] = (byte) 0xff;
        Reading reading = read(stray);
        assertThat(accepted(reading).items()).isEqualTo(Invented.read(LETTER).items());
        assertThat(((Reading.Accepted) reading).problems())
                .extracting(Problem::code)
                .contains(ProblemCode.UNDECODABLE_TEXT);
    }

    @Test
    void what_is_no_letter_is_one_rejection_with_a_reason() {
        assertThat(rejected(read(new byte[0]))).isEqualTo(ProblemCode.EMPTY_FILE);
        assertThat(rejected(read("  \n\n".getBytes(StandardCharsets.UTF_8)))).isEqualTo(ProblemCode.NOT_A_LETTER);
        assertThat(rejected(read("The posture was upheld.".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ProblemCode.NOT_A_LETTER);
        byte[] jpeg = new byte[4000];
        new java.util.Random(7).nextBytes(jpeg);
        jpeg[0] = (byte) 0xff;
        jpeg[1] = (byte) 0xd8;
        assertThat(rejected(read(jpeg))).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
        assertThat(rejected(read((Invented.HEADER + CREDENTIALS + SUMMARY + ISSUES).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ProblemCode.NO_ITEMS);
    }

    @Test
    void a_rejection_carries_the_hash_of_the_file() {
        BytesFile file = BytesFile.of("no letter at all");
        Reading reading = new LetterReader(Limits.DEFAULT).read(file);
        assertThat(((Reading.Rejected) reading).sha256()).isEqualTo(file.sha256());
    }

    @Test
    void a_file_that_is_too_large_is_not_read_to_its_end() {
        int[] read = {0};
        SourceFile endless = new SourceFile() {
            @Override
            public String name() {
                return "endless.txt";
            }

            @Override
            public long size() {
                return -1;
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    @Override
                    public int read() {
                        read[0]++;
                        return 'a';
                    }
                };
            }

            @Override
            public String sha256() throws IOException {
                throw new IOException("endless");
            }
        };
        Limits d = Limits.DEFAULT;
        Limits small = new Limits(10_000, d.pages(), d.characters(), d.time(), 1, 1, 1);
        assertThat(rejected(new LetterReader(small).read(endless))).isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(read[0]).isLessThan(100_000);
    }

    @Test
    void a_file_that_cannot_be_opened_is_a_rejection() {
        SourceFile locked = new SourceFile() {
            @Override
            public String name() {
                return "locked.pdf";
            }

            @Override
            public long size() {
                return 10;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("denied");
            }

            @Override
            public String sha256() throws IOException {
                throw new IOException("denied");
            }
        };
        List<Reading> readings = new ArrayList<>();
        new LetterReader(Limits.DEFAULT).read(locked, readings::add);
        assertThat(readings).hasSize(1);
        assertThat(rejected(readings.get(0))).isEqualTo(ProblemCode.UNREADABLE_FILE);
    }

    @Test
    void a_huge_text_of_short_or_endless_lines_is_read_in_time() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] line = "1) Page: is medically IMR: Upheld\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 50_000; i++) {
            out.write(line, 0, line.length);
        }
        assertThat(rejected(read(out.toByteArray()))).isEqualTo(ProblemCode.NOT_A_LETTER);
        byte[] endless = new byte[1_900_000];
        Arrays.fill(endless, (byte) 'a');
        assertThat(rejected(read(endless))).isEqualTo(ProblemCode.NOT_A_LETTER);
        assertThat(read((LETTER + "The lamp was lit. ".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Accepted.class);
        assertThat(read((LETTER + item("Rope: Upheld").repeat(4_000)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void number_and_date_from_beside_the_letter_are_taken_only_when_the_job_says_so() {
        String silent = CREDENTIALS + SUMMARY + ISSUES + item("Heat lamp: Upheld");
        BytesFile file = new BytesFile("in/CM14-0999002_2014-09-25.txt", silent.getBytes(StandardCharsets.UTF_8));
        Determination plain = accepted(new LetterReader(Limits.DEFAULT).read(file));
        assertThat(plain.caseNumber()).isNull();
        assertThat(plain.dates().decision()).isNull();

        LetterOptions named = new LetterOptions(true, f -> null, LetterOptions.DEFAULT.latest());
        Determination byName = accepted(new LetterReader(Limits.DEFAULT, named).read(file));
        assertThat(byName.caseNumber()).isEqualTo("CM14-0999002");
        assertThat(byName.dates().decision()).isEqualTo(PartialDate.of(LocalDate.of(2014, 9, 25)));

        BytesFile meta = BytesFile.of("case_number,decision_date\nCM14-0999003,2014-10-01\n");
        LetterOptions beside = new LetterOptions(true, f -> meta, LetterOptions.DEFAULT.latest());
        Determination bySide = accepted(new LetterReader(Limits.DEFAULT, beside).read(file));
        assertThat(bySide.key()).isEqualTo("CM14-0999003");
        assertThat(bySide.dates().decision()).isEqualTo(PartialDate.of(LocalDate.of(2014, 10, 1)));

        Determination printed = accepted(new LetterReader(Limits.DEFAULT, beside).read(BytesFile.of(LETTER)));
        assertThat(printed.caseNumber()).isEqualTo("CM16-0999001");
    }
}

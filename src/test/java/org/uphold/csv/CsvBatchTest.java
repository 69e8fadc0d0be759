package org.uphold.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields cut from bytes are those that Commons CSV finds in the text. */
class CsvBatchTest {

    /** More than a splitter has room for at first. */
    private static final int COLUMNS = 40;

    private static final List<String> PIECES = List.of(
            "a",
            "Norco 10/325mg",
            " ",
            "\t",
            "",
            "\"\"",
            "\"",
            "5'\"",
            "é",
            "“",
            "日本",
            "x\u00a0y",
            "0",
            "\uFFFD",
            "'",
            "\\");
    private static final List<String> QUOTED_PIECES =
            List.of("a", " ", "\"\"", ",", ";", "\n", "\r\n", "\r", "é", "日本", "", "\"\"\"\"", "#");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void fields_are_those_of_commons_csv(long seed) throws IOException {
        Random random = new Random(seed);
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            StringBuilder table = new StringBuilder();
            for (int row = 0; row < 300; row++) {
                for (int column = 0; column < COLUMNS; column++) {
                    table.append(column == 0 ? "" : separator).append(field(random, separator));
                }
                table.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            RecordSplitter records = new RecordSplitter(
                    new ByteArrayInputStream(table.toString().getBytes(StandardCharsets.UTF_8)), separator, 1, -1, 0);
            records.expect(COLUMNS);
            List<List<String>> parsed = new ArrayList<>();
            CsvBatch batch = new CsvBatch(new KnownTexts());
            while (records.next()) {
                if (records.verdict() == RecordSplitter.Verdict.WHOLE) {
                    batch.add(records);
                    parsed.add(parsed(records, separator));
                }
            }
            assertThat(parsed).hasSizeGreaterThan(50);
            assertThat(cut(batch)).isEqualTo(parsed);
        }
    }

    private static String field(Random random, char separator) {
        boolean quoted = random.nextInt(3) == 0;
        List<String> pieces = quoted ? QUOTED_PIECES : PIECES;
        StringBuilder field = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            field.append(pieces.get(random.nextInt(pieces.size())));
        }
        if (quoted) {
            return "\"" + field + "\"" + (random.nextInt(5) == 0 && separator != '\t' ? " \t" : "");
        }
        String plain = field.toString().replace(String.valueOf(separator), "");
        return plain.startsWith("\"") ? "q" + plain : plain;
    }

    private static List<List<String>> cut(CsvBatch batch) {
        List<List<String>> records = new ArrayList<>();
        batch.rows(row -> {
            List<String> fields = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                fields.add(row.text(column));
            }
            records.add(fields);
        });
        return records;
    }

    private static List<String> parsed(RecordSplitter record, char separator) throws IOException {
        String text = LenientText.decode(record.buffer(), record.start(), record.end() - record.start());
        try (CSVParser parser = CsvLayout.format(separator).parse(new StringReader(text))) {
            return parser.iterator().next().stream().map(Folding::fold).toList();
        }
    }
}

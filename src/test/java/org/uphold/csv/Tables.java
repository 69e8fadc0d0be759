package org.uphold.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.uphold.source.Limits;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;
import org.uphold.source.SourceFile;

/** What the tests of this room share. */
final class Tables {

    static final Dialect ITEMS = builtIn("items-csv");

    static final String HEADER = "case_number,item_number,decision_date,service,outcome\n";

    private Tables() {}

    static Dialect builtIn(String name) {
        return Objects.requireNonNull(Dialects.builtIn().get(name), name);
    }

    static SourceFile file(String text) {
        return file("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    static SourceFile file(String text, Charset charset) {
        return file("a.csv", text.getBytes(charset));
    }

    static SourceFile file(String name, byte[] bytes) {
        return new SourceFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public String sha256() {
                return Sha256.of(bytes);
            }
        };
    }

    static List<Reading> read(Dialect dialect, SourceFile file) {
        List<Reading> readings = new ArrayList<>();
        new TableReader(dialect, Limits.DEFAULT).read(file, readings::add);
        return readings;
    }

    static List<Reading> read(Dialect dialect, String text) {
        return read(dialect, file(text));
    }

    /** Rows of items-csv with its required columns. */
    static List<Reading> items(String rows) {
        return read(ITEMS, HEADER + rows);
    }

    static List<Reading.Accepted> accepted(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Accepted.class::isInstance)
                .map(Reading.Accepted.class::cast)
                .toList();
    }

    static List<Reading.Rejected> rejected(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Rejected.class::isInstance)
                .map(Reading.Rejected.class::cast)
                .toList();
    }

    static List<ProblemCode> codes(Reading reading) {
        return reading instanceof Reading.Accepted accepted
                ? accepted.problems().stream().map(p -> p.code()).toList()
                : List.of(((Reading.Rejected) reading).problem().code());
    }

    /** A line that shows what came of a file, to compare. */
    static List<String> shown(List<Reading> readings) {
        return readings.stream().map(Object::toString).toList();
    }
}

package org.uphold.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.CaseAttributes;
import org.uphold.determination.Determination;
import org.uphold.determination.DisputedItem;
import org.uphold.source.Place;
import org.uphold.source.Problem;
import org.uphold.source.ProblemCode;
import org.uphold.source.Reading;
import org.uphold.source.Sha256;

/**
 * Puts the rows of a case together. Rows with the same case number that follow each other are one case; rows that come
 * back to a case later are a reading of their own. A bad row is rejected alone, at once, and leaves a problem on its case;
 * the case follows when its last row has come.
 */
final class CaseAssembler {

    /** Of one case; real ones have up to 21. Keeps memory bounded where a column was mistaken for the case number. */
    private static final int MOST_ROWS = 10_000;

    private final Dialect dialect;
    private final LineReader reader;
    private final Consumer<Reading> sink;
    private final CountedItems counted;
    private final List<Line> good = new ArrayList<>();
    private @Nullable String key;
    private int badRows;

    CaseAssembler(Dialect dialect, LineReader reader, Consumer<Reading> sink) {
        this(dialect, reader, new CountedItems(), sink);
    }

    /** @param counted what was counted in the table before, as on another of its sheets */
    CaseAssembler(Dialect dialect, LineReader reader, CountedItems counted, Consumer<Reading> sink) {
        this.counted = counted;
        this.dialect = dialect;
        this.reader = reader;
        this.sink = sink;
    }

    void add(Row row) {
        Line line = reader.read(row);
        if (line == null) {
            return;
        }
        String of = line.key();
        if (of != null && !of.equals(key)) {
            end();
            key = of;
        }
        if (line.item() == null) {
            badRows += of == null ? 0 : 1;
            sink.accept(new Reading.Rejected(line.problems().get(0), Place.line(row.line()), row.sha256()));
        } else {
            if (good.size() == MOST_ROWS) {
                sink.accept(rejected(
                        ProblemCode.TOO_LARGE, "expected at most " + MOST_ROWS + " rows of one case, found more"));
                good.clear();
            }
            good.add(line);
        }
    }

    /** Line of the first row that is still held: the beginning of the case that may go on. Without one, no line is so large. */
    long holdsFrom() {
        return good.isEmpty() ? Long.MAX_VALUE : good.get(0).row().line();
    }

    /** The rows are at their end. */
    void end() {
        if (!good.isEmpty()) {
            sink.accept(good.size() == 1 ? alone(good.get(0)) : together());
            good.clear();
        }
        badRows = 0;
        key = null;
    }

    private Reading alone(Line line) {
        return accepted(line, fields(line), List.of(numbered(line)), line.problems());
    }

    private Reading together() {
        Line first = good.get(0);
        Set<String> differing = CaseFields.differences();
        CaseFields fields = fields(first);
        boolean urActionDiffers = false;
        List<Problem> problems = new ArrayList<>(first.problems());
        for (Line line : good.subList(1, good.size())) {
            CaseFields other = fields(line);
            urActionDiffers |= differ(fields(first).attributes(), other.attributes());
            fields = fields.with(other, differing);
            problems.addAll(line.problems());
        }
        if (!differing.isEmpty()) {
            return rejected(
                    ProblemCode.CONTRADICTORY_CASE,
                    "expected " + good.size() + " rows of one case to agree, found that they differ in "
                            + String.join(", ", differing));
        }
        if (urActionDiffers) {
            problems.add(new Problem(
                    ProblemCode.CONTRADICTORY_CASE,
                    "expected one ur_action for the case, found several; it is left empty",
                    place(first)));
        }
        List<DisputedItem> items = new ArrayList<>();
        for (Line line : good) {
            items.add(numbered(line));
        }
        items.sort(Comparator.comparingInt(DisputedItem::number));
        for (int i = items.size() - 1; i > 0; i--) {
            DisputedItem item = items.get(i);
            if (item.number() == items.get(i - 1).number()) {
                if (!item.equals(items.get(i - 1))) {
                    return rejected(
                            ProblemCode.DUPLICATE_ITEM,
                            "expected each item once or in equal rows, found item " + item.number()
                                    + " again with other values");
                }
                items.remove(i);
            }
        }
        return accepted(first, fields, items, problems);
    }

    private static boolean differ(CaseAttributes one, CaseAttributes other) {
        return !Objects.equals(one.urAction(), other.urAction());
    }

    /** As the row numbers it, or by its place among its case's. */
    private DisputedItem numbered(Line line) {
        return dialect.counted && !reader.isByRow()
                ? counted.counted(String.valueOf(line.key()), item(line))
                : item(line);
    }

    private Reading accepted(Line first, CaseFields fields, List<DisputedItem> items, List<Problem> problems) {
        List<Problem> all = problems;
        if (badRows > 0) {
            all = new ArrayList<>(problems);
            all.add(new Problem(
                    ProblemCode.MALFORMED_ROW,
                    "expected every row of the case, found " + badRows + " that had to be rejected",
                    place(first)));
        }
        Determination determination = new Determination(
                String.valueOf(key),
                first.caseNumber(),
                fields.dates(),
                fields.priority(),
                fields.caseOutcome(),
                fields.reviewer(),
                fields.attributes(),
                items);
        return new Reading.Accepted(determination, dialect.name(), place(first), Map.of(), all);
    }

    /** The whole case, under the hash of its rows' hashes. */
    private Reading rejected(ProblemCode code, String message) {
        MessageDigest digest = Sha256.digest();
        for (Line line : good) {
            digest.update(line.row().sha256().getBytes(StandardCharsets.US_ASCII));
        }
        Place place = place(good.get(0));
        return new Reading.Rejected(new Problem(code, message, place), place, Sha256.hex(digest.digest()));
    }

    private static Place place(Line line) {
        return Place.line(line.row().line());
    }

    private static DisputedItem item(Line line) {
        return Objects.requireNonNull(line.item());
    }

    private static CaseFields fields(Line line) {
        return Objects.requireNonNull(line.fields());
    }
}

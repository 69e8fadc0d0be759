package org.uphold.store;

import static org.jooq.impl.DSL.any;
import static org.uphold.schema.Tables.PRINTED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** Some texts of {@code printed}, by their numbers. */
record PrintedTexts(Map<Integer, String> texts) {

    /** No member of a list holds a line's end, since white space is folded when it is read. */
    private static final String LINE = "\n";

    static PrintedTexts of(DSLContext dsl, Set<Integer> numbers) {
        return new PrintedTexts(dsl.selectFrom(PRINTED)
                .where(PRINTED.ID.eq(any(numbers.toArray(Integer[]::new))))
                .fetchMap(PRINTED.ID, PRINTED.TEXT));
    }

    /** A list as one text. */
    static String join(List<String> members) {
        return String.join(LINE, members);
    }

    String text(int number) {
        String text = texts.get(number);
        if (text == null) {
            throw new IllegalStateException("A row points to text " + number + ", which uphold.printed does not hold");
        }
        return text;
    }

    /** The members of a list that was joined. */
    List<String> list(int number) {
        String text = text(number);
        return text.isEmpty() ? List.of() : List.of(text.split(LINE, -1));
    }
}

package org.uphold.store;

import static org.jooq.impl.DSL.any;
import static org.uphold.schema.Tables.PRINTED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Some texts of {@code printed}, by their numbers. */
record PrintedTexts(Map<Integer, String> texts) {

    private static final String LINE = "\n";

    static PrintedTexts of(DSLContext dsl, Set<Integer> numbers) {
        return new PrintedTexts(dsl.selectFrom(PRINTED)
                .where(PRINTED.ID.eq(any(numbers.toArray(Integer[]::new))))
                .fetchMap(PRINTED.ID, PRINTED.TEXT));
    }

    /** A list as one text, a line for each member. What is read holds no line's end; what a user's dialect puts in may. */
    static String join(List<String> members) {
        return members.stream().map(member -> member.replace(LINE, " ")).collect(Collectors.joining(LINE));
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

package org.uphold.cells;

import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;

/**
 * Which letters a package shows.
 *
 * @param basis date that decides
 * @param window range
 * @param asOf store time; null: as the store is
 * @param openFrom first day of the open month that was left out; null: nothing was
 */
public record LetterView(
        Basis basis,
        DateRange window,
        @Nullable OffsetDateTime asOf,
        @Nullable LocalDate openFrom) {

    Select<? extends Record> letters() {
        return LetterRows.of(basis, window, asOf, openFrom);
    }

    /** Statement of the numbers of the letters that this view shows and the other does not. */
    public Select<Record1<Long>> without(LetterView other) {
        return select(LetterRows.ID)
                .from(letters().asTable("letter"))
                .except(select(LetterRows.ID).from(other.letters().asTable("letter")));
    }
}

package org.uphold.store;

import java.util.List;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.NamedRows;

/** Which tables the rows of a load go to first, and what stands in them beside what was read. */
interface RowForm {

    /** What was read of a determination, in the order in which it is written. */
    List<String> DETERMINATION = List.of(
            "case_key",
            "case_number",
            "content_hash",
            "decided_from",
            "decided_to",
            "bucket",
            "received_date",
            "assigned_date",
            "ur_decision_date",
            "injury_date",
            "priority",
            "case_outcome_as_printed",
            "claims_administrator",
            "jurisdiction",
            "age",
            "sex",
            "ur_action",
            "specialties",
            "specialties_as_printed",
            "licensure",
            "licensure_as_printed",
            "form",
            "line",
            "page");

    /** What was read of an item, in the order in which it is written. */
    List<String> ITEM = List.of(
            "number",
            "outcome",
            "service_id",
            "service",
            "disputed_service",
            "service_rule",
            "adjunct",
            "body_part",
            "quantity",
            "stated_vocabulary",
            "stated_category",
            "stated_subcategory",
            "claims_administrator_guideline",
            "claims_administrator_sources",
            "claims_administrator_guidelines",
            "reviewer_guideline",
            "reviewer_sources",
            "reviewer_guidelines",
            "character");

    /** What was read of a problem, in the order in which it is written. */
    List<String> PROBLEM = List.of("code", "message", "line", "page", "character");

    /** Columns of determinations and items that hold a {@link SharedText}. */
    List<String> SHARED = List.of(
            "specialties_as_printed", "licensure_as_printed", "claims_administrator_guideline", "reviewer_guideline");

    /** A text as rows of this form have it. To ask again for the same text costs more than to remember the answer. */
    SharedText shared(String text);

    /** Begins a row; what was read follows. */
    CopyBuffer determination(CopyBuffer rows, int seq, int file);

    /** Ends the row. */
    void determinationEnd(CopyBuffer rows, byte[] ofCase);

    /** Begins a row; what was read follows. */
    CopyBuffer item(CopyBuffer rows, int seq, byte[] hash);

    /** Begins a row; what was read follows. */
    CopyBuffer problem(CopyBuffer rows, int seq);

    /** Keeps the hashes of a determination's parts where its rows do not. */
    void hashes(CopyBuffer rows, int seq, byte[] ofCase, List<byte[]> ofItems);

    /** The rows under the names of their columns. */
    StagedChunk chunk(
            CopyBuffer determinations,
            CopyBuffer items,
            CopyBuffer problems,
            CopyBuffer hashes,
            List<StagedChunk.Rejection> rejected,
            int accepted,
            int itemCount);

    /** Rows of a table with columns before and behind those that were read. */
    static NamedRows rows(String table, List<String> before, List<String> read, List<String> behind, CopyBuffer rows) {
        List<String> columns = new java.util.ArrayList<>(before);
        columns.addAll(read);
        columns.addAll(behind);
        return new NamedRows(table, columns, rows);
    }
}

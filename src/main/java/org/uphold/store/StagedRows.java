package org.uphold.store;

import java.util.List;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.NamedRows;

/** Rows of the staging tables, to be compared with the store before they go there. */
final class StagedRows implements RowForm {

    /** In full: which of them the store has is found out when all are there. */
    @Override
    public SharedText shared(String text) {
        return row -> row.text(text);
    }

    @Override
    public CopyBuffer determination(CopyBuffer rows, int seq, int file) {
        return rows.row(DETERMINATION.size() + 3).int4(seq).int4(file);
    }

    @Override
    public void determinationEnd(CopyBuffer rows, byte[] ofCase) {
        rows.bytes(ofCase);
    }

    @Override
    public CopyBuffer item(CopyBuffer rows, int seq, byte[] hash) {
        return rows.row(ITEM.size() + 2).int4(seq).bytes(hash);
    }

    @Override
    public CopyBuffer problem(CopyBuffer rows, int seq) {
        return rows.row(PROBLEM.size() + 1).int4(seq);
    }

    @Override
    public void hashes(CopyBuffer rows, int seq, byte[] ofCase, List<byte[]> ofItems) {
        // They stand in the rows.
    }

    @Override
    public StagedChunk chunk(
            CopyBuffer determinations,
            CopyBuffer items,
            CopyBuffer problems,
            CopyBuffer hashes,
            List<StagedChunk.Rejection> rejected,
            int accepted,
            int itemCount) {
        return new StagedChunk(
                RowForm.rows(
                        "stage_determination",
                        List.of("seq", "file"),
                        DETERMINATION,
                        List.of("case_hash"),
                        determinations),
                RowForm.rows("stage_item", List.of("seq", "item_hash"), ITEM, List.of(), items),
                RowForm.rows("stage_problem", List.of("seq"), PROBLEM, List.of(), problems),
                new NamedRows(KeptHashes.TABLE, KeptHashes.COLUMNS, hashes),
                rejected,
                accepted,
                itemCount);
    }
}

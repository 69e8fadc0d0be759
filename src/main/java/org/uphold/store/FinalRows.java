package org.uphold.store;

import java.util.ArrayList;
import java.util.List;
import org.uphold.copy.CopyBuffer;
import org.uphold.copy.NamedRows;

/**
 * Rows of the store's own tables: where there is nothing to compare with.
 *
 * @param base number of the determination with sequence 0
 * @param system source system
 * @param sourceFile number of the file
 * @param sourcePath number of its path
 * @param run number of the run
 * @param loadedAt store time, in microseconds since 2000
 * @param texts takes the texts that rows share
 */
record FinalRows(long base, String system, long sourceFile, long sourcePath, long run, long loadedAt, NewTexts texts)
        implements RowForm {

    @Override
    public SharedText shared(String text) {
        int number = texts.number(text);
        return row -> row.int4(number);
    }

    @Override
    public CopyBuffer determination(CopyBuffer rows, int seq, int file) {
        return rows.row(DETERMINATION.size() + 6).int8(base + seq).text(system);
    }

    @Override
    public void determinationEnd(CopyBuffer rows, byte[] ofCase) {
        rows.int8(sourceFile).int8(sourcePath).int8(run).int8(loadedAt);
    }

    @Override
    public CopyBuffer item(CopyBuffer rows, int seq, byte[] hash) {
        return rows.row(ITEM.size() + 1).int8(base + seq);
    }

    @Override
    public CopyBuffer problem(CopyBuffer rows, int seq) {
        return rows.row(PROBLEM.size() + 1).int8(base + seq);
    }

    @Override
    public void hashes(CopyBuffer rows, int seq, byte[] ofCase, List<byte[]> ofItems) {
        List<byte[]> all = new ArrayList<>(ofItems.size() + 1);
        all.add(ofCase);
        all.addAll(ofItems);
        rows.row(2).int8(base + seq).bytes(all);
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
                        "uphold.determination",
                        List.of("id", "system"),
                        DETERMINATION,
                        List.of("source_file", "source_path", "run", "loaded_at"),
                        determinations),
                RowForm.rows("uphold.item", List.of("determination"), ITEM, List.of(), items),
                RowForm.rows("uphold.problem", List.of("determination"), PROBLEM, List.of(), problems),
                new NamedRows(KeptHashes.TABLE, KeptHashes.COLUMNS, hashes),
                rejected,
                accepted,
                itemCount);
    }
}

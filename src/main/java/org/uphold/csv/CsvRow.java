package org.uphold.csv;

import org.uphold.source.Sha256;

/**
 * A record of a CSV file.
 *
 * @param batch the bytes that it came with
 * @param index which of the batch's records
 */
record CsvRow(CsvBatch batch, int index) implements Row {

    @Override
    public String text(int column) {
        return batch.text(index, column);
    }

    @Override
    public long line() {
        return batch.line(index);
    }

    @Override
    public long number() {
        return batch.row(index);
    }

    @Override
    public boolean isUnfinished() {
        return batch.isUnfinished(index);
    }

    @Override
    public String sha256() {
        return Sha256.of(batch.bytes(index));
    }
}

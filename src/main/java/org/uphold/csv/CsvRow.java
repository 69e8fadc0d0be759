package org.uphold.csv;

import org.uphold.source.Sha256;

/**
 * A record of a CSV file.
 *
 * @param batch the bytes that it came with
 * @param index which of the batch's records
 * @param fields where each starts and ends in the batch
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CsvRow(CsvBatch batch, int index, int[] fields) implements Row {

    @Override
    public String value(int column) {
        return batch.text(fields[2 * column], fields[2 * column + 1]);
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
    public String sha256() {
        return Sha256.of(batch.bytes(index));
    }
}

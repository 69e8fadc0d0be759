package org.uphold.csv;

import org.apache.commons.csv.CSVRecord;
import org.uphold.source.Sha256;

/**
 * A record of a CSV file.
 *
 * @param batch the bytes that it came with
 * @param index which of the batch's records
 * @param fields parsed
 */
record CsvRow(CsvBatch batch, int index, CSVRecord fields) implements Row {

    @Override
    public String value(int column) {
        return fields.get(column);
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

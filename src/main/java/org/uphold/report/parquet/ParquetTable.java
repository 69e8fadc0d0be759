package org.uphold.report.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/** One table as a Parquet file: uncompressed, for dictionaries and run lengths make tables of rates small by themselves. */
public final class ParquetTable {

    private ParquetTable() {}

    /** Writes the table; the same table gives the same bytes. Closes the stream. */
    public static void write(PublishedTable table, OutputStream out) throws IOException {
        try (ParquetWriter<List<@Nullable Object>> writer = new Builder(new StreamFile(out), table)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (List<@Nullable Object> row : table.rows()) {
                writer.write(row);
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<List<@Nullable Object>, Builder> {

        private final PublishedTable table;

        Builder(OutputFile file, PublishedTable table) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // The library calls the other one, but still declares this one abstract.
        protected WriteSupport<List<@Nullable Object>> getWriteSupport(Configuration configuration) {
            return new TableRows(table);
        }

        @Override
        protected WriteSupport<List<@Nullable Object>> getWriteSupport(ParquetConfiguration configuration) {
            return new TableRows(table);
        }
    }
}

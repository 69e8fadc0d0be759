package org.uphold.report;

import java.io.IOException;
import org.uphold.rates.PublishedTable;
import org.uphold.report.parquet.ParquetTable;

/** One Parquet file a table, named as its CSV file is. Text is as it is: no spreadsheet reads it. */
final class ParquetFiles implements OutputFormat {

    @Override
    public void write(PackageContent content, OutputFolder folder) throws IOException {
        for (PublishedTable table : content.tables()) {
            ParquetTable.write(table, folder.bytes(table.name() + ".parquet"));
        }
    }
}

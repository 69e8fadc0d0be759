package org.uphold.report.parquet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.Column;
import org.uphold.rates.ColumnType;
import org.uphold.rates.Figures;
import org.uphold.rates.PublishedTable;

/** Rows of a table as the library consumes them. Title and definitions go into the file's key-value metadata. */
final class TableRows extends WriteSupport<List<@Nullable Object>> {

    private final PublishedTable table;
    private @Nullable RecordConsumer consumer;

    TableRows(PublishedTable table) {
        this.table = table;
    }

    @Override
    @SuppressWarnings("deprecation") // As in the builder: still abstract, no longer called.
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(List<@Nullable Object> row) {
        RecordConsumer to = consumer;
        if (to == null) {
            throw new IllegalStateException("The library writes rows before it has prepared");
        }
        to.startMessage();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value != null) {
                Column column = table.columns().get(i);
                to.startField(column.name(), i);
                value(to, column.type(), value);
                to.endField(column.name(), i);
            }
        }
        to.endMessage();
    }

    private static void value(RecordConsumer to, ColumnType type, Object value) {
        switch (type) {
            case TEXT -> to.addBinary(Binary.fromString((String) value));
            case INTEGER -> to.addLong((Long) value);
            // The published value: six decimals, as in every other file.
            case DECIMAL -> to.addDouble(Figures.decimal((Double) value).doubleValue());
            case BOOLEAN -> to.addBoolean((Boolean) value);
        }
    }

    private WriteContext context() {
        Type[] fields = table.columns().stream().map(TableRows::field).toArray(Type[]::new);
        Map<String, String> meaning = new TreeMap<>();
        meaning.put("title", table.title());
        table.columns().forEach(c -> meaning.put("column." + c.name(), c.definition()));
        return new WriteContext(new MessageType(table.name(), fields), meaning);
    }

    private static Type field(Column column) {
        Type.Repetition repetition = column.key() ? Type.Repetition.REQUIRED : Type.Repetition.OPTIONAL;
        return switch (column.type()) {
            case TEXT ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case DECIMAL ->
                Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case BOOLEAN ->
                Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.name());
        };
    }
}

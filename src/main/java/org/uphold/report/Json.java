package org.uphold.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON with keys in the order of writing, two blanks of indentation and LF everywhere. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER);

    private Json() {}

    /** Closes nothing. Ends with a line feed. */
    static void write(Writer out, Map<String, ?> object) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            MAPPER.writer()
                    .with(printer)
                    .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .writeValue(out, object);
        } catch (JacksonException e) {
            // However deep in the object it was when the disk was full.
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException full) {
                    throw full;
                }
            }
            throw e;
        }
        out.write("\n");
    }

    /** One line, without a line feed. */
    static String line(Map<String, ?> object) {
        return MAPPER.writeValueAsString(object);
    }

    static JsonNode read(Path file) throws IOException {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The fields of an object up to one with this name; what follows is not looked at. */
    static JsonNode before(Path file, String name) throws IOException {
        return fields(file, name, false);
    }

    /** The fields of an object but for one, whose value is never held. */
    static JsonNode without(Path file, String name) throws IOException {
        return fields(file, name, true);
    }

    /** The elements of an object's array, one at a time; the rest of the file is read, and not kept. */
    static void elements(Path file, String name, Consumer<JsonNode> sink) throws IOException {
        walk(file, (field, parser) -> {
            if (field.equals(name) && parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    sink.accept(parser.readValueAsTree());
                }
            } else {
                parser.skipChildren();
            }
            return true;
        });
    }

    private static JsonNode fields(Path file, String name, boolean further) throws IOException {
        ObjectNode object = MAPPER.createObjectNode();
        walk(file, (field, parser) -> {
            if (field.equals(name)) {
                if (further) {
                    parser.skipChildren();
                }
                return further;
            }
            object.set(field, parser.<JsonNode>readValueAsTree());
            return true;
        });
        return object;
    }

    /** What is done with a field whose value begins; false: no further ones are wanted. */
    private interface Field {
        boolean read(String name, JsonParser value);
    }

    private static void walk(Path file, Field sink) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = MAPPER.reader().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(file.getFileName() + " is no JSON object");
            }
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                parser.nextToken();
                if (!sink.read(field, parser)) {
                    return;
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException(file.getFileName() + " is not JSON: it ends in the middle");
            }
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** An object with these keys in this order; an entry whose value is null is left out. */
    static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return object;
    }
}

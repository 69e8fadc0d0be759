package org.uphold.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.jr.ob.JSON;

/**
 * Writes and reads JSON. Keys stand in the order of their map, and a null is written as one. A value that JSON has no word for is an
 * error of the caller's: dates, enumerations and records are said as text or as a map.
 */
public final class Json {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private static final JSON LINE = JSON.builder(FACTORY)
            .enable(JSON.Feature.WRITE_NULL_PROPERTIES, JSON.Feature.FAIL_ON_UNKNOWN_TYPE_WRITE)
            .disable(JSON.Feature.HANDLE_JAVA_BEANS)
            .build();

    private Json() {}

    /** One line, without a line feed. */
    public static String line(Object value) {
        return LINE.asString(value);
    }

    /** Two blanks of indentation and LF everywhere, one at the end too. Closes nothing. */
    public static void write(Writer out, Map<String, ?> object) throws IOException {
        JSON pages = LINE.with(indented());
        try (JsonGenerator generator = FACTORY.createGenerator(pages, out)) {
            pages.write(object, generator);
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

    /**
     * Reads one value.
     *
     * @throws JacksonException where the text is not JSON
     */
    public static JsonValue parse(String text) {
        return new JsonValue(LINE.anyFrom(text));
    }

    /** The value that begins where a parser of {@link #parser} stands; afterwards it stands at the value's end. */
    static JsonValue value(JsonParser parser) {
        return new JsonValue(LINE.anyFrom(parser));
    }

    static JsonParser parser(InputStream in) {
        return LINE.createParser(in);
    }

    /** An object with these keys in this order; an entry whose value is null is left out. */
    public static Map<String, Object> object(@Nullable Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                object.put(String.valueOf(keysAndValues[i]), value);
            }
        }
        return object;
    }

    private static PrettyPrinter indented() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
    }
}

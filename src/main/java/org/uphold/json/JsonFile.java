package org.uphold.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a file of JSON, or as much of it as is wanted. What is no JSON is an {@link IOException} that names the file. */
public final class JsonFile {

    private JsonFile() {}

    /** All of it. */
    public static JsonValue read(Path file) throws IOException {
        try {
            return Json.parse(Files.readString(file));
        } catch (JacksonException e) {
            throw broken(file, e);
        }
    }

    /** The fields of an object up to one with this name; what follows is not looked at. */
    public static JsonValue before(Path file, String name) throws IOException {
        return fields(file, name, false);
    }

    /** The fields of an object but for one, whose value is never held. */
    public static JsonValue without(Path file, String name) throws IOException {
        return fields(file, name, true);
    }

    /** The elements of an object's array, one at a time; the rest of the file is read, and not kept. */
    public static void elements(Path file, String name, Consumer<JsonValue> sink) throws IOException {
        walk(file, (field, parser) -> {
            if (field.equals(name) && parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    sink.accept(Json.value(parser));
                }
            } else {
                parser.skipChildren();
            }
            return true;
        });
    }

    private static JsonValue fields(Path file, String name, boolean further) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        walk(file, (field, parser) -> {
            if (field.equals(name)) {
                if (further) {
                    parser.skipChildren();
                }
                return further;
            }
            object.put(field, Json.value(parser).value());
            return true;
        });
        return new JsonValue(object);
    }

    /** What is done with a field whose value begins; false: no further ones are wanted. */
    private interface Field {
        boolean read(String name, JsonParser value);
    }

    private static void walk(Path file, Field sink) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = Json.parser(in)) {
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
            if (parser.nextToken() != null) {
                throw new IOException(file.getFileName() + " is not JSON: it goes on behind its end");
            }
        } catch (JacksonException e) {
            throw broken(file, e);
        }
    }

    private static IOException broken(Path file, JacksonException e) {
        return new IOException(file.getFileName() + " is not JSON: " + e.getOriginalMessage(), e);
    }
}

package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The words that every dialect knows, from {@code words.yaml} beside this class. */
final class CommonWords {

    private static final Map<String, Object> WORDS = load();

    private CommonWords() {}

    /** All of them, as written. */
    static String all() {
        return WORDS.toString();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Field field) {
        Object words = WORDS.get(field.label());
        return words == null ? Map.of() : (Map<String, Object>) words;
    }

    private static Map<String, Object> load() {
        try (InputStream in = CommonWords.class.getResourceAsStream("words.yaml")) {
            return yaml(in == null ? InputStream.nullInputStream() : in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> yaml(InputStream in) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    }
}

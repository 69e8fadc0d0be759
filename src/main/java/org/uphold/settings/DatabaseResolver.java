package org.uphold.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the environment variables that name a database. */
final class DatabaseResolver {

    static final String URL = "UPHOLD_DATABASE_URL";
    static final String USER = "UPHOLD_DATABASE_USER";
    static final String PASSWORD = "UPHOLD_DATABASE_PASSWORD";
    static final String PASSWORD_FILE = "UPHOLD_DATABASE_PASSWORD_FILE";

    private DatabaseResolver() {}

    static Setting<Database> resolve(Map<String, String> environment, Path home) {
        String url = value(environment, URL);
        if (url == null) {
            for (String orphan : new String[] {USER, PASSWORD, PASSWORD_FILE}) {
                if (value(environment, orphan) != null) {
                    throw SettingsException.of(
                            orphan,
                            null,
                            "it is set, but " + URL + " is not; set both to use your own PostgreSQL, or neither to use"
                                    + " the embedded one");
                }
            }
            return new Setting<>(new Database.Embedded(home), Origin.DEFAULT);
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw SettingsException.of(
                    URL,
                    null,
                    "'" + Secrets.masked(url) + "' is no address of a PostgreSQL; write"
                            + " jdbc:postgresql://host:5432/database");
        }
        return new Setting<>(
                new Database.External(url, value(environment, USER), password(environment)), Origin.ENVIRONMENT);
    }

    private static @Nullable String password(Map<String, String> environment) {
        String password = value(environment, PASSWORD);
        String file = value(environment, PASSWORD_FILE);
        if (password != null && file != null) {
            throw SettingsException.of(PASSWORD_FILE, null, PASSWORD + " is set as well; set one of them");
        }
        if (file == null) {
            return password;
        }
        try {
            // Secrets mounted as files mostly end with a line break that is not part of them.
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
        } catch (IOException e) {
            throw SettingsException.of(
                    PASSWORD_FILE,
                    null,
                    file + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** A variable that is set to nothing is as good as unset. */
    static @Nullable String value(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}

package org.uphold.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the user asked for cannot be done as written: exit code 2. Tells everything that was found, one line each. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;

    public SettingsException(List<SettingsProblem> problems) {
        super(problems.stream().map(SettingsProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    static SettingsException of(String where, @Nullable String key, String message) {
        return new SettingsException(List.of(new SettingsProblem(where, null, key, message)));
    }

    public List<SettingsProblem> problems() {
        return problems;
    }
}

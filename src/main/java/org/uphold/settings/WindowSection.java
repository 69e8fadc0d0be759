package org.uphold.settings;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The key {@code window} of a job file, a word or a section. */
final class WindowSection {

    private static final Set<String> KEYS = Set.of("last", "month", "quarter", "year", "from", "to", "touched");

    private final YamlSection job;

    WindowSection(YamlSection job) {
        this.job = job;
    }

    /** Null where the file does not say, or says something wrong. */
    @Nullable
    Window window() {
        if (!job.has("window")) {
            return null;
        }
        if (job.isScalar("window")) {
            return job.value("window", Windows::word).orElse(null);
        }
        return job.section("window").flatMap(this::read).orElse(null);
    }

    private Optional<Window> read(YamlSection section) {
        section.allow(KEYS);
        boolean days = section.has("from") && section.has("to");
        int others = section.names().size();
        if (section.has("from") != section.has("to")) {
            section.problem(
                    section.has("from") ? "from" : "to", "a window needs both from: and to: (both days inside)");
            return Optional.empty();
        }
        if (others != (days ? 2 : 1)) {
            job.problem("window", "give one window only");
            return Optional.empty();
        }
        if (days) {
            String from = section.text("from").orElse("");
            return section.value("to", to -> Windows.days(from, to));
        }
        if (section.names().contains("touched")) {
            return touched(section);
        }
        return section.<Window>value("last", Windows::last)
                .or(() -> section.value("month", Windows::month))
                .or(() -> section.value("quarter", Windows::quarter))
                .or(() -> section.value("year", Windows::year));
    }

    private static Optional<Window> touched(YamlSection section) {
        Window usual = new Window.Touched(Window.Touched.DEFAULT_LOOK_BACK);
        if (!section.has("touched")) {
            return Optional.of(usual);
        }
        return section.section("touched").map(options -> {
            options.allow(Set.of("look-back"));
            return options.<Window>value("look-back", text -> new Window.Touched(Span.parse(text)))
                    .orElse(usual);
        });
    }
}

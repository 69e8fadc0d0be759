package org.uphold.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says, as text; null or empty where it says nothing.
 *
 * @param window the window flags
 * @param out {@code --out}: where packages go; relative to the working folder
 * @param by {@code --by}: groupings such as {@code service_category*specialty}
 * @param basis {@code --basis}
 * @param exact whether {@code --exact} is there
 * @param disclosure {@code --disclosure}
 * @param formats {@code --format}
 */
public record Flags(
        WindowFlags window,
        @Nullable Path out,
        List<String> by,
        @Nullable String basis,
        boolean exact,
        @Nullable String disclosure,
        List<String> formats) {

    /** No flag was given. */
    public static final Flags NONE = new Flags(WindowFlags.NONE, null, List.of(), null, false, null, List.of());

    public Flags {
        by = List.copyOf(by);
        formats = List.copyOf(formats);
    }
}

package org.uphold.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uphold.rates.PublishedTable;

/**
 * Everything that a package is made of.
 *
 * @param edition what the package says about itself
 * @param tables in the order in which they are shown, {@code summary} and {@code data_dictionary} among them
 * @param previous the comparable window before, or null where there is none
 * @param queries the statements behind the figures
 * @param notes sentences for readers: what was suppressed and why, which adjustment was used
 * @param manifest what is true of this run only; goes to {@code manifest.json} and nowhere else in the package
 */
public record PackageContent(
        Edition edition,
        List<PublishedTable> tables,
        @Nullable Comparison previous,
        List<NamedQuery> queries,
        List<String> notes,
        ManifestData manifest) {

    public PackageContent {
        tables = List.copyOf(tables);
        queries = List.copyOf(queries);
        notes = List.copyOf(notes);
        Set<String> names = new HashSet<>();
        for (PublishedTable table : tables) {
            if (!table.name().matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("A table's name is small letters, digits and _: " + table.name());
            }
            if (!names.add(table.name())) {
                throw new IllegalArgumentException("Two tables are named " + table.name());
            }
        }
    }

    /** The table of that name, where the package has it. */
    public Optional<PublishedTable> table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }
}

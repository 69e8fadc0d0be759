package org.uphold.cli;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uphold.csv.Dialect;
import org.uphold.csv.Dialects;
import org.uphold.csv.TableSniffer;
import org.uphold.settings.InputKind;

/** What {@code --kind} says of files that are read without a job. */
final class FileKinds {

    private FileKinds() {}

    /**
     * What files hold.
     *
     * @return null where that is to be told from each file itself
     * @throws UsageException where no files are of such a kind
     */
    static TableSniffer.@Nullable Kind of(String kind) {
        Dialect dialect = Dialects.builtIn().get(kind);
        if (dialect != null || kind.equals(InputKind.LETTER.code())) {
            return new TableSniffer.Kind(dialect, null);
        }
        if (kind.equals(InputKind.AUTO.code())) {
            return null;
        }
        Set<String> kinds = new TreeSet<>(Dialects.builtIn().keySet());
        kinds.add(InputKind.AUTO.code());
        kinds.add(InputKind.LETTER.code());
        throw new UsageException("--kind: '" + kind + "' is none of " + String.join(", ", kinds));
    }
}

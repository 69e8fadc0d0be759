package org.uphold.report;

import java.io.IOException;
import java.io.Writer;

/** {@code queries.sql}: the statements behind the figures, to be run with psql against the store. */
final class QueriesSql implements OutputFormat {

    @Override
    public void write(PackageContent content, OutputFolder folder) throws IOException {
        try (Writer out = folder.text("queries.sql")) {
            out.write("-- The statements that produced this package, "
                    + content.edition().windowInWords()
                    + ", by the date of "
                    + content.edition().basisInWords()
                    + ".\n-- psql -v ON_ERROR_STOP=1 -f queries.sql, against the store; they only read.\n");
            for (NamedQuery query : content.queries()) {
                String sql = query.sql().replace("\r\n", "\n").strip();
                out.write("\n-- " + line(query.name()) + (query.title().isEmpty() ? "" : ": " + line(query.title()))
                        + "\n" + sql);
                out.write(sql.endsWith(";") ? "\n" : "\n;\n");
            }
        }
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ");
    }
}

package org.uphold.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which a peer writes its tables of rates: one template over one list of tables, the same for all.
 *
 * <pre>PeerSql psql|duckdb PEERS OUT [FROM TO]</pre>
 *
 * <p>{@code OUT} is the folder the tables are written to; the days are both inside.
 */
final class PeerSql {

    private final boolean psql;
    private final String template;
    private final String where;

    private PeerSql(boolean psql, String template, String where) {
        this.psql = psql;
        this.template = template;
        this.where = where;
    }

    public static void main(String[] args) throws IOException {
        String where =
                args.length > 4 ? "where i.decided between date '" + args[3] + "' and date '" + args[4] + "'" : "";
        PrintStream out = System.out;
        statements(args[0].equals("psql"), Path.of(args[1]), args[2], where).forEach(out::println);
    }

    /** A statement a table, each on one line. */
    static List<String> statements(boolean psql, Path peers, String out, @Nullable String where) throws IOException {
        String template = Files.readAllLines(peers.resolve("rates.sql")).stream()
                .filter(line -> !line.startsWith("--"))
                .map(String::strip)
                .collect(Collectors.joining(" "));
        PeerSql sql = new PeerSql(psql, template, where == null ? "" : where);
        List<String> statements = new ArrayList<>();
        for (String line : Files.readAllLines(peers.resolve("tables.txt"))) {
            if (!line.startsWith("#")) {
                statements.add(sql.statement(line.split("\\|", -1), out));
            }
        }
        return statements;
    }

    private String statement(String[] table, String out) {
        String name = table[0].strip();
        List<String> keys =
                List.of(table[2].split(",", -1)).stream().map(String::strip).toList();
        List<String> named =
                IntStream.rangeClosed(1, keys.size()).mapToObj(i -> "k" + i).toList();
        String query = template.replace(
                        "${keys}",
                        IntStream.range(0, keys.size())
                                .mapToObj(i -> keys.get(i) + " as " + named.get(i))
                                .collect(Collectors.joining(", ")))
                .replace("${group}", "1" + (keys.size() > 1 ? ", 2" : ""))
                .replace("${names_of_keys}", String.join(", ", named))
                .replace("${join}", table[1].strip())
                .replace("${where}", where)
                .replace("${name_joins}", table[3].strip())
                .replace("${names}", table[4].strip());
        String file = out + "/" + name + ".csv";
        return psql
                ? String.format(Locale.ROOT, "\\copy (%s) to '%s' with (format csv, header)", query, file)
                : String.format(
                        Locale.ROOT, "copy (%s) to '%s' (format csv, header)", query.replace("::numeric", ""), file);
    }
}

package org.uphold.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.PublishedWords;

/** Reads the statements in {@code sql/reports}: one a file, described by comments before it. */
public final class ReportStatements {

    /** What a statement may ask for: the first day of the window, and the first day after it. */
    public static final Set<String> PARAMETERS = Set.of("from", "to");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern ENTRY =
            Pattern.compile("--\\s*(\\p{L}[\\p{L} ]*?)(?:\\s+([A-Za-z0-9_]+))?\\s*:\\s*(.*)");
    private static final List<String> ENTRIES = List.of("title", "key", "column", "seconds");
    private static final Set<String> BEGINNINGS = Set.of("select", "with", "values");

    /** Whoever reads past the two views could print what no package may hold. */
    private static final Set<String> CLOSED = Set.of("uphold", "batch", "pg_temp", "information_schema");

    private static final int MOST_SECONDS = 3600;

    private final List<SettingsProblem> problems = new ArrayList<>();
    private final List<ReportStatement> statements = new ArrayList<>();

    private ReportStatements() {}

    /**
     * All statements of a folder by name; none where it is missing.
     *
     * @throws SettingsException with all that is wrong in all of them
     */
    public static List<ReportStatement> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        ReportStatements reading = new ReportStatements();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                reading.read(file, Files.readString(file).replace("\r\n", "\n"));
            }
        } catch (IOException e) {
            throw SettingsException.of(folder.toString(), null, "cannot be read as UTF-8 text: " + e.getMessage());
        }
        if (!reading.problems.isEmpty()) {
            throw new SettingsException(reading.problems);
        }
        return List.copyOf(reading.statements);
    }

    private void read(Path file, String text) {
        int before = problems.size();
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.sql$", "");
        String where = "sql/reports/" + name + ".sql";
        if (!NAME.matcher(name).matches() || name.startsWith(PublishedWords.RATES_BY)) {
            problem(
                    where,
                    null,
                    "the file's name becomes the table's: small letters, digits and _, a letter first, at most 60,"
                            + " and not uphold_by_… which are tables of the program's own");
        }
        List<SqlToken> tokens = SqlToken.of(text);
        Header header = header(where, tokens);
        check(where, tokens);
        if (problems.size() == before) {
            statements.add(new ReportStatement(name, header.title, header.key, header.columns, header.seconds, text));
        }
    }

    private static final class Header {
        private String title = "";
        private List<String> key = List.of();
        private final Map<String, String> columns = new LinkedHashMap<>();
        private int seconds = ReportStatement.USUAL_SECONDS;
    }

    /** Comments before the statement; those that are no entry are remarks. */
    private Header header(String where, List<SqlToken> tokens) {
        Header header = new Header();
        for (SqlToken token : tokens) {
            if (token.kind() != SqlToken.Kind.COMMENT && token.kind() != SqlToken.Kind.BLANK) {
                break;
            }
            Matcher entry = ENTRY.matcher(token.text());
            if (entry.matches()) {
                entry(where, token.line(), header, entry);
            }
        }
        if (header.title.isEmpty()) {
            problem(where, 1, "no title; begin with a line such as -- Title: Reviews by month of receipt");
        }
        return header;
    }

    private void entry(String where, int line, Header header, Matcher entry) {
        String word = entry.group(1).toLowerCase(Locale.ROOT);
        @Nullable String name = entry.group(2);
        String value = entry.group(3).strip();
        if (word.equals("title") && name == null) {
            header.title = value;
        } else if (word.equals("key") && name == null) {
            header.key = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        } else if (word.equals("column") && name != null) {
            header.columns.put(name, value);
        } else if (word.equals("seconds") && name == null) {
            header.seconds = seconds(where, line, value);
        } else if (name == null && Words.nearest(word, ENTRIES).isPresent()) {
            problem(where, line, "'" + entry.group(1) + "' is none of those known" + Words.suggestion(word, ENTRIES));
        }
    }

    private int seconds(String where, int line, String value) {
        if (value.matches("[0-9]{1,4}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= MOST_SECONDS) {
            return Integer.parseInt(value);
        }
        problem(where, line, "'" + value + "' is no number of seconds from 1 to " + MOST_SECONDS);
        return ReportStatement.USUAL_SECONDS;
    }

    private void check(String where, List<SqlToken> tokens) {
        boolean begun = false;
        boolean ended = false;
        for (SqlToken token : tokens) {
            switch (token.kind()) {
                case COMMENT, BLANK -> {}
                case SEMICOLON -> ended = true;
                default -> {
                    if (ended) {
                        problem(where, token.line(), "a second statement begins here; one file holds one statement");
                        return;
                    }
                    if (!begun && !BEGINNINGS.contains(token.word())) {
                        problem(
                                where,
                                token.line(),
                                "a statement begins with "
                                        + BEGINNINGS.stream().sorted().collect(Collectors.joining(", ")) + ", not '"
                                        + token.text() + "'");
                    }
                    begun = true;
                    parameter(where, token);
                    closed(where, token);
                }
            }
        }
        if (!begun) {
            problem(where, 1, "no statement is in it");
        }
    }

    private void parameter(String where, SqlToken token) {
        if (token.kind() == SqlToken.Kind.PARAMETER && !PARAMETERS.contains(token.word())) {
            problem(where, token.line(), "no parameter " + token.text() + "; there are :from and :to");
        }
    }

    private void closed(String where, SqlToken token) {
        boolean name = token.kind() == SqlToken.Kind.WORD
                || (token.kind() == SqlToken.Kind.QUOTED && token.text().startsWith("\""));
        if (name && CLOSED.contains(token.word())) {
            problem(
                    where,
                    token.line(),
                    "'" + token.text() + "' may not be named here; statements read the views letters and items"
                            + " (see the page on statements of your own)");
        }
    }

    private void problem(String where, @Nullable Integer line, String message) {
        problems.add(new SettingsProblem(where, line, null, message));
    }
}

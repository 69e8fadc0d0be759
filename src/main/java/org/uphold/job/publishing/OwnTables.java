package org.uphold.job.publishing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.uphold.determination.Basis;
import org.uphold.determination.DateRange;
import org.uphold.job.control.ExitCodes;
import org.uphold.job.control.RunException;
import org.uphold.rates.PublishedTable;
import org.uphold.report.NamedQuery;
import org.uphold.settings.ReportStatement;
import org.uphold.store.RunState;
import org.uphold.store.Store;

/**
 * Runs the statements of {@code sql/reports}: on the very state of the store that the package's figures are of, in a transaction that
 * cannot write, within the time that each is given. What one prints cannot be audited, so under a disclosure profile none is run.
 */
final class OwnTables {

    private static final String TIMED_OUT = "57014";

    private final Store store;
    private final Basis basis;
    private final DateRange window;
    private final @Nullable OffsetDateTime asOf;

    OwnTables(Store store, Basis basis, DateRange window, @Nullable OffsetDateTime asOf) {
        this.store = store;
        this.basis = basis;
        this.window = window;
        this.asOf = asOf;
    }

    /**
     * Their results, in the order of the statements.
     *
     * @param snapshot the transaction that the figures were read in; it stays open
     * @param taken names of the package's own tables
     * @throws RunException where one fails, takes too long, or gives what no package may hold
     */
    List<PublishedTable> read(Connection snapshot, List<ReportStatement> statements, Set<String> taken)
            throws SQLException {
        if (statements.isEmpty()) {
            return List.of();
        }
        List<PublishedTable> tables = new ArrayList<>();
        try (Connection connection = SettledStore.join(store, SettledStore.export(snapshot))) {
            try (Statement sql = connection.createStatement()) {
                sql.execute("set local search_path = pg_temp");
                sql.execute(StatementViews.letters(basis, window, asOf));
                sql.execute(StatementViews.items());
                sql.execute("set transaction read only");
            }
            for (ReportStatement statement : statements) {
                if (taken.contains(statement.name())) {
                    throw refused(statement, "a package has a table of that name already; name the file otherwise");
                }
                tables.add(table(connection, statement));
            }
            // The views go with it.
            connection.rollback();
        }
        return tables;
    }

    /** For queries.sql: the views, then the statements with the window in place, as a package of now runs them. */
    static List<NamedQuery> queries(Basis basis, DateRange window, List<ReportStatement> statements) {
        List<NamedQuery> queries = new ArrayList<>();
        if (!statements.isEmpty()) {
            queries.add(new NamedQuery(
                    "letters", "what statements of your own read", StatementViews.letters(basis, window, null)));
            queries.add(new NamedQuery("items", "what statements of your own read", StatementViews.items()));
        }
        for (ReportStatement statement : statements) {
            queries.add(new NamedQuery(
                    statement.name(), statement.title(), statement.with(StatementViews.parameters(window))));
        }
        return queries;
    }

    private PublishedTable table(Connection connection, ReportStatement statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("set local statement_timeout = '" + statement.seconds() + "s'");
            String text = statement.with(StatementViews.parameters(window));
            sql.setFetchSize(1_000);
            try (ResultSet result = sql.executeQuery(text)) {
                return new ResultTable(statement).of(result);
            } catch (PSQLException e) {
                throw failed(statement, text, e);
            }
        }
    }

    private static RunException failed(ReportStatement statement, String text, PSQLException e) {
        if (TIMED_OUT.equals(e.getSQLState())) {
            return refused(
                    statement,
                    "took longer than " + statement.seconds()
                            + " seconds; make it faster, or write -- Seconds: with a greater number at its head");
        }
        ServerErrorMessage said = e.getServerErrorMessage();
        String message = said == null ? e.getMessage() : said.getMessage();
        int position = said == null ? 0 : said.getPosition();
        return refused(statement, (position > 0 ? "line " + line(statement, text, position) + ": " : "") + message);
    }

    /** Parameters and the last semicolon are on one line each, so that lines are those of the file but for blank ones at its head. */
    private static long line(ReportStatement statement, String text, int position) {
        long skipped = statement.text().lines().takeWhile(String::isBlank).count();
        return 1
                + skipped
                + text.substring(0, Math.min(position - 1, text.length()))
                        .lines()
                        .skip(1)
                        .count();
    }

    static RunException refused(ReportStatement statement, String message) {
        return new RunException(
                ExitCodes.USAGE, RunState.FAILED, "nothing was published: " + statement.file() + ": " + message);
    }

    /** What a package under a disclosure profile says of statements that it does not hold. */
    static String leftOut(List<ReportStatement> statements) {
        return "Not in this package, because what a statement of one's own prints cannot be audited for disclosure: "
                + statements.stream().map(ReportStatement::name).collect(Collectors.joining(", ")) + ".";
    }
}

package org.uphold.settings;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uphold.determination.Basis;

/**
 * Everything that decides what a package holds, besides window and data: part of a run's identity.
 *
 * @param tables groupings in the order asked for; empty: those of the contract
 * @param basis which date counts
 * @param intervals which ones there are columns of
 * @param disclosure how small cells are protected
 * @param formats which files are written
 * @param gates what refuses a package
 * @param statements the user's own, each one more table
 */
public record PublishSettings(
        List<String> tables,
        Basis basis,
        Intervals intervals,
        DisclosureProfile disclosure,
        Set<String> formats,
        Gates gates,
        List<ReportStatement> statements) {

    public PublishSettings {
        tables = List.copyOf(tables);
        formats = Set.copyOf(formats);
        statements = List.copyOf(statements);
    }

    /**
     * Lower-case hex SHA-256, the same on every machine and in every run, however the settings were written: neither
     * the order of tables and formats nor {@code 0.050} for {@code 0.05} changes it.
     */
    public String hash() {
        String text = String.join(
                "\n",
                "settings 1",
                "tables " + String.join(" ", new TreeSet<>(tables)),
                "basis " + basis.code(),
                "disclosure " + disclosure.code(),
                "formats " + formats.stream().sorted().collect(Collectors.joining(" ")),
                "max-reject-rate " + plain(gates.maxRejectRate()),
                "warn-rejects " + gates.warnRejects(),
                "max-unknown-rate " + plain(gates.maxUnknownRate()),
                "max-unclassified-rate " + plain(gates.maxUnclassifiedRate()));
        String problems = (gates.maxProblemRate() == null ? "" : "\nmax-problem-rate " + plain(gates.maxProblemRate()))
                + (gates.warnProblems() == null ? "" : "\nwarn-problems " + gates.warnProblems());
        String own = statements.stream()
                .map(s -> "\nstatement " + s.name() + " " + sha256(s.text()))
                .sorted()
                .collect(Collectors.joining());
        // Said where it is asked for alone, so that what is the default now keeps the hash it had.
        String exact = intervals == Intervals.EXACT ? "\nintervals exact" : "";
        return sha256(text + problems + exact + own);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String plain(@Nullable BigDecimal rate) {
        return rate == null ? "none" : rate.stripTrailingZeros().toPlainString();
    }
}

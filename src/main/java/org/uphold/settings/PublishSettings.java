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
 * @param disclosure how small cells are protected
 * @param formats which files are written
 * @param gates what refuses a package
 */
public record PublishSettings(
        List<String> tables, Basis basis, DisclosureProfile disclosure, Set<OutputFormat> formats, Gates gates) {

    public PublishSettings {
        tables = List.copyOf(tables);
        formats = Set.copyOf(formats);
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
                "formats " + formats.stream().map(OutputFormat::code).sorted().collect(Collectors.joining(" ")),
                "max-reject-rate " + plain(gates.maxRejectRate()),
                "warn-rejects " + gates.warnRejects(),
                "max-unknown-rate " + plain(gates.maxUnknownRate()),
                "max-unclassified-rate " + plain(gates.maxUnclassifiedRate()));
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

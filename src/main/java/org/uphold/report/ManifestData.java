package org.uphold.report;

import java.time.Instant;
import java.util.List;

/**
 * What is true of one run and of no other; only {@code manifest.json} and the lineage beside the package hold it.
 *
 * @param runId the run's id, a UUID where lineage tools shall find it again
 * @param storeId UUID of the store that the run was of
 * @param started when the run began
 * @param finished when its figures were ready
 * @param provisional whether the window's last month may still change
 * @param settingsSha256 hash of the resolved settings, hexadecimal
 * @param counts readings over all inputs
 * @param inputs what was read, in any order
 * @param checks what was checked before publishing
 * @param reasons why this vintage was made, one phrase each: {@code first}, {@code new inputs}, {@code forced}
 * @param earlier vintages of the same job and window before this one, oldest first
 */
public record ManifestData(
        String runId,
        String storeId,
        Instant started,
        Instant finished,
        boolean provisional,
        String settingsSha256,
        Counts counts,
        List<Input> inputs,
        List<Check> checks,
        List<String> reasons,
        List<EarlierVintage> earlier) {

    public ManifestData {
        inputs = List.copyOf(inputs);
        checks = List.copyOf(checks);
        reasons = List.copyOf(reasons);
        earlier = List.copyOf(earlier);
    }

    /** Readings: read = accepted + rejected + unchanged. */
    public record Counts(long read, long accepted, long rejected, long unchanged) {}

    /**
     * One source file. Its name is not here: real file names are case numbers.
     *
     * @param sha256 hexadecimal
     * @param kind how it was read: {@code letter}, {@code items-csv}
     * @param bytes size
     * @param counts its readings
     */
    public record Input(String sha256, String kind, long bytes, Counts counts) {}

    /**
     * One check made before publishing.
     *
     * @param name stable code
     * @param passed whether it held
     * @param detail the figures compared, one line
     */
    public record Check(String name, boolean passed, String detail) {}

    /**
     * A vintage published before this one.
     *
     * @param folder {@code v1}
     * @param runId the run that made it
     * @param finished when
     * @param reasons why it was made
     */
    public record EarlierVintage(String folder, String runId, Instant finished, List<String> reasons) {

        public EarlierVintage {
            reasons = List.copyOf(reasons);
        }
    }
}

package org.uphold.rates;

/**
 * What a run may ask of the measures.
 *
 * @param basis which date places a letter in time, as printed in the summary: {@code decision}, {@code received}, {@code assigned} or
 *     {@code ur_decision}
 * @param exactIntervals whether there are columns of exact (Clopper-Pearson) intervals too
 */
public record MeasureOptions(String basis, boolean exactIntervals) {

    /** By decision date, without exact intervals. */
    public static final MeasureOptions DEFAULT = new MeasureOptions("decision", false);
}

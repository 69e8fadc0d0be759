package org.uphold.rates.sums;

import java.util.List;
import org.uphold.rates.Tally;

/**
 * The sums of one group in one month: the form in which cells go from whoever summed them to whoever keeps them.
 *
 * @param grouping name of the cells: {@link org.uphold.rates.Grouping#code}, or one of those of {@link KeptGroupings}
 * @param bucket the month, as {@code yyyymm}
 * @param key words of the group
 * @param tally the sums; below zero where more went than came
 */
public record SummedCell(String grouping, int bucket, List<String> key, Tally tally) {}

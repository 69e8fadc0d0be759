/**
 * Raw words to service, guideline, specialty and state, by versioned tables in {@code src/main/resources/taxonomy} that a
 * domain expert reads and changes without Java. Pure: no database, no clock, no locale.
 *
 * <p>Start at {@link org.uphold.classification.Taxonomy}, which loads the tables, and its {@link
 * org.uphold.classification.Classifier}, which answers. The tables are described in {@code taxonomy/README.md} beside
 * them. How a text finds its rule: {@code NormalizedText} turns it into plain words with a depth, {@code WordFinder} finds
 * all words of all rules in one pass, {@code ServiceDecision} weighs the rules that are satisfied.
 */
@NullMarked
package org.uphold.classification;

import org.jspecify.annotations.NullMarked;

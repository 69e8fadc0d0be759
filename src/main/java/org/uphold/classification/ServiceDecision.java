package org.uphold.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the rules that a text satisfies. What is asked for stands at the head of the text; what stands behind "for",
 * "with", "after", a comma or a bracket says more about it. So a rule deeper in the text than the first one found is worth
 * {@link #DEEPER} less; then the earlier wins, then the longer.
 */
final class ServiceDecision {

    static final int DEEPER = 25;
    private static final int DEEPEST = 4;

    private static final Comparator<Candidate> BEST = Comparator.comparingInt(Candidate::weight)
            .reversed()
            .thenComparingInt(Candidate::begin)
            .thenComparing(Comparator.comparingInt(Candidate::letters).reversed())
            .thenComparing(c -> c.rule().id());

    private final WordFinder finder;
    private final ServiceRule[][] rulesByFirstPart;
    private final Drugs drugs;
    private final boolean[] active;
    private final boolean[] mild;
    private final boolean[] topicalBrand;
    private final ThreadLocal<Findings> scratch;

    /** A rule that the text satisfies. */
    record Candidate(ServiceRule rule, int weight, int begin, int letters) {

        boolean isWeak() {
            return weight < ServiceRule.FIRM;
        }
    }

    ServiceDecision(Vocabulary vocabulary, List<ServiceRule> rules, Drugs drugs, int context) {
        this.finder = vocabulary.build();
        int concepts = vocabulary.size();
        this.drugs = drugs;
        this.active = new boolean[concepts];
        this.mild = new boolean[concepts];
        this.topicalBrand = new boolean[concepts];
        for (int c = 0; c < concepts; c++) {
            active[c] = drugs.isActive(c);
            mild[c] = drugs.isMild(c);
            topicalBrand[c] = drugs.isTopicalBrand(c);
        }
        List<List<ServiceRule>> index = new ArrayList<>();
        for (int c = 0; c < concepts; c++) {
            index.add(new ArrayList<>(0));
        }
        for (ServiceRule rule : rules) {
            index.get(rule.parts()[0]).add(rule);
        }
        this.rulesByFirstPart =
                index.stream().map(list -> list.toArray(ServiceRule[]::new)).toArray(ServiceRule[][]::new);
        this.scratch = ThreadLocal.withInitial(() -> new Findings(concepts, context));
    }

    /** What is found in the text; belongs to the calling thread until its next call. */
    Findings find(NormalizedText text) {
        Findings findings = scratch.get();
        findings.reset();
        finder.find(text, findings);
        return findings;
    }

    /** The rule that decides, or null. */
    @Nullable
    Candidate best(NormalizedText text, Findings findings) {
        Candidate best = null;
        List<Candidate> candidates = weighed(text, findings);
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            if (best == null || BEST.compare(candidate, best) < 0) {
                best = candidate;
            }
        }
        return best;
    }

    /** Every rule that the text satisfies, the best first. */
    List<Candidate> ranked(NormalizedText text, Findings findings) {
        List<Candidate> candidates = weighed(text, findings);
        candidates.sort(BEST);
        return candidates;
    }

    private List<Candidate> weighed(NormalizedText text, Findings findings) {
        List<Candidate> satisfied = new ArrayList<>(8);
        int count = findings.count();
        int actives = 0;
        int milds = 0;
        int firstActive = Integer.MAX_VALUE;
        int firstBrand = Integer.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            int concept = findings.concept(i);
            for (ServiceRule rule : rulesByFirstPart[concept]) {
                if (holds(rule, findings)) {
                    satisfied.add(candidate(rule, findings));
                }
            }
            if (active[concept]) {
                actives++;
                firstActive = Math.min(firstActive, findings.begin(concept));
            } else if (mild[concept]) {
                milds++;
                firstActive = Math.min(firstActive, findings.begin(concept));
            } else if (topicalBrand[concept]) {
                firstBrand = Math.min(firstBrand, findings.begin(concept));
            }
        }
        boolean compounded = findings.has(drugs.compoundWord());
        ServiceRule compound = drugs.compound();
        int firstShare = actives >= 1 && findings.has(drugs.topicalForm()) ? text.sharesOfSeveral() : -1;
        boolean mixed = firstShare >= 0;
        boolean several = actives >= 1 && actives + milds >= 2;
        if ((several && (compounded || findings.has(drugs.topicalForm()))
                        || actives + milds == 1 && compounded
                        || mixed)
                && firstActive < firstBrand
                && (compounded || !anyOf(compound.unless(), findings))) {
            satisfied.add(
                    mixed
                            ? new Candidate(compound, Drugs.MIXED, Math.min(firstShare, firstActive), 0)
                            : new Candidate(compound, compound.priority(), firstActive, 0));
        }
        return inDepth(text, findings, satisfied);
    }

    private List<Candidate> inDepth(NormalizedText text, Findings findings, List<Candidate> satisfied) {
        if (satisfied.size() < 2) {
            return satisfied;
        }
        int shallowest = Integer.MAX_VALUE;
        int[] depths = new int[satisfied.size()];
        for (int i = 0; i < depths.length; i++) {
            depths[i] = findings.depth(text, satisfied.get(i).begin());
            shallowest = Math.min(shallowest, depths[i]);
        }
        for (int i = 0; i < depths.length; i++) {
            Candidate c = satisfied.get(i);
            if (depths[i] > shallowest && c.rule().priority() < ServiceRule.ANYWHERE) {
                satisfied.set(
                        i,
                        new Candidate(c.rule(), c.weight() - penalty(depths[i] - shallowest), c.begin(), c.letters()));
            }
        }
        return satisfied;
    }

    /** The step away from the head costs most; every further one a little, so that "at a facility for X" is the facility. */
    private static int penalty(int deeper) {
        return DEEPER + 2 * (Math.min(deeper, DEEPEST) - 1);
    }

    private static Candidate candidate(ServiceRule rule, Findings findings) {
        int letters = 0;
        for (int part : rule.parts()) {
            letters += findings.letters(part);
        }
        return new Candidate(rule, rule.priority(), findings.begin(rule.parts()[0]), letters);
    }

    private static boolean holds(ServiceRule rule, Findings findings) {
        int[] parts = rule.parts();
        for (int i = 1; i < parts.length; i++) {
            if (!findings.has(parts[i])) {
                return false;
            }
        }
        return !anyOf(rule.unless(), findings);
    }

    private static boolean anyOf(int[] concepts, Findings findings) {
        for (int concept : concepts) {
            if (findings.has(concept)) {
                return true;
            }
        }
        return false;
    }

    /** Where each concept was first found, and where the text goes deeper. Reused, one a thread. */
    static final class Findings implements WordFinder.Sink {
        private final int[] begin;
        private final int[] end;
        private final int[] seenIn;
        private int[] order = new int[64];
        private int count;
        private int run;
        private int[] contexts = new int[32];
        private int contextCount;
        private final int context;

        Findings(int concepts, int context) {
            this.context = context;
            begin = new int[concepts];
            end = new int[concepts];
            seenIn = new int[concepts];
        }

        void reset() {
            run++;
            count = 0;
            contextCount = 0;
        }

        @Override
        public void found(int concept, int from, int to) {
            if (concept == context) {
                contexts = contextCount == contexts.length ? Arrays.copyOf(contexts, 2 * contextCount) : contexts;
                contexts[contextCount++] = from;
            }
            if (seenIn[concept] == run) {
                if (from < begin[concept] || from == begin[concept] && to > end[concept]) {
                    begin[concept] = from;
                    end[concept] = to;
                }
                return;
            }
            seenIn[concept] = run;
            begin[concept] = from;
            end[concept] = to;
            order = count == order.length ? Arrays.copyOf(order, 2 * count) : order;
            order[count++] = concept;
        }

        boolean has(int concept) {
            return seenIn[concept] == run;
        }

        int count() {
            return count;
        }

        int concept(int i) {
            return order[i];
        }

        int begin(int concept) {
            return begin[concept];
        }

        int letters(int concept) {
            return end[concept] - begin[concept];
        }

        /** How many words such as "for", commas and open brackets stand before the offset. */
        int depth(NormalizedText text, int offset) {
            int depth = 0;
            for (int i = 0; i < contextCount && contexts[i] < offset; i++) {
                depth++;
            }
            for (int i = 0; i < offset; i++) {
                byte mark = text.markAt(i);
                if (mark != 0) {
                    depth += (mark & NormalizedText.COMMA) != 0 ? 1 : 0;
                    depth += (mark & NormalizedText.OPEN) != 0 ? 1 : 0;
                    depth -= (mark & NormalizedText.CLOSE) != 0 ? 1 : 0;
                }
            }
            return depth;
        }
    }
}

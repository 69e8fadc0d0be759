package org.uphold.bench;

import java.util.SplittableRandom;

/** Service texts as reviewers print them: doses, quantities, body parts, dates and slips of the keyboard. */
final class ServiceTexts {

    private static final int[] DOSES = {5, 10, 20, 25, 50, 75, 100, 150, 200, 300, 325, 500, 550, 600, 800};

    private final SplittableRandom random;

    ServiceTexts(SplittableRandom random) {
        this.random = random;
    }

    String next() {
        StringBuilder text = new StringBuilder(80);
        int kind = random.nextInt(100);
        if (kind < 42) {
            drug(text);
        } else if (kind < 62) {
            therapy(text);
        } else if (kind < 80) {
            procedure(text);
        } else if (kind < 91) {
            text.append(pick(Lists.DEVICES)).append(' ').append(pick(Lists.BODY));
            quantity(text);
        } else {
            text.append(pick(Lists.OTHERS));
        }
        if (random.nextInt(100) < 50) {
            when(text);
        }
        if (random.nextInt(100) < 6) {
            slip(text);
        }
        return text.toString();
    }

    private void drug(StringBuilder text) {
        maybe(text, 12, (random.nextBoolean() ? "Retrospective: " : "Prospective usage of "));
        text.append(pick(Lists.DRUGS)).append(' ').append(DOSES[random.nextInt(DOSES.length)]);
        if (random.nextInt(6) == 0) {
            text.append('/').append(DOSES[random.nextInt(DOSES.length)]);
        }
        text.append(pick(Lists.FORMS));
        quantity(text);
        maybe(text, 25, " with " + random.nextInt(6) + " refills");
    }

    private void therapy(StringBuilder text) {
        text.append(pick(Lists.THERAPIES)).append(' ');
        if (random.nextBoolean()) {
            text.append(1 + random.nextInt(4)).append(random.nextBoolean() ? " times a week for " : "x");
            text.append(1 + random.nextInt(12)).append(random.nextBoolean() ? " weeks" : "");
        } else {
            text.append("x ").append(1 + random.nextInt(36)).append(" sessions");
        }
        text.append(random.nextBoolean() ? " for the " : ", ").append(pick(Lists.BODY));
    }

    private void procedure(StringBuilder text) {
        maybe(text, 20, "One ");
        text.append(pick(Lists.PROCEDURES))
                .append(random.nextBoolean() ? " of the " : ", ")
                .append(pick(Lists.BODY));
        maybe(text, 40, random.nextBoolean() ? " without contrast" : " under fluoroscopic guidance");
        maybe(text, 30, " and " + pick(Lists.BODY));
        maybe(text, 30, " (CPT " + (20000 + random.nextInt(79999)) + ")");
    }

    private void quantity(StringBuilder text) {
        int amount = (1 + random.nextInt(24)) * 15;
        switch (random.nextInt(4)) {
            case 0 -> text.append(" #").append(amount);
            case 1 -> text.append(", quantity ").append(amount);
            case 2 -> text.append(" Qty: ").append(amount);
            default -> text.append(" (").append(amount).append(" units)");
        }
    }

    private String date() {
        return (1 + random.nextInt(12)) + "/" + (1 + random.nextInt(28)) + "/" + (2013 + random.nextInt(12));
    }

    private void slip(StringBuilder text) {
        int at = 1 + random.nextInt(text.length() - 2);
        switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, text.charAt(at));
            default -> {
                char c = text.charAt(at);
                text.setCharAt(at, text.charAt(at + 1));
                text.setCharAt(at + 1, c);
            }
        }
    }

    /** Requests name the days they are about, which is what keeps most of them apart from all others. */
    private void when(StringBuilder text) {
        switch (random.nextInt(4)) {
            case 0 -> text.append(", DOS ").append(date());
            case 1 -> text.append(" date of service ").append(date());
            case 2 -> text.append(" (RFA ").append(date()).append(')');
            default -> text.append(" between ").append(date()).append(" and ").append(date());
        }
    }

    private void maybe(StringBuilder text, int percent, String words) {
        if (random.nextInt(100) < percent) {
            text.append(words);
        }
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}

package org.uphold.determination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores hold these hashes: whatever is done for speed, they stay what the plain way of writing gives. */
class ContentHashTest {

    private static final List<String> TEXTS = List.of(
            "",
            "Pain Medicine",
            "MTUS: Chronic Pain Medical Treatment Guidelines",
            "Größe, 日本, 😀",
            "x".repeat(1_025),
            "é".repeat(600),
            "a lone half of a letter \ud800");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void it_is_the_plain_hash_however_often_a_text_comes_again(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Determination determination = determination(random);
            assertThat(ContentHash.of(determination)).isEqualTo(plain(determination));
        }
    }

    private static Determination determination(Random random) {
        DisputedItem[] items = new DisputedItem[1 + random.nextInt(3)];
        for (int i = 0; i < items.length; i++) {
            String service = some(random);
            items[i] = new DisputedItem(
                    1 + i,
                    service,
                    random.nextBoolean() ? service : some(random),
                    Outcome.values()[random.nextInt(4)],
                    any(random),
                    any(random),
                    random.nextInt(3) == 0 ? new StatedCategory("dmhc", some(random), any(random)) : null);
        }
        return new Determination(
                "k" + some(random),
                any(random),
                new CaseDates(partial(random), day(random), day(random), day(random), day(random)),
                random.nextBoolean() ? null : Priority.values()[random.nextInt(2)],
                any(random),
                new Reviewer(
                        List.of(some(random), some(random)), random.nextBoolean() ? List.of() : List.of("California")),
                new CaseAttributes(any(random), any(random), any(random), any(random), any(random)),
                List.of(items));
    }

    private static String some(Random random) {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return random.nextInt(3) == 0 ? text + random.nextInt(5_000) : text;
    }

    private static @Nullable String any(Random random) {
        return random.nextInt(4) == 0 ? null : some(random);
    }

    private static @Nullable LocalDate day(Random random) {
        return random.nextInt(4) == 0 ? null : LocalDate.ofEpochDay(random.nextInt(3_000_000) - 1_000_000);
    }

    private static @Nullable PartialDate partial(Random random) {
        int year = 1900 + random.nextInt(301);
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> PartialDate.ofYear(year);
            case 2 -> new PartialDate(year, 1 + random.nextInt(12), null);
            default -> new PartialDate(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        };
    }

    private static byte[] plain(Determination d) throws Exception {
        MessageDigest whole = MessageDigest.getInstance("SHA-256");
        CaseDates dates = d.dates();
        CaseAttributes a = d.attributes();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String number = d.caseNumber() == null ? null : CaseKey.of(d.caseNumber());
        fields(digest, d.key(), number, dates.decision(), dates.injury(), dates.urDecision());
        fields(digest, dates.received(), dates.assigned(), d.priority(), d.caseOutcomeAsPrinted());
        for (List<String> list :
                List.of(d.reviewer().specialties(), d.reviewer().licensure())) {
            number(digest, list.size());
            fields(digest, list.toArray());
        }
        fields(digest, a.claimsAdministrator(), a.jurisdiction(), a.age(), a.sex(), a.urAction());
        whole.update(digest.digest());
        for (DisputedItem item : d.items()) {
            number(digest, item.number());
            fields(digest, item.service(), item.disputedService(), item.outcome());
            fields(digest, item.claimsAdministratorGuideline(), item.reviewerGuideline());
            StatedCategory stated = item.stated();
            number(digest, stated == null ? 0 : 1);
            if (stated != null) {
                fields(digest, stated.vocabulary(), stated.category(), stated.subcategory());
            }
            whole.update(digest.digest());
        }
        return whole.digest();
    }

    private static void fields(MessageDigest digest, @Nullable Object... values) {
        for (Object value : values) {
            if (value == null) {
                number(digest, -1);
            } else {
                byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
                number(digest, utf8.length);
                digest.update(utf8);
            }
        }
    }

    private static void number(MessageDigest digest, int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number).array());
    }
}

package org.uphold.determination;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 over what a determination says, not over how its file was written: the same letter as PDF and as text, under
 * another name, or with another dash in its case number, has the same hash. Fields are tagged with their length, so that no two contents share one encoding.
 */
public final class ContentHash {

    /** Every letter and item of a load passes here: what is hashed is put together in one place and hashed at once. */
    private static final ThreadLocal<ContentHash> OF_THREAD = ThreadLocal.withInitial(ContentHash::new);

    private final MessageDigest digest = sha256();
    private byte[] bytes = new byte[1024];
    private int length;

    private ContentHash() {}

    /** 32 bytes over every field and item. */
    public static byte[] of(Determination determination) {
        List<byte[]> items = new ArrayList<>(determination.items().size());
        for (DisputedItem item : determination.items()) {
            items.add(ofItem(item));
        }
        return of(ofCase(determination), items);
    }

    /**
     * The same, from its parts.
     *
     * @param ofCase {@link #ofCase} of it
     * @param ofItems {@link #ofItem} of its items, in their order
     */
    public static byte[] of(byte[] ofCase, List<byte[]> ofItems) {
        ContentHash hash = start();
        hash.raw(ofCase);
        ofItems.forEach(hash::raw);
        return hash.end();
    }

    /** 32 bytes over the fields that all items of a case share. */
    public static byte[] ofCase(Determination d) {
        ContentHash hash = start();
        String number = d.caseNumber();
        hash.text(d.key()).text(number == null ? null : CaseKey.of(number));
        CaseDates dates = d.dates();
        hash.value(dates.decision()).day(dates.injury()).day(dates.urDecision());
        hash.day(dates.received()).day(dates.assigned());
        hash.value(d.priority()).text(d.caseOutcomeAsPrinted());
        hash.number(d.reviewer().specialties().size());
        d.reviewer().specialties().forEach(hash::text);
        hash.number(d.reviewer().licensure().size());
        d.reviewer().licensure().forEach(hash::text);
        CaseAttributes a = d.attributes();
        hash.text(a.claimsAdministrator()).text(a.jurisdiction()).text(a.age());
        hash.text(a.sex()).text(a.urAction());
        return hash.end();
    }

    /** 32 bytes over one item. */
    public static byte[] ofItem(DisputedItem item) {
        ContentHash hash = start();
        hash.number(item.number());
        int service = hash.length;
        hash.text(item.service());
        if (item.disputedService().equals(item.service())) {
            hash.again(service);
        } else {
            hash.text(item.disputedService());
        }
        hash.text(item.outcome().name());
        hash.text(item.claimsAdministratorGuideline()).text(item.reviewerGuideline());
        StatedCategory stated = item.stated();
        if (stated == null) {
            hash.number(0);
        } else {
            hash.number(1).text(stated.vocabulary()).text(stated.category()).text(stated.subcategory());
        }
        return hash.end();
    }

    private static ContentHash start() {
        ContentHash hash = OF_THREAD.get();
        hash.length = 0;
        return hash;
    }

    private byte[] end() {
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private ContentHash value(@Nullable Object value) {
        return text(value == null ? null : value.toString());
    }

    /** As {@link LocalDate#toString} writes it, without the string where the year has four digits. */
    private ContentHash day(@Nullable LocalDate day) {
        if (day == null || day.getYear() < 1000 || day.getYear() > 9999) {
            return value(day);
        }
        number(10);
        room(10);
        digits(day.getYear() / 100);
        digits(day.getYear() % 100);
        bytes[length++] = '-';
        digits(day.getMonthValue());
        bytes[length++] = '-';
        digits(day.getDayOfMonth());
        return this;
    }

    private void digits(int number) {
        bytes[length++] = (byte) ('0' + number / 10);
        bytes[length++] = (byte) ('0' + number % 10);
    }

    private ContentHash text(@Nullable String text) {
        if (text == null) {
            return number(-1);
        }
        // Of a plain text this is a copy of its bytes, which is faster than to look at each letter.
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        raw(utf8);
        return this;
    }

    /** What was put together from there on, once more. */
    private void again(int from) {
        int size = length - from;
        room(size);
        System.arraycopy(bytes, from, bytes, length, size);
        length += size;
    }

    private ContentHash number(int number) {
        room(Integer.BYTES);
        bytes[length++] = (byte) (number >>> 24);
        bytes[length++] = (byte) (number >>> 16);
        bytes[length++] = (byte) (number >>> 8);
        bytes[length++] = (byte) number;
        return this;
    }

    private void raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}

package org.uphold.determination;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 over what a determination says, not over how its file was written: the same letter as PDF and as text, under
 * another name, has the same hash. Fields are tagged with their length, so that no two contents share one encoding.
 */
public final class ContentHash {

    private final MessageDigest digest = sha256();

    private ContentHash() {}

    /** 32 bytes over every field and item. */
    public static byte[] of(Determination determination) {
        ContentHash hash = new ContentHash();
        hash.digest.update(ofCase(determination));
        for (DisputedItem item : determination.items()) {
            hash.digest.update(ofItem(item));
        }
        return hash.digest.digest();
    }

    /** 32 bytes over the fields that all items of a case share. */
    public static byte[] ofCase(Determination d) {
        ContentHash hash = new ContentHash();
        hash.text(d.key()).text(d.caseNumber());
        CaseDates dates = d.dates();
        hash.value(dates.decision()).value(dates.injury()).value(dates.urDecision());
        hash.value(dates.received()).value(dates.assigned());
        hash.value(d.priority()).text(d.caseOutcomeAsPrinted());
        hash.number(d.reviewer().specialties().size());
        d.reviewer().specialties().forEach(hash::text);
        hash.number(d.reviewer().licensure().size());
        d.reviewer().licensure().forEach(hash::text);
        CaseAttributes a = d.attributes();
        hash.text(a.claimsAdministrator()).text(a.jurisdiction()).text(a.age());
        hash.text(a.sex()).text(a.urAction());
        return hash.digest.digest();
    }

    /** 32 bytes over one item. */
    public static byte[] ofItem(DisputedItem item) {
        ContentHash hash = new ContentHash();
        hash.number(item.number()).text(item.service()).text(item.disputedService());
        hash.text(item.outcome().name());
        hash.text(item.claimsAdministratorGuideline()).text(item.reviewerGuideline());
        StatedCategory stated = item.stated();
        if (stated == null) {
            hash.number(0);
        } else {
            hash.number(1).text(stated.vocabulary()).text(stated.category()).text(stated.subcategory());
        }
        return hash.digest.digest();
    }

    private ContentHash value(@Nullable Object value) {
        return text(value == null ? null : value.toString());
    }

    private ContentHash text(@Nullable String text) {
        if (text == null) {
            return number(-1);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    private ContentHash number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}

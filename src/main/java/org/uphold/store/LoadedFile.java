package org.uphold.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file whose readings are loaded.
 *
 * @param sha256 of its bytes, lower-case hex
 * @param reading source system, kind and dialect fingerprint: the same bytes read otherwise are another file
 * @param system source system of its case numbers
 * @param kind what it was read as
 * @param bytes its size
 * @param name path as given; internal
 * @param modified time of last change where it is a plain file, so that its listing is recognised; else null
 * @param table whether rows of one case may lie apart in it, so that they are one determination in pieces
 */
public record LoadedFile(
        String sha256,
        String reading,
        String system,
        String kind,
        long bytes,
        String name,
        @Nullable Instant modified,
        boolean table) {}

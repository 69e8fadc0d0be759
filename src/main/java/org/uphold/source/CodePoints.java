package org.uphold.source;

import java.nio.charset.StandardCharsets;

/** Code-point order: that of the UTF-8 bytes, which {@link String#compareTo} is not beyond the basic plane. */
final class CodePoints {

    private CodePoints() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.uphold.source;

import java.util.Locale;

/** Which names a walk passes over: hidden files, and the side files that stand beside letters. */
final class VisibleNames {

    private VisibleNames() {}

    static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    static boolean isSideFile(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".meta.csv");
    }

    static boolean isVisible(String name) {
        return !isHidden(name) && !isSideFile(name);
    }
}

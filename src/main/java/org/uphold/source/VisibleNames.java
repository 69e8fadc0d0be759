package org.uphold.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which names a walk passes over: hidden files, the side files that stand beside letters, what programs leave beside the files they
 * work on, and what is still being transferred: it comes under its own name when it is whole.
 */
final class VisibleNames {

    /** Of Windows and macOS: small pictures, the looks of a folder. */
    private static final Set<String> LEFTOVERS = Set.of(
            "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin");

    /** Locks and working copies of Office. */
    private static final List<String> BEGINNINGS = List.of("~$", "~wrl");

    /** Of browsers and of programs that copy files. */
    private static final List<String> TRANSFERS =
            List.of(".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".opdownload", ".!ut");

    private VisibleNames() {}

    static boolean isHidden(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || LEFTOVERS.contains(lower)
                || BEGINNINGS.stream().anyMatch(lower::startsWith)
                || !transferred(name).equals(name);
    }

    /** The name that a file will have when it is there as a whole; the name itself where nothing says that it is not. */
    static String transferred(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : TRANSFERS) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** Whether a file is a part of one that is still being transferred and would be handed over. */
    static boolean isTransfer(String name) {
        String whole = transferred(name);
        return !whole.equals(name) && isVisible(whole);
    }

    static boolean isSideFile(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".meta.csv");
    }

    static boolean isVisible(String name) {
        return !isHidden(name) && !isSideFile(name);
    }
}

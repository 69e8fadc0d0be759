package org.uphold.source;

/**
 * A line of a zip archive's directory.
 *
 * @param name of the member
 * @param folder whether it is one
 * @param size bytes unpacked
 * @param packed bytes packed
 * @param method number of the way it is packed, as the format counts them
 * @param encrypted whether it needs a password
 */
record ZipPart(String name, boolean folder, long size, long packed, int method, boolean encrypted) {

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    boolean isReadable() {
        return !encrypted && (method == STORED || method == DEFLATED);
    }

    /** How it is packed, in words. */
    String packing() {
        return switch (method) {
            case STORED -> "not packed";
            case 6 -> "packed by implode, of 1989";
            case DEFLATED -> "packed by deflate";
            case 9 -> "packed by deflate64";
            case 12 -> "packed by bzip2";
            case 14 -> "packed by LZMA";
            case 93 -> "packed by Zstandard";
            case 95 -> "packed by xz";
            case 98 -> "packed by PPMd";
            default -> "packed by method " + method;
        };
    }
}

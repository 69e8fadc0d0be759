package org.uphold.report;

import java.nio.file.Path;
import java.util.List;

/**
 * A package that is in its place.
 *
 * @param folder {@code <out>/<job>/<window>/v<N>}
 * @param vintage N, from 1
 * @param files its files, the manifest last
 */
public record Published(Path folder, int vintage, List<WrittenFile> files) {

    public Published {
        files = List.copyOf(files);
    }
}

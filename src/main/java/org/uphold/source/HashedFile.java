package org.uphold.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Remembers its hash once computed. */
abstract class HashedFile implements SourceFile {

    private final String name;
    private volatile @Nullable String sha256;

    HashedFile(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String sha256() throws IOException {
        String known = sha256;
        if (known == null) {
            known = Sha256.of(open());
            sha256 = known;
        }
        return known;
    }

    @Override
    public final String toString() {
        return "source file of " + size() + " bytes";
    }
}

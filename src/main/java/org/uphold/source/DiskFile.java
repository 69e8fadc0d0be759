package org.uphold.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A regular file as it lies on disk. */
final class DiskFile extends HashedFile {

    private final Path path;
    private final long size;
    private final long lastModified;

    DiskFile(String name, Path path, long size, long lastModified) {
        super(name);
        this.path = path;
        this.size = size;
        this.lastModified = lastModified;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public long lastModified() {
        return lastModified;
    }
}

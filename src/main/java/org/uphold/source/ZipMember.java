package org.uphold.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;

/** A member of a zip archive, read in place. A member that is itself compressed ({@code .gz}) is unpacked too. */
final class ZipMember extends HashedFile {

    private final OpenArchives archives;
    private final Path archive;
    private final String member;
    private final long size;
    private final long packed;
    private final long lastModified;
    private final Limits limits;

    ZipMember(
            String name,
            OpenArchives archives,
            Path archive,
            String member,
            long size,
            long packed,
            long lastModified,
            Limits limits) {
        super(name);
        this.archives = archives;
        this.archive = archive;
        this.member = member;
        this.size = size;
        this.packed = packed;
        this.lastModified = lastModified;
        this.limits = limits;
    }

    @Override
    public long size() {
        return isGzip() ? -1 : size;
    }

    /** The stated sizes were held against the limits before; here a member that lies about its size is caught. */
    @Override
    public InputStream open() throws IOException {
        InputStream in = new BoundedStream(
                archives.open(archive, member),
                size,
                ProblemCode.UNSAFE_ARCHIVE,
                "expected the member to unpack to the size that its archive states, found more");
        return isGzip() ? GzipFile.unpack(in, packed, limits) : in;
    }

    @Override
    public long lastModified() {
        return lastModified;
    }

    private boolean isGzip() {
        return member.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}

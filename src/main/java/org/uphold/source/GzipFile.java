package org.uphold.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A compressed file, read in place. Under its name there may be plain bytes: browsers unpack what they fetch and keep the name. */
final class GzipFile extends HashedFile {

    private static final byte[] MAGIC = {0x1f, (byte) 0x8b};

    private final Path path;
    private final long packed;
    private final long lastModified;
    private final Limits limits;

    GzipFile(String name, Path path, long packed, long lastModified, Limits limits) {
        super(name);
        this.path = path;
        this.packed = packed;
        this.lastModified = lastModified;
        this.limits = limits;
    }

    /** Not known: the size that a gzip trailer states is modulo 4 GiB and of the last member only. */
    @Override
    public long size() {
        return -1;
    }

    @Override
    public InputStream open() throws IOException {
        return unpack(Files.newInputStream(path), packed, limits);
    }

    @Override
    public long lastModified() {
        return lastModified;
    }

    /** Whether the file is one, whatever it is called. */
    static boolean isGzip(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return isGzip(in.readNBytes(MAGIC.length));
        } catch (IOException e) {
            // Whoever reads it says so.
            return false;
        }
    }

    private static boolean isGzip(byte[] head) {
        return Arrays.equals(head, MAGIC);
    }

    /** Unpacks, and stops at the limits. */
    static InputStream unpack(InputStream in, long packed, Limits limits) throws IOException {
        try {
            PushbackInputStream peeked = new PushbackInputStream(in, MAGIC.length);
            byte[] head = peeked.readNBytes(MAGIC.length);
            peeked.unread(head);
            if (head.length > 0 && !isGzip(head)) {
                return peeked;
            }
            InputStream unpacked = new GZIPInputStream(peeked, 1 << 16);
            long byRatio = BoundedStream.most(packed, limits.archiveRatio());
            return new BoundedStream(
                    unpacked,
                    Math.min(byRatio, limits.archiveBytes()),
                    ProblemCode.UNSAFE_ARCHIVE,
                    "expected at most " + limits.archiveRatio() + " times the packed size and " + limits.archiveBytes()
                            + " bytes, found more");
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}

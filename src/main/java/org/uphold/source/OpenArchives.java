package org.uphold.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the few archives open that are being read, so that each of their many members does not read the archive's
 * directory anew, and no walk over thousands of archives runs out of file handles. May be used by several threads.
 */
final class OpenArchives implements AutoCloseable {

    private static final int MOST = 16;

    private final Map<Path, Archive> byUse = new LinkedHashMap<>(MOST, 0.75f, true);

    /** The members of an archive, in the order of its directory. */
    synchronized List<ZipPart> parts(Path path) throws IOException {
        return archive(path).zip.parts();
    }

    synchronized int count(Path path) throws IOException {
        return archive(path).zip.size();
    }

    /** A member's bytes; the archive stays open until they are closed. */
    synchronized InputStream open(Path path, String member) throws IOException {
        Archive archive = archive(path);
        InputStream in = archive.zip.open(member);
        if (in == null) {
            throw new SourceException(ProblemCode.DAMAGED_ARCHIVE, "expected a member, found that it is gone");
        }
        archive.streams++;
        return new MemberStream(in, archive);
    }

    private Archive archive(Path path) throws IOException {
        Archive known = byUse.get(path);
        if (known != null) {
            return known;
        }
        Archive opened = new Archive(ZipDirectory.of(path));
        byUse.put(path, opened);
        Iterator<Archive> oldest = byUse.values().iterator();
        while (byUse.size() > MOST) {
            Archive archive = oldest.next();
            oldest.remove();
            archive.retired = true;
            archive.closeIfIdle();
        }
        return opened;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Archive archive : byUse.values()) {
            archive.retired = true;
            archive.closeIfIdle();
        }
        byUse.clear();
    }

    private static final class Archive {

        final ZipDirectory zip;
        int streams;
        boolean retired;

        Archive(ZipDirectory zip) {
            this.zip = zip;
        }

        void closeIfIdle() throws IOException {
            if (retired && streams == 0) {
                zip.close();
            }
        }
    }

    private final class MemberStream extends FilterInputStream {

        private final Archive archive;
        private boolean closed;

        MemberStream(InputStream in, Archive archive) {
            super(in);
            this.archive = archive;
        }

        @Override
        public void close() throws IOException {
            super.close();
            synchronized (OpenArchives.this) {
                if (!closed) {
                    closed = true;
                    archive.streams--;
                    archive.closeIfIdle();
                }
            }
        }
    }
}

package org.uphold.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive that is open. The JDK reads ordinary ones; it refuses an archive whole for a single name in an old encoding, a single
 * encrypted member or one that is packed otherwise, and such an archive is read by Commons Compress.
 */
sealed interface ZipDirectory extends Closeable {

    /** Members, folders counted too. */
    int size();

    /** In the order of the directory. */
    List<ZipPart> parts();

    /** A member's bytes, or null where there is no such member. */
    @Nullable
    InputStream open(String member) throws IOException;

    static ZipDirectory of(Path path) throws IOException {
        try {
            return new Ordinary(new ZipFile(path.toFile()));
        } catch (ZipException e) {
            try {
                return new Odd(org.apache.commons.compress.archivers.zip.ZipFile.builder()
                        .setPath(path)
                        .setCharset(Odd.CP437)
                        .get());
            } catch (IOException | RuntimeException odd) {
                // What the JDK says is nearer to what is wrong.
                throw e;
            }
        }
    }

    /**
     * As most are.
     *
     * @param zip read by the JDK
     */
    record Ordinary(ZipFile zip) implements ZipDirectory {

        @Override
        public int size() {
            return zip.size();
        }

        @Override
        public List<ZipPart> parts() {
            return Collections.list(zip.entries()).stream()
                    .map(entry -> new ZipPart(
                            entry.getName(),
                            entry.isDirectory(),
                            entry.getSize(),
                            entry.getCompressedSize(),
                            entry.getMethod(),
                            false))
                    .toList();
        }

        @Override
        public @Nullable InputStream open(String member) throws IOException {
            ZipEntry entry = zip.getEntry(member);
            return entry == null ? null : zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /** With old names, passwords, or other ways of packing. */
    final class Odd implements ZipDirectory {

        /** The encoding of names that state none, by the format's own description. */
        static final Charset CP437 = Charset.forName("IBM437");

        private final org.apache.commons.compress.archivers.zip.ZipFile zip;
        private final List<ZipPart> parts = new ArrayList<>();
        private final Map<String, ZipArchiveEntry> byName = new HashMap<>();

        Odd(org.apache.commons.compress.archivers.zip.ZipFile zip) {
            this.zip = zip;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = name(entry);
                byName.putIfAbsent(name, entry);
                parts.add(new ZipPart(
                        name,
                        entry.isDirectory(),
                        entry.getSize(),
                        entry.getCompressedSize(),
                        entry.getMethod(),
                        entry.getGeneralPurposeBit().usesEncryption()));
            }
        }

        /** Many programs write UTF-8 and do not say so. */
        private static String name(ZipArchiveEntry entry) {
            byte[] raw = entry.getRawName();
            if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
                return entry.getName();
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(raw))
                        .toString();
            } catch (CharacterCodingException e) {
                return entry.getName();
            }
        }

        @Override
        public int size() {
            return parts.size();
        }

        @Override
        public List<ZipPart> parts() {
            return List.copyOf(parts);
        }

        @Override
        public @Nullable InputStream open(String member) throws IOException {
            ZipArchiveEntry entry = byName.get(member);
            return entry == null ? null : zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}

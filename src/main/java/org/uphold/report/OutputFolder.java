package org.uphold.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** A package while it is written: every file is hashed on its way to the disk, and is on the disk when it is closed. */
final class OutputFolder {

    private final Path path;
    private final List<WrittenFile> written = new ArrayList<>();

    OutputFolder(Path path) {
        this.path = path;
    }

    /** Files closed so far, in order of writing. */
    List<WrittenFile> written() {
        return List.copyOf(written);
    }

    /** A file closed before; asking for another is a mistake in the order of outputs. */
    WrittenFile written(String name) {
        return written.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    }

    /** UTF-8. */
    Writer text(String name) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(bytes(name), StandardCharsets.UTF_8));
    }

    /** UTF-8, of a file that no list names: it is not hashed. */
    Writer unlisted(String name) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(new DurableFile(create(name)), StandardCharsets.UTF_8), 1 << 14);
    }

    /** A file to write first and copy from; its writer deletes it. */
    Path scratch(String name) {
        return path.resolve(".scratch-" + name);
    }

    OutputStream bytes(String name) throws IOException {
        return new BufferedOutputStream(new HashedFile(name, create(name)), 1 << 16);
    }

    private FileChannel create(String name) throws IOException {
        return FileChannel.open(path.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** A file whose bytes are on the disk when it is closed. */
    private static class DurableFile extends FilterOutputStream {

        private final FileChannel channel;

        DurableFile(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
        }

        boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            if (isOpen()) {
                try (channel) {
                    channel.force(true);
                }
            }
        }
    }

    /** One that stands in the list of what was written, by its hash. */
    private final class HashedFile extends DurableFile {

        private final String name;
        private final MessageDigest digest = Sha256.digest();
        private long bytes;

        HashedFile(String name, FileChannel channel) {
            super(channel);
            this.name = name;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            super.write(b, off, len);
            digest.update(b, off, len);
            bytes += len;
        }

        @Override
        public void close() throws IOException {
            if (isOpen()) {
                super.close();
                written.add(new WrittenFile(name, Sha256.hex(digest.digest()), bytes));
            }
        }
    }
}

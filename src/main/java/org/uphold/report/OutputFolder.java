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
        FileChannel channel = create(name);
        OutputStream durable = new FilterOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                out.write(b, off, len);
            }

            @Override
            public void close() throws IOException {
                try (channel) {
                    if (channel.isOpen()) {
                        channel.force(true);
                    }
                }
            }
        };
        return new BufferedWriter(new OutputStreamWriter(durable, StandardCharsets.UTF_8), 1 << 14);
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

    private final class HashedFile extends FilterOutputStream {

        private final String name;
        private final FileChannel channel;
        private final MessageDigest digest = Sha256.digest();
        private long bytes;
        private boolean closed;

        HashedFile(String name, FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.name = name;
            this.channel = channel;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            digest.update(b, off, len);
            bytes += len;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (channel) {
                channel.force(true);
            }
            written.add(new WrittenFile(name, Sha256.hex(digest.digest()), bytes));
        }
    }
}

package org.uphold.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.uphold.source.SourceFile;

/** A file in memory. */
record BytesFile(String name, byte[] bytes) implements SourceFile {

    static BytesFile of(String text) {
        return new BytesFile("letter.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    static BytesFile of(Path path) throws IOException {
        return new BytesFile(path.getFileName().toString(), Files.readAllBytes(path));
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

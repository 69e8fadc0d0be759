package org.uphold.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The dialects that are built in: every file of {@code src/main/resources/dialects}; adding one is adding a file. */
public final class Dialects {

    private static final String FOLDER = "/dialects";
    private static final String ENDING = ".yaml";

    private static final Map<String, Dialect> BUILT_IN = load();

    private Dialects() {}

    /** By name, in the order of their names. */
    public static Map<String, Dialect> builtIn() {
        return BUILT_IN;
    }

    /** The built-in dialect that understands a table with this header; of several the one that understands most of it. */
    public static Optional<Dialect> recognise(List<String> header) {
        return recognise(header, BUILT_IN.values());
    }

    static Optional<Dialect> recognise(List<String> header, Collection<Dialect> dialects) {
        Dialect best = null;
        int most = 0;
        for (Dialect dialect : dialects) {
            Columns columns = new Columns(dialect, header);
            if (columns.isComplete() && columns.mapped() > most && isSigned(dialect, header)) {
                best = dialect;
                most = columns.mapped();
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isSigned(Dialect dialect, List<String> header) {
        List<String> names = header.stream().map(Words::columnKey).toList();
        return dialect.recognisedBy.isEmpty()
                || dialect.recognisedBy.stream()
                        .anyMatch(signature ->
                                signature.stream().map(Words::columnKey).allMatch(names::contains));
    }

    private static Map<String, Dialect> load() {
        try {
            URL folder = Dialects.class.getResource(FOLDER);
            if (folder == null) {
                throw new IllegalStateException("No folder " + FOLDER + " on the class path");
            }
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return load(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return load(jar.getPath(FOLDER));
            } catch (FileSystemAlreadyExistsException e) {
                return load(FileSystems.getFileSystem(uri).getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Dialect> load(Path folder) throws IOException {
        Map<String, Dialect> dialects = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    name = name.substring(0, name.length() - ENDING.length());
                    try (InputStream in = Files.newInputStream(file)) {
                        dialects.put(name, Dialect.parse(name, CommonWords.yaml(in)));
                    }
                }
            }
        }
        return Collections.unmodifiableMap(dialects);
    }
}

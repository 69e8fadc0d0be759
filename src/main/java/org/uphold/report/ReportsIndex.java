package org.uphold.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.uphold.json.JsonValue;
import org.uphold.report.html.IndexPage;

/** {@code <out>/index.html}, made new from the manifests of all packages that are there. */
public final class ReportsIndex {

    private ReportsIndex() {}

    /**
     * Replaces the page in one step. Runs of several jobs may do so at once; the last one wins, and the next run mends what
     * it may have missed.
     *
     * @throws OutputException when the folder cannot be read or written
     */
    public static void rebuild(Path out) {
        try {
            Files.createDirectories(out);
            String page = IndexPage.of(entries(out));
            Path aside = Files.createTempFile(out, ".index-", ".html");
            try {
                Files.writeString(aside, page, StandardCharsets.UTF_8);
                readableByAll(aside);
                Files.move(
                        aside,
                        out.resolve("index.html"),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new OutputException("The index of reports in " + out + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Temporary files are private; a report is for its readers. */
    private static void readableByAll(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static List<IndexPage.Entry> entries(Path out) throws IOException {
        List<IndexPage.Entry> entries = new ArrayList<>();
        for (Path job : folders(out)) {
            for (Path window : folders(job)) {
                String jobName = job.getFileName().toString();
                String windowName = window.getFileName().toString();
                Shelf shelf = new Shelf(out, jobName, windowName);
                List<Integer> vintages = shelf.vintages();
                for (int number : vintages) {
                    boolean latest = number == vintages.get(vintages.size() - 1);
                    entries.add(entry(shelf.vintage(number), jobName, windowName, number, latest));
                }
            }
        }
        return entries;
    }

    /** Real folders in order of name; {@code latest} is a link, and what starts with a dot is being written. */
    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(p -> Files.isDirectory(p) && !Files.isSymbolicLink(p))
                    .filter(p -> !p.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static IndexPage.Entry entry(Path folder, String job, String window, int vintage, boolean latest) {
        String place = job + "/" + window + "/v" + vintage + "/";
        String link = Files.exists(folder.resolve("report.html")) ? place + "report.html" : place;
        try {
            JsonValue manifest = ManifestFile.head(folder);
            JsonValue headline = manifest.path("headline");
            return new IndexPage.Entry(
                    job,
                    window,
                    vintage,
                    link,
                    manifest.path("run").path("finished").text(""),
                    headline.path("uphold_rate").number(),
                    headline.path("ci95_lower").number(),
                    headline.path("ci95_upper").number(),
                    headline.path("items").number(),
                    manifest.path("counts").path("read").number(),
                    manifest.path("counts").path("rejected").number(),
                    manifest.path("disclosure").text(""),
                    latest,
                    manifest.path("provisional").isTrue() ? "provisional" : "final",
                    manifest.path("reasons").elements().stream()
                            .map(n -> n.text(""))
                            .toList());
        } catch (IOException e) {
            return new IndexPage.Entry(
                    job,
                    window,
                    vintage,
                    link,
                    "",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "",
                    latest,
                    "manifest unreadable",
                    List.of());
        }
    }
}

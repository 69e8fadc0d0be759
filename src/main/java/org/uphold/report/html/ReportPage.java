package org.uphold.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.uphold.report.PackageContent;
import org.uphold.report.WrittenFile;

/** {@code report.html}: one file that needs no network, prints, and reads without its script. */
public final class ReportPage {

    private static final List<Section> SECTIONS = List.of(
            new CategoriesSection(),
            new SpecialtiesSection(),
            new MonthsSection(),
            new GuidelinesSection(),
            new HeatSection(),
            new DispositionsSection(),
            new QualitySection(),
            new DisclosureSection(),
            new MethodsSection(),
            new TablesSection(),
            new RevisionSection(),
            new FilesSection());

    private ReportPage() {}

    /**
     * The whole file.
     *
     * @param files those written before, whose hashes the report shows
     */
    public static String of(PackageContent content, List<WrittenFile> files) {
        Report report = new Report(content, files);
        Markup out = new Markup();
        String title = "Uphold rates, " + content.edition().windowInWords();
        head(out, title, resource("report.css"), resource("report.js"));
        out.element("a", "Skip to the figures", "class", "skip", "href", "#main")
                .line();
        Headline.write(out, report);
        contents(out);
        out.open("main", "id", "main").line();
        for (Section section : SECTIONS) {
            out.open("section", "id", section.id(), "aria-labelledby", section.id() + "-h");
            out.element("h2", section.title(), "id", section.id() + "-h").line();
            section.write(out, report);
            out.close("section").line();
        }
        out.close("main").line();
        out.open("footer")
                .element(
                        "p",
                        "Made by Uphold " + content.edition().codeVersion() + " with classification tables "
                                + content.edition().taxonomyVersion() + ". No case number, name or exact date of a case"
                                + " is in this file.")
                .close("footer");
        return out.trusted("\n<script>" + resource("report.js") + "</script>\n</body>\n</html>\n")
                .toString();
    }

    /** Only our own style and script, named by hash, may run; nothing may be loaded. */
    static void head(Markup out, String title, String css, String script) {
        out.trusted("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.open(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src '"
                                + hash(css) + "'; script-src '" + hash(script) + "'")
                .line();
        out.trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n");
        out.element("title", title).line();
        out.trusted("<style>" + css + "</style>\n</head>\n<body>\n");
    }

    private static void contents(Markup out) {
        out.open("nav", "aria-label", "Contents", "class", "contents").open("ul");
        for (Section section : SECTIONS) {
            out.open("li")
                    .element("a", section.title(), "href", "#" + section.id())
                    .close("li");
        }
        out.close("ul").close("nav").line();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream("/report/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: /report/" + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("The program is damaged: /report/" + name, e);
        }
    }
}

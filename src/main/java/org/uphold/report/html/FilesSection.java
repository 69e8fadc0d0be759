package org.uphold.report.html;

import org.uphold.report.WrittenFile;

/** The other files of the package with their hashes. */
final class FilesSection implements Section {

    @Override
    public String id() {
        return "files";
    }

    @Override
    public String title() {
        return "Files and hashes";
    }

    @Override
    public void write(Markup out, Report report) {
        out.element(
                "p",
                "The same figures in files for other tools, as they were when this report was written. This report's own"
                        + " hash is in manifest.json.");
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Files of this package");
        out.open("table")
                .element("caption", "Files of this package")
                .open("thead")
                .open("tr");
        out.element("th", "File", "scope", "col").element("th", "Bytes", "scope", "col", "class", "n");
        out.element("th", "SHA-256", "scope", "col").close("tr").close("thead").open("tbody");
        for (WrittenFile file : report.files()) {
            out.open("tr").open("th", "scope", "row");
            out.element("a", file.name(), "href", file.name()).close("th");
            out.element("td", Words.count((double) file.bytes()), "class", "n");
            out.open("td")
                    .element("code", file.sha256())
                    .close("td")
                    .close("tr")
                    .line();
        }
        out.close("tbody").close("table").close("div");
    }
}

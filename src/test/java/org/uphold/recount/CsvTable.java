package org.uphold.recount;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A published file, read by RFC 4180 alone.
 *
 * @param rows texts as they stand, without quotes
 */
record CsvTable(List<String> header, List<List<String>> rows) {

    static CsvTable read(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (char c : Files.readString(file, StandardCharsets.UTF_8).toCharArray()) {
            if (c == '"') {
                // The second of two quotes within quotes is one; it opens again what the first has closed.
                quoted = !quoted;
                if (quoted && value.length() > 0) {
                    value.append('"');
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                value.append(c);
            }
        }
        return new CsvTable(lines.get(0), lines.subList(1, lines.size()));
    }
}

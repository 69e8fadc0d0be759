package org.uphold.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Lists a zip archive: its members in code-point order, each checked against the limits before a byte is unpacked. */
final class ZipMembers {

    private final OpenArchives archives;
    private final Limits limits;

    ZipMembers(OpenArchives archives, Limits limits) {
        this.archives = archives;
        this.limits = limits;
    }

    /** The members to read; an archive that is damaged or passes a limit as a whole is one unreadable input. */
    List<Input> list(String name, Path path, long lastModified) {
        try {
            int count = archives.count(path);
            if (count > limits.archiveMembers()) {
                return List.of(
                        unsafe(name, path, "expected at most " + limits.archiveMembers() + " members, found " + count));
            }
            List<ZipEntry> entries = archives.entries(path);
            long bytes = 0;
            for (ZipEntry entry : entries) {
                bytes += Math.max(entry.getSize(), 0);
                if (bytes < 0 || bytes > limits.archiveBytes()) {
                    return List.of(unsafe(
                            name,
                            path,
                            "expected members of at most " + limits.archiveBytes() + " bytes together, found more"));
                }
            }
            return members(name, path, lastModified, entries);
        } catch (IOException | IllegalArgumentException e) {
            // The JDK throws IllegalArgumentException for member names that are not valid in their encoding.
            Problem problem = e instanceof IOException io
                    ? SourceException.problem(io)
                    : new Problem(ProblemCode.DAMAGED_ARCHIVE, "expected readable member names", Place.FILE);
            return List.of(new Input.Unreadable(name, new Reading.Rejected(problem, Place.FILE, hash(path))));
        }
    }

    private List<Input> members(String name, Path path, long lastModified, List<ZipEntry> entries) {
        List<ZipEntry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(e -> CodePoints.bytes(e.getName()), Arrays::compareUnsigned));
        List<Input> inputs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : sorted) {
            String member = entry.getName();
            if (entry.isDirectory()) {
                continue;
            }
            String memberName = name + "!/" + member;
            if (climbsOut(member)) {
                inputs.add(
                        unsafe(memberName, null, "expected a member below its archive, found a name that climbs out"));
            } else if (isHidden(member)) {
                continue;
            } else if (!seen.add(member)) {
                inputs.add(unsafe(memberName, null, "expected each member once, found its name again"));
            } else if (member.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                inputs.add(unsafe(memberName, null, "expected files, found an archive inside the archive"));
            } else if (entry.getSize() > BoundedStream.most(entry.getCompressedSize(), limits.archiveRatio())) {
                inputs.add(unsafe(
                        memberName,
                        null,
                        "expected a member of at most " + limits.archiveRatio()
                                + " times its packed size, found more"));
            } else {
                inputs.add(new Input.Found(new ZipMember(
                        memberName,
                        archives,
                        path,
                        member,
                        entry.getSize(),
                        entry.getCompressedSize(),
                        lastModified,
                        limits)));
            }
        }
        return inputs;
    }

    private static boolean climbsOut(String member) {
        String slashed = member.replace('\\', '/');
        if (slashed.startsWith("/") || slashed.indexOf('\0') >= 0 || slashed.matches("(?s)[A-Za-z]:.*")) {
            return true;
        }
        return Arrays.asList(slashed.split("/", -1)).contains("..");
    }

    private static boolean isHidden(String member) {
        for (String part : member.split("/", -1)) {
            if (VisibleNames.isHidden(part) || part.equals("__MACOSX")) {
                return true;
            }
        }
        return VisibleNames.isSideFile(member);
    }

    /** The hash is that of the archive where the whole of it is refused, of nothing for a member that is not unpacked. */
    private static Input unsafe(String name, @Nullable Path path, String message) {
        Problem problem = new Problem(ProblemCode.UNSAFE_ARCHIVE, message, Place.FILE);
        return new Input.Unreadable(
                name, new Reading.Rejected(problem, Place.FILE, path == null ? Sha256.NOTHING : hash(path)));
    }

    static String hash(Path path) {
        try {
            return Sha256.of(Files.newInputStream(path));
        } catch (IOException e) {
            return Sha256.NOTHING;
        }
    }
}

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
            List<ZipPart> entries = archives.parts(path);
            long bytes = 0;
            for (ZipPart entry : entries) {
                bytes += Math.max(entry.size(), 0);
                if (bytes < 0 || bytes > limits.archiveBytes()) {
                    return List.of(unsafe(
                            name,
                            path,
                            "expected members of at most " + limits.archiveBytes() + " bytes together, found more"));
                }
            }
            List<Input> members = members(name, path, lastModified, entries);
            return members.isEmpty() ? List.of(empty(name, path)) : members;
        } catch (IOException | RuntimeException e) {
            // The libraries throw runtime exceptions of many kinds for directories that make no sense.
            Problem problem = e instanceof IOException io
                    ? SourceException.problem(Files.isRegularFile(path) && isEmpty(path) ? emptyFile() : io)
                    : new Problem(
                            ProblemCode.DAMAGED_ARCHIVE, "expected a whole archive, found a damaged one", Place.FILE);
            return List.of(new Input.Unreadable(name, new Reading.Rejected(problem, Place.FILE, hash(path))));
        }
    }

    private static boolean isEmpty(Path path) {
        try {
            return Files.size(path) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static SourceException emptyFile() {
        return new SourceException(ProblemCode.EMPTY_FILE, "expected an archive, found nothing");
    }

    private static Input empty(String name, Path path) {
        Problem problem = new Problem(
                ProblemCode.EMPTY_FILE, "expected letters or tables in the archive, found none", Place.FILE);
        return new Input.Unreadable(name, new Reading.Rejected(problem, Place.FILE, hash(path)));
    }

    private List<Input> members(String name, Path path, long lastModified, List<ZipPart> entries) {
        List<ZipPart> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(e -> CodePoints.bytes(e.name()), Arrays::compareUnsigned));
        List<Input> inputs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ZipPart entry : sorted) {
            String member = entry.name();
            if (entry.folder()) {
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
            } else if (entry.encrypted()) {
                inputs.add(unreadable(
                        memberName,
                        null,
                        ProblemCode.ENCRYPTED_FILE,
                        "expected a member without a password, found an encrypted one"));
            } else if (!entry.isReadable()) {
                inputs.add(unreadable(
                        memberName,
                        null,
                        ProblemCode.UNKNOWN_PACKING,
                        "expected a member packed by deflate, found one " + entry.packing()));
            } else if (entry.size() > BoundedStream.most(entry.packed(), limits.archiveRatio())) {
                inputs.add(unsafe(
                        memberName,
                        null,
                        "expected a member of at most " + limits.archiveRatio()
                                + " times its packed size, found more"));
            } else {
                inputs.add(new Input.Found(new ZipMember(
                        memberName, archives, path, member, entry.size(), entry.packed(), lastModified, limits)));
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
            if (VisibleNames.isHidden(part)) {
                return true;
            }
        }
        return VisibleNames.isSideFile(member);
    }

    /** The hash is that of the archive where the whole of it is refused, of nothing for a member that is not unpacked. */
    private static Input unsafe(String name, @Nullable Path path, String message) {
        return unreadable(name, path, ProblemCode.UNSAFE_ARCHIVE, message);
    }

    private static Input unreadable(String name, @Nullable Path path, ProblemCode code, String message) {
        Problem problem = new Problem(code, message, Place.FILE);
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

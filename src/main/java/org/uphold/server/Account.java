package org.uphold.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the server runs as. PostgreSQL refuses root; as root it is put into a user namespace without privileges, where
 * files stay root's, or else runs as an unprivileged account that its data is given to.
 *
 * @param prefix words that come before a command
 * @param uid the account that must own the data; -1 for whoever runs us
 * @param gid its group
 */
record Account(List<String> prefix, int uid, int gid) {

    private static final Account OURSELVES = new Account(List.of(), -1, -1);

    /** Finds one that can run the programs, given who owns the data already. */
    static Account of(Path postgres, Path data, Programs programs) throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        boolean known = Files.isDirectory(data);
        int owner = known ? attribute(data, "unix:uid") : 0;
        List<Account> candidates = new ArrayList<>();
        if (owner == 0) {
            candidates.add(new Account(List.of("unshare", "-U"), -1, -1));
        }
        if (!known) {
            candidates.addAll(named("postgres"));
            candidates.addAll(named("nobody"));
        } else if (owner != 0) {
            int group = attribute(data, "unix:gid");
            candidates.add(numbered(owner, group));
        }
        for (Account candidate : candidates) {
            if (candidate.uid >= 0) {
                openTheWay(postgres);
            }
            if (candidate.canRun(programs)) {
                return candidate;
            }
        }
        throw new ServerException(
                ServerException.Reason.UNSUPPORTED,
                "PostgreSQL does not run as root, and no way was found to start it as somebody else (unshare -U, or"
                        + " setpriv to an account that can reach " + postgres
                        + "). Run Uphold as another user, or set UPHOLD_DATABASE_URL.");
    }

    /** Gives a file or folder to the account, so that the server may read and write it. */
    void give(Path path) throws IOException {
        if (uid >= 0) {
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    Command run(Path workingFolder, String input, String... words) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return Command.run(workingFolder, input, all);
    }

    private boolean canRun(Programs programs) {
        return run(
                        programs.folder(),
                        "",
                        "/bin/sh",
                        "-c",
                        "id -un >/dev/null && test \"$(id -u)\" != 0 && exec \"$0\" --version",
                        programs.command("postgres").toString())
                .succeeded();
    }

    private static List<Account> named(String name) {
        try {
            int uid = id("-u", name);
            return uid > 0 ? List.of(numbered(uid, id("-g", name))) : List.of();
        } catch (NumberFormatException noSuchAccount) {
            return List.of();
        }
    }

    private static Account numbered(int uid, int gid) {
        return new Account(List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups"), uid, gid);
    }

    private static int id(String what, String name) {
        return Integer.parseInt(
                Command.run(Path.of("/"), "id", what, name).output().strip());
    }

    /** Another account must pass through our folder to its data; it still cannot list it or read the password. */
    private static void openTheWay(Path postgres) throws IOException {
        Files.setPosixFilePermissions(postgres, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) ? attribute(self, "unix:uid") == 0 : "root".equals(System.getProperty("user.name"));
    }

    private static int attribute(Path path, String name) throws IOException {
        return Files.getAttribute(path, name) instanceof Integer number ? number : -1;
    }
}

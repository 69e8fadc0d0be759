package org.uphold.job.reading;

import java.util.HashSet;
import java.util.Set;
import org.uphold.job.control.RunInputs;
import org.uphold.store.SourceFiles.Known;

/**
 * Which files that are known as they are a run reads again, because what read them then was an earlier version: those that gave a reject
 * at once, whenever any reader is another; the others when their own reader is, in the background of the runs that come, so many
 * readings a run. Safe for several threads.
 */
public class Rereading {

    private final boolean all;
    private final boolean knownOnly;
    private final Set<Long> taken = new HashSet<>();
    private long left;

    private Rereading(long most, boolean all, boolean knownOnly) {
        this.left = most;
        this.all = all;
        this.knownOnly = knownOnly;
    }

    /** Nothing is read again. */
    static Rereading none() {
        return new Rereading(0, false, false) {
            @Override
            boolean isDue(InputFormat format, Known known) {
                return false;
            }
        };
    }

    /**
     * By the setting.
     *
     * @param most readings of a run that are read again though none of their file was rejected; the last file is read whole
     */
    public static Rereading of(long most) {
        return new Rereading(most, most == RunInputs.ALL, most == RunInputs.BEHIND);
    }

    /** Whether paths that the store has never read are passed over: reading them is another command's. */
    boolean isOfKnownOnly() {
        return knownOnly;
    }

    /** Whether the file is to be read again; once it is, it is at each of its places. */
    synchronized boolean isDue(InputFormat format, Known known) {
        if (taken.contains(known.id())) {
            return true;
        }
        if (!all && !isBehind(format, known)) {
            return false;
        }
        taken.add(known.id());
        return true;
    }

    private boolean isBehind(InputFormat format, Known known) {
        String reader = known.reader();
        String now = format.reader(known.kind());
        if (now.equals(reader)) {
            return false;
        }
        if (known.rejected() > 0) {
            return true;
        }
        if (reader != null && own(now).equals(own(reader)) || left <= 0) {
            return false;
        }
        left -= Math.max(1, known.accepted() + known.unchanged());
        return true;
    }

    private static String own(String reader) {
        return reader.substring(0, reader.indexOf(' ') + 1);
    }
}

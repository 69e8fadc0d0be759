package org.uphold.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The version of the program, from its jar. */
final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"uphold " + text()};
    }

    static String text() {
        String version = implementationVersion();
        return version == null ? "development" : version;
    }

    private static @Nullable String implementationVersion() {
        return Version.class.getPackage().getImplementationVersion();
    }
}

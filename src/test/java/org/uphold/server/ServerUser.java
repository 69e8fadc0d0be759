package org.uphold.server;

import java.nio.file.Path;

/** Another process that uses the server: opens, prints the address, waits for a line, closes. */
final class ServerUser {

    private ServerUser() {}

    public static void main(String[] arguments) throws Exception {
        long began = System.nanoTime();
        try (EmbeddedServer server = EmbeddedServer.open(Path.of(arguments[0]))) {
            System.out.println(server.jdbcUrl());
            System.err.println("opened in " + (System.nanoTime() - began) / 1_000_000 + " ms");
            int unused = System.in.read();
        }
        System.out.println("closed");
    }
}

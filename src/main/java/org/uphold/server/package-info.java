/**
 * The embedded PostgreSQL: a real server for those who have none, kept in {@code UPHOLD_HOME} and shared by all
 * {@code uphold} processes of one machine. Start at {@link org.uphold.server.EmbeddedServer}.
 *
 * <p>It is a room of its own because it is about processes, files and locks, not about determinations: it imports
 * nothing of ours, and nothing but {@code job} and {@code cli} may know that it exists. Whoever uses their own
 * PostgreSQL never loads a class of it.
 *
 * <p>Layout under {@code UPHOLD_HOME/postgres}: {@code programs-…} (unpacked once), {@code data} (the cluster, with
 * {@code server.log}), {@code password} (readable by its owner only), {@code own.conf} (yours, optional: settings that
 * win over ours), {@code start.lock} and {@code users.lock} (empty; the locks on them end with their processes). Keep it
 * on a local disk: file locks do not tell two machines apart.
 */
@NullMarked
package org.uphold.server;

import org.jspecify.annotations.NullMarked;

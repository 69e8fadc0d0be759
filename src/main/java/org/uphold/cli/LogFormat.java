package org.uphold.cli;

/** How log lines are written. */
enum LogFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line. */
    JSON
}

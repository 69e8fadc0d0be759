/**
 * What the user wants: job files, command-line windows and environment variables, checked, resolved and immutable. The
 * Javadoc of each field is its manual; start at {@link org.uphold.settings.JobFile} for job files and at {@link
 * org.uphold.settings.Settings} for what wins over what. Whatever is wrong is told in one {@link
 * org.uphold.settings.SettingsException} with file, line, key and the nearest right word; the clock is handed in.
 */
@NullMarked
package org.uphold.settings;

import org.jspecify.annotations.NullMarked;

/**
 * Nothing leaves the house that identifies a person. {@link org.uphold.disclosure.Disclosure} decides which rows of a package are
 * hidden and audits the result as an attacker would: all tables are one system of equations and inequalities over whole numbers, and
 * every hidden count of few people must leave all of 1 to 10 possible. {@link org.uphold.disclosure.Verification} repeats the audit on
 * published tables alone. Pure: no database, clock or files.
 */
@NullMarked
package org.uphold.disclosure;

import org.jspecify.annotations.NullMarked;

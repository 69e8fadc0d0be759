package org.uphold.disclosure;

/** What an attacker knows of a hidden row beside everything that is published. */
public enum Attacker {
    /** One code for all hidden rows: that each counts at least one person. This is what is published. */
    ONE_CODE,
    /** Which counts were hidden because they are small, so that those lie in 1 to 10 and the others do not. */
    REASON_PUBLISHED
}

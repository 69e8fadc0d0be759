package org.uphold.classification;

/**
 * What a guideline block says by itself.
 *
 * @param citations what it cites
 * @param same whether it only points to the claims administrator's block ("the same guideline")
 */
public record BlockCitations(Citations citations, boolean same) {

    /** What it cites where that is the claims administrator's block. */
    public Citations beside(Citations claimsAdministrators) {
        return same ? claimsAdministrators : citations;
    }
}

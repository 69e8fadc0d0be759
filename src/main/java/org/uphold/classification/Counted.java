package org.uphold.classification;

/**
 * What an item counts as, in words.
 *
 * @param service what is disputed
 * @param claimsAdministrators what the claims administrator cites
 * @param reviewers what the reviewer cites, where "the same guideline" means the claims administrator's
 */
public record Counted(ServiceClass service, Citations claimsAdministrators, Citations reviewers) {}

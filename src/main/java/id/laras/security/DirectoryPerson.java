package id.laras.security;

import java.util.Set;

/**
 * Somebody whom a directory of the agency has let in.
 *
 * @param directory   id of the OIDC registration, or {@code ldap}
 * @param account     the account's name as the directory writes it; null when it names none
 * @param displayName may be null
 * @param email       may be null
 */
record DirectoryPerson(String directory, String account, String displayName, String email, Set<String> groups) {}

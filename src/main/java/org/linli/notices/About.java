package org.linli.notices;

import org.jspecify.annotations.Nullable;

/**
 * The case that a notice is about, as far as a stranger may read it over a shoulder.
 *
 * @param matterCode null while nobody has said what the matter is
 * @param path the codes from the top down to where it lies, each between slashes
 */
public record About(String caseNo, @Nullable String matterCode, String path) {}

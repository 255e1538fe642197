package org.linli.notices;

import org.jspecify.annotations.Nullable;

/**
 * The case or the place that a notice is about, as far as a stranger may read it over a shoulder.
 *
 * @param caseNo null where it is about no case
 * @param matterCode null while nobody has said what the matter is
 * @param path the codes from the top down to where it lies, each between slashes
 */
public record About(@Nullable String caseNo, @Nullable String matterCode, String path) {}

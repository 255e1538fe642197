package org.linli.mediation;

import java.util.EnumSet;
import java.util.Set;

/** Where a mediation stands. */
enum MediationState {
    /** Somebody asked for it; nobody has taken it yet (自愿申请). */
    WAITING,
    /** A mediator asks the other one whether they want it, too. */
    ASKING,
    /** Both want it. */
    AGREED,
    /** Taken in (受理): they talk. */
    OPEN,
    /** There is a text to sign. */
    OFFERED,
    /** Both have signed the same text (协议). */
    SIGNED,
    /** Shown another road, such as the court (引导). */
    GUIDED,
    /** Asked afterwards how it goes (回访). */
    FOLLOWED_UP,
    /** The other one does not want it, and need not say why (未同意). */
    NOT_AGREED,
    /** One of them wants it no longer. */
    WITHDRAWN;

    /** Those from which either may withdraw. */
    static final Set<MediationState> LIVE = EnumSet.of(WAITING, ASKING, AGREED, OPEN, OFFERED);

    /** Those in which the parties and the mediator talk. */
    static final Set<MediationState> TALKING = EnumSet.of(OPEN, OFFERED);

    /** Those that came to something. */
    static final Set<MediationState> RESULTS = EnumSet.of(SIGNED, GUIDED);
}

package org.linli.platform.log;

/** Lets a test wait for those who follow a log. */
public final class FollowedLog {

    private FollowedLog() {}

    /**
     * Until a follower has come to the end of its log, also while another node works for it or
     * another database of the same server holds the horizon back.
     */
    public static void catchUp(Followers followers, String follower) {
        do {
            followers.catchUp(follower);
        } while (followers.lags().stream()
                .anyMatch(lag -> lag.follower().equals(follower) && lag.events() > 0));
    }
}

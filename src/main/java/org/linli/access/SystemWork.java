package org.linli.access;

import org.linli.platform.log.OnBehalf;
import org.springframework.stereotype.Component;

/** Lets those who follow logs work for the system. */
@Component
class SystemWork implements OnBehalf {

    @Override
    public void ofSystem(String what, Runnable work) {
        AccessContext.asSystem(what, work);
    }
}

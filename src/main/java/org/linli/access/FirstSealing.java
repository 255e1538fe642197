package org.linli.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.keys.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals, once, the rights that were given before there were seals. That it was done is written
 * beside the keys and not in the database, where whoever changes rows could have it done again.
 */
@Component
public class FirstSealing implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstSealing.class);

    private static final String DONE = "rights-sealed";

    /** Left in the data directory by a restore, because the keys outlive what was restored. */
    private static final String AWAITED = "rights-to-be-sealed";

    private final AccountStore accounts;
    private final TokenStore tokens;
    private final DeviceStore devices;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Keys keys;
    private final Path awaited;

    FirstSealing(
            AccountStore accounts,
            TokenStore tokens,
            DeviceStore devices,
            AuditTrail trail,
            TransactionTemplate transaction,
            Keys keys,
            @Value("${linli.data}") Path data) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.devices = devices;
        this.trail = trail;
        this.transaction = transaction;
        this.keys = keys;
        this.awaited = data.resolve(AWAITED);
    }

    /** Has the rights of a backup from before there were seals sealed at the next start. */
    public static void await(Path data) {
        try {
            Files.createFile(data.resolve(AWAITED));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (keys.isNoted(DONE) && !Files.exists(awaited)) {
            return;
        }
        AccessContext.asSystem("seal rights", () -> transaction.execute(_ -> seal()));
        keys.note(DONE);
        try {
            Files.deleteIfExists(awaited);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private int seal() {
        var sealed = accounts.sealAll() + tokens.sealAll() + devices.sealAll();
        if (sealed > 0) {
            LOG.warn("{} rights from before there were seals were sealed as they stood", sealed);
            trail.record(trail.now(Act.RIGHTS_SEAL, Thing.INSTALLATION, "").records(sealed));
        }
        return sealed;
    }
}

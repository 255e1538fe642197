package org.linli.exchange.handback;

import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Where the results of a system's concerns go back to.
 *
 * @param active whether anything is sent
 * @param secretVersion another one makes another secret
 */
@Classified(FieldClass.C1)
record Webhook(String system, String url, boolean active, int secretVersion) {}

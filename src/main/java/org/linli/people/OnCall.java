package org.linli.people;

import java.time.Instant;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;

/**
 * Somebody who is on call.
 *
 * @param accountId such as {@code staff:W0001}
 * @param phone of the post; empty where there is none
 * @param until when their turn ends
 */
@Classified(FieldClass.C1)
public record OnCall(String accountId, String name, String phone, Instant from, Instant until) {}

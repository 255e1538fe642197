package org.linli.notices;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.access.Action;
import org.linli.access.Actor;
import org.linli.access.Permission;
import org.linli.audit.Act;
import org.linli.audit.AuditTrail;
import org.linli.audit.Thing;
import org.linli.platform.fields.Classified;
import org.linli.platform.fields.FieldClass;
import org.linli.platform.fields.Masked;
import org.linli.platform.fields.Masks;
import org.linli.platform.problem.InvalidValue;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one wants to be told. */
@RestController
@RequestMapping("/api/v1/notices/preferences")
class PreferenceController {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final int LONGEST = 200;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,18}[0-9]");

    private final Preferences preferences;
    private final Channels channels;
    private final AuditTrail trail;

    PreferenceController(Preferences preferences, Channels channels, AuditTrail trail) {
        this.preferences = preferences;
        this.channels = channels;
        this.trail = trail;
    }

    /**
     * How one is told.
     *
     * @param channels those chosen besides the inbox
     * @param open those that this installation has; none without settings
     * @param quietFrom the minute of the day from which only what is urgent goes out
     * @param quietTo the minute when that is over; the same for never
     * @param email masked; empty for none
     */
    @Classified(FieldClass.C1)
    record Shown(
            String language,
            List<String> channels,
            List<String> open,
            int quietFrom,
            int quietTo,
            Masked email,
            Masked phone) {}

    /**
     * How one wants to be told.
     *
     * @param email null to leave it as it is; empty for none
     */
    record Wanted(
            String language,
            List<String> channels,
            int quietFrom,
            int quietTo,
            @Nullable String email,
            @Nullable String phone) {}

    /** How one is told. */
    @GetMapping
    @Permission(Action.OWN_NOTICES)
    Shown show(Actor actor) {
        return shown(preferences.of(actor.id()));
    }

    /** Chooses how one is told. */
    @PutMapping
    @Permission(Action.OWN_NOTICES)
    @Transactional
    public Shown choose(Actor actor, @RequestBody Wanted body) {
        var before = preferences.of(actor.id());
        var chosen =
                new Preference(
                        actor.id(),
                        known("language", body.language(), LANGUAGES),
                        checkedChannels(body.channels()),
                        new Quiet(
                                minute("quietFrom", body.quietFrom()),
                                minute("quietTo", body.quietTo())),
                        "",
                        checked("email", body.email(), before.email(), EMAIL),
                        checked("phone", body.phone(), before.phone(), PHONE));
        preferences.put(chosen);
        trail.record(trail.now(Act.NOTICE_SET, Thing.ACCOUNT, actor.id()));
        return shown(chosen);
    }

    private Shown shown(Preference preference) {
        return new Shown(
                preference.language(),
                preference.channels(),
                List.copyOf(new TreeSet<>(channels.open())),
                preference.quiet().from(),
                preference.quiet().to(),
                Masks.idNumber(preference.email()),
                Masks.phone(preference.phone()));
    }

    private List<String> checkedChannels(List<String> wanted) {
        wanted.forEach(code -> known("channels", code, channels.all()));
        return List.copyOf(new TreeSet<>(wanted));
    }

    private static String known(String field, String value, Set<String> all) {
        if (!all.contains(value)) {
            throw new InvalidValue("request/value", field, value);
        }
        return value;
    }

    private static int minute(String field, int minute) {
        if (minute < 0 || minute >= Quiet.MINUTES_A_DAY) {
            throw new InvalidValue("request/value", field, minute);
        }
        return minute;
    }

    private static String checked(
            String field, @Nullable String wanted, String before, Pattern form) {
        if (wanted == null || wanted.isEmpty()) {
            return wanted == null ? before : "";
        }
        if (wanted.length() > LONGEST || !form.matcher(wanted).matches()) {
            throw new InvalidValue("notices/address", field);
        }
        return wanted;
    }
}

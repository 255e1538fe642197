package org.linli.register;

import java.util.HexFormat;
import java.util.UUID;
import org.linli.platform.fields.Masked;
import org.linli.platform.fields.Masks;
import org.linli.register.Person.Indexes;
import org.linli.register.Person.Values;
import org.linli.vault.FieldRef;
import org.linli.vault.KeyClass;
import org.linli.vault.Vault;
import org.springframework.stereotype.Component;

/** Seals and opens what the register keeps of a person, and computes what it is found by. */
@Component
class Vaulted {

    private final Vault vault;

    Vaulted(Vault vault) {
        this.vault = vault;
    }

    String currentKey() {
        return vault.currentKey(KeyClass.PERSON);
    }

    /** The person with these values, sealed under the current key. */
    Person sealed(Person person, Values plain) {
        var key = currentKey();
        return new Person(
                person.countyCode(),
                person.id(),
                person.household(),
                person.path(),
                person.notice(),
                person.guardianConsent(),
                key,
                vault.sealUnder(key, field(person, "name"), plain.name()),
                vault.sealUnder(key, field(person, "phone"), plain.phone()),
                vault.sealUnder(key, field(person, "id_number"), plain.idNumber()),
                person.enteredAt(),
                person.enteredBy());
    }

    /** The values in clear: for masks and for what is shown to whoever may see it. */
    Values opened(Person person) {
        return new Values(
                vault.open(field(person, "name"), person.name()),
                vault.open(field(person, "phone"), person.phone()),
                vault.open(field(person, "id_number"), person.idNumber()));
    }

    /** The values as everybody sees them. */
    record MaskedValues(Masked name, Masked phone, Masked idNumber) {}

    MaskedValues masked(Person person) {
        var plain = opened(person);
        return new MaskedValues(
                Masks.name(plain.name()),
                Masks.phone(plain.phone()),
                Masks.idNumber(plain.idNumber()));
    }

    Indexes indexes(String gridCode, Values plain) {
        return new Indexes(
                nameIndex(gridCode, plain.name()),
                plain.phone().isEmpty() ? null : phoneIndex(plain.phone()),
                plain.idNumber().isEmpty() ? null : idNumberIndex(plain.idNumber()));
    }

    /** A name is found in its own grid only, so that a frequent one tells nothing elsewhere. */
    byte[] nameIndex(String gridCode, String name) {
        return vault.index("person.name", gridCode + "\0" + name);
    }

    byte[] phoneIndex(String phone) {
        return vault.index("person.phone", phone);
    }

    byte[] idNumberIndex(String number) {
        return vault.index("person.id_number", number);
    }

    /** Tells what an operation said apart from what another did, and nothing else of it. */
    byte[] operationIndex(String value) {
        return vault.index("operation", value);
    }

    /**
     * What a resident is told instead of an officer's name: always the same, so that a complaint
     * can name them.
     */
    String complaintNumber(String actor) {
        var number = HexFormat.of().withUpperCase().formatHex(vault.index("complaint", actor));
        return number.substring(0, 4) + "-" + number.substring(4, 8);
    }

    private static FieldRef field(Person person, String column) {
        return field(person.countyCode(), person.id(), column);
    }

    private static FieldRef field(String county, UUID id, String column) {
        return new FieldRef(KeyClass.PERSON, "register.person", column, county + "/" + id);
    }
}

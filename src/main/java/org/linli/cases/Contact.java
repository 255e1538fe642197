package org.linli.cases;

/** How to reach a reporter who wants to be told; each part may be empty. */
public record Contact(String name, String phone, String email) {

    public static final Contact NONE = new Contact("", "", "");
}

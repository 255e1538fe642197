package org.linli.grid;

/**
 * The divisions are other ones from now on: published anew, or a day has come that changes them.
 */
record WorldRead(World world) {}

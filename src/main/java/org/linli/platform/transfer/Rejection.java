package org.linli.platform.transfer;

import org.linli.platform.words.Message;

/**
 * One value that kept a row from being stored as it stands.
 *
 * @param row counted from 1, the header being row 1; for GeoJSON the feature's number from 1
 * @param column its column, or empty where the row as a whole is meant
 * @param value as it stood in the file
 */
public record Rejection(long row, String column, String value, Message reason) {}

package org.linli.grid;

import org.linli.platform.problem.InvalidValue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads points one by one as they arrive, and stops at the first that is none. */
final class PointsReader extends ValueDeserializer<Points> {

    @Override
    public Points deserialize(JsonParser json, DeserializationContext context) {
        var points = new Points();
        var given = false;
        if (!json.isExpectedStartObjectToken()) {
            throw InvalidValue.missing("points");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals("points")) {
                given = true;
                readAll(json, points);
            } else {
                json.skipChildren();
            }
        }
        if (!given) {
            throw InvalidValue.missing("points");
        }
        return points;
    }

    private static void readAll(JsonParser json, Points points) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidValue("grid/not-a-point", "points");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            read(json, points);
        }
    }

    private static void read(JsonParser json, Points points) {
        var field = "points[" + points.size() + "]";
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new InvalidValue("grid/not-a-point", field);
        }
        var longitude = number(json, field);
        var latitude = number(json, field);
        // a height may follow
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null || !json.currentToken().isNumeric()) {
                throw new InvalidValue("grid/not-a-point", field);
            }
        }
        points.add(longitude, latitude);
    }

    private static double number(JsonParser json, String field) {
        var token = json.nextToken();
        if (token == null || !token.isNumeric()) {
            throw new InvalidValue("grid/not-a-point", field);
        }
        return json.getDoubleValue();
    }
}

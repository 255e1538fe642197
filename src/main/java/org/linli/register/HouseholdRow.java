package org.linli.register;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.grid.Division;
import org.linli.grid.Grid;
import org.linli.platform.geo.Datum;
import org.linli.platform.geo.Position;
import org.linli.platform.transfer.Columns;
import org.linli.platform.transfer.Row;
import org.linli.platform.words.Message;

/**
 * A household as a row of a file tells it.
 *
 * @param position null where the row does not say
 * @param needs null where there are none, or none that may be kept
 * @param notice the version of the notice that was given; empty where the row does not say
 */
record HouseholdRow(
        String number,
        Division grid,
        String address,
        @Nullable Position position,
        @Nullable Integer persons,
        @Nullable Needs needs,
        String notice,
        @Nullable Integer visitsDue) {

    static final Columns COLUMNS =
            Columns.of(
                    "household_id*",
                    "grid_code*",
                    "address*",
                    "lon",
                    "lat",
                    "persons",
                    "service_needs",
                    "needs_basis",
                    "needs_until",
                    "notice_id",
                    "visits_due_per_year");

    static final String CONSENT = "consent";
    static final String SEPARATOR = "、";

    private static final Pattern BETWEEN_NEEDS = Pattern.compile("[、,，;；]");

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TEXT = 200;

    /**
     * What help a household is offered, by which basis and until when.
     *
     * @param basis {@code consent}, or a clause
     */
    record Needs(List<String> kinds, String basis, LocalDate until) {

        Needs {
            kinds = List.copyOf(kinds);
        }
    }

    /** Reads a row; whether all of it can be kept stands in the row. */
    static Optional<HouseholdRow> read(Row row, Grid grid, Datum datum) {
        var number = row.required("household_id", LONGEST_CODE);
        var cell =
                grid.division(row.required("grid_code", LONGEST_CODE))
                        .filter(division -> division.level().isCell());
        if (cell.isEmpty() && row.isSound()) {
            row.reject("grid_code", Message.of("register/unknown-grid"));
        }
        var address = row.required("address", LONGEST_TEXT);
        var position = position(row, datum);
        var persons = row.whole("persons", 0, 999).map(Long::intValue).orElse(null);
        var visits = row.whole("visits_due_per_year", 0, 366).map(Long::intValue).orElse(null);
        var notice = row.text("notice_id", LONGEST_CODE);
        return row.isSound()
                ? cell.map(division ->
                        new HouseholdRow(
                                number, division, address, position, persons, null, notice, visits))
                : Optional.empty();
    }

    /**
     * The same with its needs, as far as they may be kept: with a basis, an end within a year and a
     * notice. What is wrong with them is said in the row and leaves the household alone.
     */
    HouseholdRow withNeeds(Row row, LocalDate today) {
        var kinds =
                Arrays.stream(BETWEEN_NEEDS.split(row.text("service_needs", LONGEST_TEXT)))
                        .map(String::strip)
                        .filter(kind -> !kind.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        if (kinds.isEmpty()) {
            return this;
        }
        var basis = row.required("needs_basis", LONGEST_TEXT);
        row.required("needs_until", LONGEST_TEXT);
        row.required("notice_id", LONGEST_CODE);
        var until = row.isSound() ? row.date("needs_until") : Optional.<LocalDate>empty();
        if (until.filter(day -> day.isAfter(today.plusMonths(ServiceNeed.MONTHS))).isPresent()) {
            row.reject("needs_until", Message.of("register/need-too-long", ServiceNeed.MONTHS));
        }
        kinds.stream()
                .filter(kind -> kind.length() > NeedKinds.LONGEST || !NeedKinds.isService(kind))
                .forEach(_ -> row.reject("service_needs", Message.of("register/need-ruled-out")));
        return row.isSound() && until.isPresent()
                ? new HouseholdRow(
                        number,
                        grid,
                        address,
                        position,
                        persons,
                        new Needs(kinds, basis, until.get()),
                        notice,
                        visitsDue)
                : this;
    }

    /** The row as a file would tell it, cell by cell. */
    List<String> cells() {
        return Stream.of(
                        number,
                        grid.code(),
                        address,
                        position == null ? null : Double.valueOf(position.longitude()),
                        position == null ? null : Double.valueOf(position.latitude()),
                        persons,
                        needs == null ? null : String.join(SEPARATOR, needs.kinds()),
                        needs == null ? null : needs.basis(),
                        needs == null ? null : needs.until(),
                        notice,
                        visitsDue)
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    private static @Nullable Position position(Row row, Datum datum) {
        var lon = row.number("lon", -180, 180);
        var lat = row.number("lat", -90, 90);
        if (lon.isPresent() != lat.isPresent()) {
            row.reject(lon.isPresent() ? "lat" : "lon", Message.of("table/required"));
        }
        return lon.isPresent() && lat.isPresent() ? datum.toWgs84(lon.get(), lat.get()) : null;
    }
}

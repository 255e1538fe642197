package org.linli.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds, as its {@code backup.json} says.
 *
 * @param format of the backup itself
 * @param asOf the moment it shows
 * @param migrations that had made the database what it was, in their order
 * @param tables in an order in which each stands behind those that it refers to
 * @param sequences the last number each has given
 */
record Contents(
        int format,
        Instant asOf,
        List<Migration> migrations,
        List<Table> tables,
        Map<String, Long> sequences) {

    static final int FORMAT = 1;

    /** The module whose schema is called otherwise than itself. */
    private static final String ROOT = "__root";

    Contents {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /**
     * @param module whose it is, which has a folder and a list of migrations of its own
     * @param checksum of its file
     */
    record Migration(String module, String version, int checksum) {

        static Migration ofList(String list, String version, int checksum) {
            var module =
                    list.equals(Migrations.LIST)
                            ? ROOT
                            : list.substring(Migrations.LIST.length() + 1);
            return new Migration(module, version, checksum);
        }

        /** The table that lists what was done. */
        static String list(String module) {
            return module.equals(ROOT) ? Migrations.LIST : Migrations.LIST + "_" + module;
        }

        String schema() {
            return module.equals(ROOT) ? "platform" : module;
        }
    }

    /**
     * @param name with its schema, quoted where PostgreSQL needs it, as are the columns
     */
    record Table(String name, List<String> columns, long rows) {

        Table {
            columns = List.copyOf(columns);
        }

        Table withRows(long counted) {
            return new Table(name, columns, counted);
        }

        String path() {
            return "tables/" + name + ".copy.gz";
        }

        /** As COPY takes it. */
        String withColumns() {
            return name + " (" + String.join(", ", columns) + ")";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    List<String> schemas() {
        return migrations.stream().map(Migration::schema).distinct().toList();
    }
}

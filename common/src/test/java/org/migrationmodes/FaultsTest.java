package org.migrationmodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationmodes.source.Faults;
import org.migrationmodes.testing.NeedsEtcd;

/** Each row of the table of faults is played: what the page says is what a server does and logs. */
@Timeout(60)
class FaultsTest {
    private static final String PAGE = "docs/faults.md";
    private static final String STAYS = "; the last good document stays in force";

    /** A row: the fault, the modes, the lines of the log and the class that brings it about. */
    record Row(String fault, String before, String after, List<String> log, String shownBy) {}

    @TempDir
    private Path folder;

    static List<Row> rows() {
        return rows("faults");
    }

    static List<Row> rowsOfTheMachine() {
        return rows("faults of the machine");
    }

    static List<Row> rowsOfEtcd() {
        return rows("faults of etcd");
    }

    private static List<Row> rows(String table) {
        return Documentation.cells(PAGE, table).stream()
                .map(cells -> new Row(
                        cells.get(0),
                        Documentation.code(cells.get(1)),
                        Documentation.code(cells.get(2)),
                        Documentation.code(cells.get(3))
                                .lines()
                                .map(line -> line.replace("; …", STAYS))
                                .toList(),
                        Documentation.code(cells.get(4))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aServerMeetsTheFaultAsThePageSaysAndRecovers(Row row) {
        assertFault(row);
    }

    @ParameterizedTest
    @MethodSource("rowsOfTheMachine")
    void aServerMeetsTheFaultOfItsMachineAsThePageSaysAndRecovers(Row row) {
        assertFault(row);
    }

    @NeedsEtcd
    @ParameterizedTest
    @MethodSource("rowsOfEtcd")
    void aServerMeetsTheFaultOfEtcdAsThePageSaysAndRecovers(Row row) {
        assertFault(row);
    }

    private void assertFault(Row row) {
        Faults.Seen seen = Faults.play(row.fault(), folder);

        assertThat(seen.log()).isEqualTo(row.log());
        assertThat(seen.before()).isEqualTo(row.before());
        assertThat(seen.after()).isEqualTo(row.after());
        assertThat(seen.ended()).isEqualTo("normal");
        assertThat(seen.shownBy()).isEqualTo(row.shownBy());
    }

    @Test
    void eachFaultHasItsRow() {
        assertThat(Stream.of(rows(), rowsOfTheMachine(), rowsOfEtcd())
                        .flatMap(List::stream)
                        .map(Row::fault))
                .containsExactlyInAnyOrderElementsOf(Faults.names());
        assertThat(Documentation.read(Documentation.ROOT.resolve(PAGE))).contains(STAYS.substring(2));
    }
}

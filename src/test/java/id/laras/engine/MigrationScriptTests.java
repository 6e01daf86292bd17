package id.laras.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Our migrations as they are written, without a database: one that lacks its collation breaks every test on MariaDB. */
class MigrationScriptTests {

    private static final Pattern CREATE = Pattern.compile("(?is)create\\s+table\\s+(\\w+)[^;]*");
    private static final String COLLATED = "/*! character set utf8mb4 collate utf8mb4_bin */";

    @Test
    void everyCreateTableNamesItsCollation() throws IOException {
        var without = new ArrayList<String>();
        var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
        for (var script : scripts) {
            var statements = CREATE.matcher(
                    script.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?m)--.*$", ""));
            while (statements.find()) {
                if (!statements.group().strip().endsWith(") " + COLLATED)) {
                    without.add(script.getFilename() + ": " + statements.group(1));
                }
            }
        }
        assertThat(scripts).isNotEmpty();
        assertThat(without).as("end with ) " + COLLATED + ";").isEmpty();
    }
}

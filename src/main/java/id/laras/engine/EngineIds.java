package id.laras.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose process an id of the engine belongs to, whatever it is the id of. One statement over the engine's tables, by their
 * keys: a question may hold hundreds of ids, and the engine's own queries ask for one kind and one id at a time.
 */
@Component
class EngineIds {

    private static final int AT_ONCE = 200;

    /** Tables whose {@code ID_} is handed out by the API, and their column with the process instance. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("ACT_HI_PROCINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_TASKINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_VARINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_ACTINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_DETAIL", "PROC_INST_ID_"),
            Map.entry("ACT_HI_DECINST", "PROC_INST_ID_"),
            Map.entry("ACT_HI_INCIDENT", "PROC_INST_ID_"),
            Map.entry("ACT_HI_COMMENT", "PROC_INST_ID_"),
            Map.entry("ACT_HI_OP_LOG", "PROC_INST_ID_"),
            Map.entry("ACT_HI_JOB_LOG", "PROCESS_INSTANCE_ID_"),
            Map.entry("ACT_RU_JOB", "PROCESS_INSTANCE_ID_"),
            Map.entry("ACT_RU_EXECUTION", "PROC_INST_ID_"),
            Map.entry("ACT_RU_EVENT_SUBSCR", "PROC_INST_ID_"));

    private static final String FOUND = "select found.id, p.BUSINESS_KEY_, p.PROC_DEF_KEY_ from ("
            + Stream.concat(
                            TABLES.entrySet().stream().map(EngineIds::instances),
                            Stream.of("select BUSINESS_KEY_ id, PROC_INST_ID_ instance from ACT_HI_PROCINST"
                                    + " where BUSINESS_KEY_ in (:ids)"))
                    .collect(Collectors.joining(" union all "))
            + ") found join ACT_HI_PROCINST p on p.PROC_INST_ID_ = found.instance";

    private final JdbcClient database;
    private final HumanSteps steps;

    EngineIds(JdbcClient database, HumanSteps steps) {
        this.database = database;
        this.steps = steps;
    }

    private static String instances(Map.Entry<String, String> table) {
        return "select ID_ id, " + table.getValue() + " instance from " + table.getKey() + " where ID_ in (:ids)";
    }

    /**
     * By each id that something or somebody has: the business key of its process, a business key being its own. Empty for
     * an id within a process with confidential steps: only the assignee reads such a step, and that reading is recorded by
     * its form; recording more would reveal who was asked. Ids that nothing has are missing.
     */
    Map<String, Optional<String>> businessKeys(Collection<String> ids) {
        var all = List.copyOf(ids);
        var known = new HashMap<String, Optional<String>>();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            database.sql(FOUND)
                    .param("ids", some)
                    .query((row, number) -> new Found(row.getString(1), row.getString(2), row.getString(3)))
                    .list()
                    .forEach(found -> known.put(found.id(), tellable(found)));
        }
        return known;
    }

    private Optional<String> tellable(Found found) {
        return Optional.ofNullable(found.businessKey())
                .filter(key -> key.equals(found.id()) || !steps.anyConfidential(found.process()));
    }

    private record Found(String id, String businessKey, String process) {}
}

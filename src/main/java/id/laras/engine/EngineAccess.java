package id.laras.engine;

import id.laras.security.ModellingTool;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which endpoints of Camunda there are: what Tasklist, Cockpit and Admin call, and what machines need for tasks and
 * oversight. What no line names is closed to everybody by {@link EngineGate}, before the engine sees it: a new release
 * of Camunda opens nothing, and no guard of ours has to know all ways around it. Who is answered behind an open line is
 * asked of the engine's authorizations (docs/adr/0063-the-engines-api-is-closed-by-default.md).
 *
 * <p>A path is open in one spelling only, the one that stands here. JAX-RS would take more: a slash at the end, another
 * engine's name, any letter percent-encoded.
 */
final class EngineAccess {

    /** The roots of the one API: for machines, and for the web applications. */
    static final List<String> ROOTS = List.of("/engine-rest", "/camunda/api/engine/engine/default");

    /**
     * What everybody has: Tasklist, and machines that complete tasks. {@code {id}} is an object that the caller must be
     * able to see, any other variable is part of it.
     */
    private static final List<String> TASKS = List.of(
            "GET /filter",
            "OPTIONS /filter",
            "GET /filter/count",
            "GET /filter/{id}",
            "GET /filter/{id}/count",
            "POST /filter/{id}/count",
            "GET /filter/{id}/list",
            "POST /filter/{id}/list",
            "GET /task",
            "POST /task",
            "GET /task/count",
            "POST /task/count",
            "GET /task/{id}",
            "GET /task/{id}/form",
            "GET /task/{id}/deployed-form",
            "GET /task/{id}/form-variables",
            "GET /task/{id}/variables",
            "GET /task/{id}/identity-links",
            "GET /task/{id}/comment",
            "POST /task/{id}/comment/create",
            "POST /task/{id}/claim",
            "POST /task/{id}/unclaim",
            "POST /task/{id}/assignee",
            "POST /task/{id}/complete",
            "POST /task/{id}/submit-form",
            // the history of one's open task; without a task it would be everybody's, to the millisecond
            "GET /history/user-operation?taskId={id}",
            "GET /history/user-operation/count?taskId={id}",
            // the models: the diagram of a task, and what could be started from Tasklist
            "GET /process-definition",
            "GET /process-definition/count",
            "GET /process-definition/{id}",
            "GET /process-definition/{id}/xml",
            "GET /process-definition/{id}/static-called-process-definitions",
            // the name beside one's login
            "GET /user/{id}/profile",
            "GET /group/{id}");

    /**
     * What Cockpit and Admin call, which nobody else opens. Most of it searches tables that grow, and the engine carries a
     * search out also for who may read none of its rows (docs/adr/0084).
     */
    private static final List<String> OVERSIGHT = List.of(
            // what operators and administrators did, for the auditor
            "GET /history/user-operation?category=Operator",
            "GET /history/user-operation?category=Admin",
            // counts of everybody's running instances: the engine asks only who may read the model, which is everybody
            "GET /process-definition/statistics",
            "GET /process-definition/{id}/statistics",
            "GET /process-instance",
            "POST /process-instance",
            "GET /process-instance/count",
            "POST /process-instance/count",
            "GET /process-instance/{id}",
            "GET /process-instance/{id}/activity-instances",
            "GET /process-instance/{id}/variables",
            "GET /variable-instance",
            "POST /variable-instance",
            "GET /variable-instance/count",
            "POST /variable-instance/count",
            "GET /variable-instance/{id}",
            "GET /job",
            "POST /job",
            "GET /job/count",
            "POST /job/count",
            "GET /job/{id}/stacktrace",
            "GET /job-definition",
            "GET /job-definition/count",
            "GET /decision-definition",
            "GET /decision-definition/count",
            "GET /decision-definition/{id}",
            "GET /decision-definition/{id}/xml",
            "GET /decision-requirements-definition",
            "GET /decision-requirements-definition/count",
            "GET /deployment",
            "GET /deployment/count",
            "GET /deployment/{id}",
            "GET /deployment/{id}/resources",
            "GET /deployment/{id}/resources/{resourceId}/data",
            "GET /history/process-instance",
            "POST /history/process-instance",
            "GET /history/process-instance/count",
            "POST /history/process-instance/count",
            "GET /history/process-instance/{id}",
            "GET /history/activity-instance",
            "GET /history/activity-instance/count",
            "GET /history/task",
            "POST /history/task",
            "GET /history/task/count",
            "POST /history/task/count",
            "GET /history/variable-instance",
            "POST /history/variable-instance",
            "GET /history/variable-instance/count",
            "POST /history/variable-instance/count",
            "GET /history/decision-instance",
            "GET /history/decision-instance/count",
            "GET /history/decision-instance/{id}",
            // pages of Cockpit that are empty here, and break without an answer
            "GET /case-definition/count",
            "GET /batch/statistics/",
            "GET /batch/statistics/count",
            "GET /history/batch",
            "GET /history/batch/count",
            // Admin
            "GET /user",
            "GET /user/count",
            "GET /group",
            "POST /group",
            "GET /group/count",
            "GET /authorization",
            "GET /authorization/count",
            "GET /tenant",
            "GET /tenant/count",
            "GET /telemetry/data");

    /**
     * What a modelling tool calls besides the list of deployments, with name and password or a token: never with the cookie
     * of a browser. Who deploys is asked behind it, by room books, so that whoever may not is told so.
     */
    private static final List<String> MODELLING = List.of("POST " + ModellingTool.DEPLOY);

    private static final List<String> MODELLING_READS = List.of("GET " + ModellingTool.VERSION);

    /** The web applications' own, with the list of engines that they begin with. */
    private static final List<String> WEBAPPS = List.of(
            "GET /camunda/api/engine/engine/",
            "GET /camunda/api/admin/auth/user/default",
            "GET /camunda/api/admin/plugin/adminPlugins/static/app/plugin.css",
            "GET /camunda/api/admin/plugin/adminPlugins/static/app/plugin.js",
            "GET /camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.css",
            "GET /camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
            "GET /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.css",
            "GET /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js");

    private static final List<String> COCKPIT = List.of(
            "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics-count",
            "POST /camunda/api/cockpit/plugin/base/default/process-definition/{id}/called-process-definitions",
            "POST /camunda/api/cockpit/plugin/base/default/process-instance",
            "POST /camunda/api/cockpit/plugin/base/default/process-instance/count",
            "POST /camunda/api/cockpit/plugin/base/default/process-instance/{id}/called-process-instances",
            "POST /camunda/api/cockpit/plugin/base/default/incident/",
            "POST /camunda/api/cockpit/plugin/base/default/incident/count");

    private static final List<Line> LINES = Stream.of(
                    lines(WEBAPPS.stream(), false),
                    lines(COCKPIT.stream(), true),
                    lines(MODELLING.stream(), false),
                    lines(MODELLING_READS.stream(), true),
                    // first, because its statistics are no process definition's id
                    lines(atBothRoots(OVERSIGHT), true),
                    lines(atBothRoots(TASKS), false))
            .flatMap(lines -> lines)
            .toList();

    private EngineAccess() {}

    private static Stream<String> atBothRoots(List<String> api) {
        return ROOTS.stream().flatMap(root -> api.stream().map(line -> line.replace(" ", " " + root)));
    }

    private static Stream<Line> lines(Stream<String> texts, boolean forOversight) {
        return texts.map(text -> Line.of(text, forOversight));
    }

    /** All lines, each with its whole path, e.g. {@code GET /engine-rest/task/{id}}. */
    static List<String> lines() {
        return LINES.stream().map(Line::text).toList();
    }

    /**
     * What an open endpoint is asked about, null when about nothing in particular.
     *
     * @param forOversight whether it is there for oversight only, see {@link EngineGate}
     */
    record Call(EngineObject about, String id, boolean forOversight) {

        /** Whether it looks through a table for what the caller may see. */
        boolean isSearch() {
            return about == null || about == EngineObject.FILTER;
        }
    }

    /**
     * @param path  as it came, without decoding anything, below the application's own root
     * @param query the values of one parameter of the question
     * @return empty when the endpoint is closed, or its path spelled differently
     */
    static Optional<Call> find(String verb, String path, Question query) {
        return LINES.stream()
                .flatMap(line -> line.match(verb, path, query).stream())
                .findFirst();
    }

    /** The values of a parameter of the question. */
    @FunctionalInterface
    interface Question {
        String[] values(String parameter);
    }

    /** One open endpoint; where a parameter stands in the line, the question must have exactly this value of it, once. */
    private record Line(
            String text,
            String verb,
            Pattern path,
            EngineObject about,
            String parameter,
            String value,
            boolean forOversight) {

        /**
         * What ids, keys and accounts are made of: an account has letters and digits only (AccountService). Browsers encode
         * the colon and the at sign, and nothing else is encoded.
         */
        private static final String VARIABLE = "((?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~:@-]|%3A|%40)+)";

        static Line of(String text, boolean forOversight) {
            var parts = text.split("[ ?=]");
            var path = Stream.of(parts[1].split("(?=[{])|(?<=})"))
                    .map(part -> part.startsWith("{") ? VARIABLE : Pattern.quote(part))
                    .reduce("", String::concat);
            var asked = parts.length > 2;
            var value = asked ? parts[3] : null;
            var about = asked
                    ? "{id}".equals(value) ? EngineObject.TASK : null
                    : parts[1].contains("{id}") ? EngineObject.in(parts[1]) : null;
            return new Line(text, parts[0], Pattern.compile(path), about, asked ? parts[2] : null, value, forOversight);
        }

        Optional<Call> match(String verb, String path, Question query) {
            var found = this.path.matcher(path);
            if (!this.verb.equals(verb) || !found.matches()) {
                return Optional.empty();
            }
            if (parameter == null) {
                return Optional.of(new Call(about, about == null ? null : decoded(found), forOversight));
            }
            var values = query.values(parameter);
            if (values == null || values.length != 1 || about == null && !values[0].equals(value)) {
                return Optional.empty();
            }
            return Optional.of(new Call(about, about == null ? null : values[0], forOversight));
        }

        private static String decoded(Matcher found) {
            return URLDecoder.decode(found.group(1), StandardCharsets.UTF_8);
        }
    }
}

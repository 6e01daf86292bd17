package id.laras.dashboard;

import java.time.LocalDate;
import java.util.List;

/**
 * What waits for a person.
 *
 * @param open      tasks assigned to the person
 * @param overdue   those of them whose last day is over
 * @param group     tasks that the person and others may take, mostly those of their groups
 * @param groupList the engine's id of the list that holds these; null when there are none
 * @param next      the first few of the open tasks, the most urgent first
 * @param incidents processes that stand still because a step failed; 0 for everybody but HR
 */
public record Workload(long open, long overdue, long group, String groupList, List<Item> next, long incidents) {

    /**
     * One task.
     *
     * @param due in the agency's zone, null when the task has no limit
     */
    public record Item(String taskId, String name, LocalDate due, boolean overdue) {}
}

package id.laras.engine.probe;

import id.laras.TestPeople;
import id.laras.security.Role;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Starts the process of {@code probe.bpmn} for people of its own. */
@Component
public class Probes {

    public static final String ANSWER = "{\"text\":\"rahasia-jawaban\",\"value\":\"12.50\",\"failing\":false}";

    private final RepositoryService models;
    private final RuntimeService processes;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final TestPeople people;

    Probes(
            RepositoryService models,
            RuntimeService processes,
            TaskService tasks,
            ManagementService jobs,
            TestPeople people) {
        this.models = models;
        this.processes = processes;
        this.tasks = tasks;
        this.jobs = jobs;
        this.people = people;
    }

    /** A running probe whose first task is the employee's; all accounts exist. */
    public record Probe(String businessKey, String processInstanceId, String taskId) {}

    public Probe start() {
        people.account("uji-pegawai");
        people.account("uji-rekan");
        people.account("uji-atasan");
        people.account("uji-sdm", Role.HR);
        people.account("uji-auditor", Role.AUDITOR);
        people.account("uji-admin", Role.ADMIN);
        models.createDeployment()
                .name("probe")
                .enableDuplicateFiltering(true)
                .addClasspathResource("probe.bpmn")
                .deploy();
        var key = UUID.randomUUID().toString();
        var instance = processes
                .createProcessInstanceByKey("Probe")
                .businessKey(key)
                .setVariable("employee", "uji-pegawai")
                .setVariable("boss", "uji-atasan")
                .setVariable("employeeName", "Siti Aminah")
                .execute();
        return new Probe(key, instance.getId(), task(key).getId());
    }

    /** The only open task. */
    public Task task(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).singleResult();
    }

    public List<Job> jobs(Probe probe) {
        return jobs.createJobQuery()
                .processInstanceId(probe.processInstanceId())
                .list();
    }

    public void execute(Job job) {
        jobs.executeJob(job.getId());
    }

    /** Lets the only job fail until it is an incident. */
    public void exhaust(Probe probe) {
        var job = jobs(probe).get(0);
        for (var tries = job.getRetries(); tries > 0; tries--) {
            try {
                execute(job);
            } catch (RuntimeException expected) {
                // one try less
            }
        }
    }

    public void cancel(Probe probe) {
        processes.deleteProcessInstance(probe.processInstanceId(), "test");
    }
}

package id.laras.bench;

import id.laras.cycle.CycleService;
import id.laras.cycle.NewCycle;
import id.laras.cycle.Scheme;
import id.laras.intake.PeopleImport;
import id.laras.people.AwayAndActing;
import id.laras.rules.Pages;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.succession.Deviations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.IntSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What HR's list of changed superiors asks for, when every tenth employee has another superior than their evaluation's
 * assessor: on H2 in a file, milliseconds of this machine. Evaluations are written without their runs, which the list does
 * not ask for.
 */
public final class LinesBench {

    private static final Actor HR = new Actor("sdm", Set.of(Role.HR));
    private static final int ROUNDS = 7;

    private LinesBench() {}

    public static void main(String[] args) throws Exception {
        run(Population.of(args), ROUNDS);
    }

    /** @param rounds of which the best and the median count: the first ones warm up */
    static void run(Population population, int rounds) throws Exception {
        try (var laras = Ground.larasOnH2()) {
            fill(laras, population);
            var deviations = laras.getBean(Deviations.class);
            var offices = laras.getBean(AwayAndActing.class);
            var figures = new Figures(
                    "HR's list of changed superiors, " + population.people() + " people, milliseconds",
                    "asked",
                    "found",
                    "median",
                    "fastest");
            measure(figures, "other superior than the assessor", rounds, () ->
                    (int) deviations.deviations(HR, Pages.at(1)).getTotalElements());
            measure(figures, "moved to another unit", rounds, () ->
                    (int) deviations.unitMoves(HR, Pages.at(1)).getTotalElements());
            measure(
                    figures,
                    "away, and acting",
                    rounds,
                    () -> (int) (offices.away(HR, Pages.at(1)).getTotalElements()
                            + offices.acting(HR, Pages.at(1)).getTotalElements()));
            figures.print();
        }
    }

    private static void measure(Figures figures, String what, int rounds, IntSupplier asked) {
        var taken = new ArrayList<Double>();
        var found = 0;
        for (var round = 0; round < rounds; round++) {
            var begin = System.nanoTime();
            found = asked.getAsInt();
            taken.add(Figures.since(begin) * 1_000);
        }
        taken.sort(null);
        figures.row(what, found, Figures.number(taken.get(taken.size() / 2), 0), Figures.number(taken.get(0), 0));
    }

    private static void fill(ApplicationContext laras, Population population) {
        var report =
                laras.getBean(PeopleImport.class).run(population.unitFile(), population.peopleFile("Analis"), "sdm");
        if (!report.errors().isEmpty()) {
            throw new IllegalStateException(report.errors().toString());
        }
        var today = LocalDate.now();
        var cycle = laras.getBean(CycleService.class)
                .create(new NewCycle(
                        "Bench",
                        Scheme.QUADRANT,
                        today.minusMonths(1),
                        today.plusMonths(11),
                        today.plusMonths(1),
                        3,
                        today.plusMonths(10),
                        today.plusMonths(10),
                        today.plusMonths(11),
                        today.plusMonths(12)));
        new TransactionTemplate(laras.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> laras.getBean(JdbcClient.class)
                        .sql("insert into evaluation (id, cycle_id, employee_nip, employee, employee_name, position,"
                                + " unit_code, unit_name, assessor, assessor_name, stage, version)"
                                + " select concat('e', e.nip), ?, e.nip, e.account, e.name, e.position, e.unit_code,"
                                + " 'Bidang', case when substring(e.nip, 8, 1) = '7' then 'lain' else s.account end, s.name,"
                                + " 'MONITORING', 0 from employee e join employee s on s.nip = e.superior_nip")
                        .param(cycle.id())
                        .update());
    }
}

package id.laras.audit;

import static id.laras.target.Plans.indicator;
import static id.laras.target.Plans.proposal;
import static id.laras.target.Plans.result;
import static id.laras.target.Plans.supporting;
import static org.assertj.core.api.Assertions.assertThat;

import id.laras.LarasTest;
import id.laras.TestTeam;
import id.laras.cycle.Scheme;
import id.laras.security.Actor;
import id.laras.security.Role;
import id.laras.target.Approval;
import id.laras.target.Plans;
import id.laras.target.TargetService;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LarasTest
@Tag("database")
class PlanVersionTests {

    @Autowired
    ApplicationContext application;

    @Autowired
    TargetService targets;

    @Autowired
    TimelineService timelines;

    @Test
    void aVersionOfATargetPlanNamesPeopleAndTheResultThatIsSupported() {
        var team = TestTeam.open(application, Scheme.NUMERIC);
        var officer = team.id("officer");
        targets.propose(officer, team.account("officer"), Plans.simple());
        targets.decide(officer, team.account("head"), new Approval(true, null, null, null));
        var staff = team.id("staff");
        var supported = targets.superiorResults(staff).get(0).id();
        targets.propose(
                staff,
                team.account("staff"),
                proposal(supporting(supported, result("Loket", indicator("Berkas", "2", "100")))));
        targets.decide(staff, team.account("officer"), new Approval(true, null, null, null));

        var reader = new Actor("auditor", Set.of(Role.AUDITOR));
        var version = timelines
                .timeline(reader, staff, Locale.forLanguageTag("id"))
                .orElseThrow()
                .plans()
                .get(0);
        assertThat(values(version.fields()))
                .contains("Pegawai staff", "Pegawai officer", "Pelayanan cepat")
                .doesNotContain(team.account("staff"), team.account("officer"), supported);
    }

    private static List<String> values(List<AnswerField> fields) {
        return fields.stream()
                .flatMap(field -> field.value() == null ? values(field.fields()).stream() : Stream.of(field.value()))
                .toList();
    }
}

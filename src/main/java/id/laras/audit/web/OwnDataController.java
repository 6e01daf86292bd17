package id.laras.audit.web;

import id.laras.audit.TimelineService;
import id.laras.audit.TimelineService.GivenAnswer;
import id.laras.audit.TimelineService.OwnEvaluation;
import id.laras.people.Employee;
import id.laras.people.Employees;
import id.laras.security.Account;
import id.laras.security.Accounts;
import id.laras.security.Actor;
import id.laras.security.CurrentActor;
import id.laras.security.Role;
import id.laras.substitution.SubstitutionLists;
import id.laras.substitution.SubstitutionView;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everybody takes along what is held about them, with the trail of who looked at it (UU 27/2022 art. 31–32). */
@RestController
class OwnDataController {

    private final CurrentActor actor;
    private final Accounts accounts;
    private final Employees employees;
    private final TimelineService timelines;
    private final SubstitutionLists substitutions;

    OwnDataController(
            CurrentActor actor,
            Accounts accounts,
            Employees employees,
            TimelineService timelines,
            SubstitutionLists substitutions) {
        this.actor = actor;
        this.accounts = accounts;
        this.employees = employees;
        this.timelines = timelines;
        this.substitutions = substitutions;
    }

    /**
     * @param employee     null when the account belongs to no employee
     * @param substitutes  whom the person named, or HR for them
     * @param substituteOf for whom the person was named
     * @param given        what the person wrote about others
     */
    record OwnData(
            String account,
            String name,
            String email,
            Set<Role> roles,
            Person employee,
            List<OwnEvaluation> evaluations,
            List<SubstitutionView> substitutes,
            List<SubstitutionView> substituteOf,
            List<GivenAnswer> given) {}

    /** @param superior name; the NIP is the superior's own matter */
    record Person(
            String nip,
            String name,
            String email,
            String position,
            String positionKind,
            String positionLevel,
            String unit,
            String superior) {

        static Person of(Employee employee, String superior) {
            return new Person(
                    employee.nip(),
                    employee.name(),
                    employee.email(),
                    employee.position(),
                    employee.positionKind().name(),
                    employee.positionLevel(),
                    employee.unitCode(),
                    superior);
        }
    }

    @Operation(
            operationId = "ownData",
            summary =
                    "Everything that is held about the caller, with the trail of who looked at it (UU 27/2022 art. 31-32)")
    @GetMapping("/account/data")
    ResponseEntity<OwnData> download(Locale language) {
        var who = actor.get();
        return asFile(who, ".json").body(data(who, language));
    }

    static ResponseEntity.BodyBuilder asFile(Actor who, String ending) {
        var name = ContentDisposition.attachment()
                .filename("laras-" + who.account() + ending)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore());
    }

    OwnData data(Actor who, Locale language) {
        var account = accounts.findById(who.account());
        return new OwnData(
                who.account(),
                account.map(Account::displayName).orElse(null),
                account.map(Account::email).orElse(null),
                who.roles(),
                employees.findByAccount(who.account()).map(this::person).orElse(null),
                timelines.own(who, language),
                shown(substitutions.of(who.account()), who),
                shown(substitutions.by(who.account()), who),
                timelines.given(who, language));
    }

    private Person person(Employee employee) {
        var superior = employee.superiorNip() == null
                ? null
                : employees.findById(employee.superiorNip()).map(Employee::name).orElse(null);
        return Person.of(employee, superior);
    }

    private static List<SubstitutionView> shown(List<SubstitutionView> all, Actor who) {
        return all.stream().map(one -> one.shownTo(who.account())).toList();
    }
}

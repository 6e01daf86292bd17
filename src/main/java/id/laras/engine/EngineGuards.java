package id.laras.engine;

import id.laras.security.AccountDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts our guards in the engine before it is built. */
@Component
class EngineGuards extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final Submissions submissions;
    private final StepCompletion completion;
    private final SubstituteTasks substitutes;
    private final TaskRights rights;
    private final TaskClaims claims;
    private final HistoryCleanups cleanups;
    private final TaskComments comments;
    private final AccountVariables accounts;
    private final AccountDirectory directory;
    private final WholeDays days;

    EngineGuards(
            ApplicationContext context,
            Submissions submissions,
            StepCompletion completion,
            SubstituteTasks substitutes,
            TaskRights rights,
            TaskClaims claims,
            HistoryCleanups cleanups,
            TaskComments comments,
            AccountVariables accounts,
            AccountDirectory directory,
            WholeDays days) {
        this.context = context;
        this.submissions = submissions;
        this.completion = completion;
        this.substitutes = substitutes;
        this.rights = rights;
        this.claims = claims;
        this.cleanups = cleanups;
        this.comments = comments;
        this.accounts = accounts;
        this.directory = directory;
        this.days = days;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        // By default scripts and expressions see every bean.
        configuration.setBeans(new HashMap<>());
        configuration.setExpressionManager(new GuardedExpressions(new ModelBeans(context)));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setBpmnParseFactory(new NoCodeInModels());
        configuration.setDmnEngineConfiguration(tables());
        configuration.setCustomPreDeployers(List.of(new GatedDeployer(context.getBeanProvider(DeploymentGate.class))));
        var tasks = new GuardedTaskService(submissions, substitutes, rights, claims, comments, accounts);
        configuration.setTaskService(tasks);
        configuration.setBusinessCalendarManager(days.calendars());
        configuration.setHistoryService(cleanups.service());
        configuration.setCustomJobHandlers(List.of(cleanups.handler()));
        configuration.setFormService(new GuardedFormService(tasks, accounts));
        configuration.setResourceAuthorizationProvider(new OwnTaskGrants());
        configuration.setCustomSessionFactories(List.of(PastVariableGrants.factory()));
        configuration.setIdentityProviderSessionFactory(new AccountIdentitySessions(directory));
        configuration.setCustomPreCommandInterceptorsTxRequired(
                List.of(new ClosedCommands(submissions), new UntoldCounters()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                List.of(new ClosedCommands(submissions), new UntoldCounters()));
        configuration.setCustomPostCommandInterceptorsTxRequired(List.of(new RefusalsAreNoErrors()));
        configuration.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new RefusalsAreNoErrors()));
        var guards = new ArrayList<BpmnParseListener>(
                List.of(new HumanStepGuard(completion, context.getBeanProvider(TaskSubjects.class))));
        if (configuration.getCustomPreBPMNParseListeners() != null) {
            guards.addAll(configuration.getCustomPreBPMNParseListeners());
        }
        configuration.setCustomPreBPMNParseListeners(guards);
    }

    private static DefaultDmnEngineConfiguration tables() {
        var language = new TableLanguage();
        var tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(() -> language);
        tables.getTransformer().getTransformListeners().add(new NoCodeInTables(language));
        return tables;
    }
}

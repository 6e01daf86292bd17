package id.laras.engine;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnModelElementInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * Refuses decision tables with scripts, or with FEEL beyond {@link TableLanguage}, when they are deployed. What is
 * evaluated is checked once more by {@link TableLanguage} and {@link NoScripts}.
 */
final class NoCodeInTables implements DmnTransformListener {

    private static final Set<String> FEEL = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);

    private final TableLanguage language;

    NoCodeInTables(TableLanguage language) {
        this.language = language;
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions definitions, DmnDecisionRequirementsGraph graph) {
        var everywhere = definitions.getExpressionLanguage();
        isFeel(everywhere);
        for (var expression : all(definitions, LiteralExpression.class)) {
            if (isFeel(first(expression.getExpressionLanguage(), everywhere)) && hasText(expression.getText())) {
                language.checkExpression(expression.getText().getTextContent());
            }
        }
        for (var test : all(definitions, InputEntry.class)) {
            if (isFeel(first(test.getExpressionLanguage(), everywhere)) && hasText(test.getText())) {
                language.checkTest(test.getText().getTextContent());
            }
        }
    }

    private static <T extends DmnModelElementInstance> Collection<T> all(Definitions definitions, Class<T> type) {
        return definitions.getModelInstance().getModelElementsByType(type);
    }

    private static String first(String own, String everywhere) {
        return own == null ? everywhere : own;
    }

    private static boolean hasText(Text text) {
        return text != null && !text.getTextContent().isBlank();
    }

    /** FEEL or else JUEL, whose expressions are guarded as those of processes are. */
    private static boolean isFeel(String name) {
        if (name == null || FEEL.contains(name) || "feel".equalsIgnoreCase(name)) {
            return true;
        }
        if (DefaultDmnEngineConfiguration.JUEL_EXPRESSION_LANGUAGE.equalsIgnoreCase(name)) {
            return false;
        }
        throw new BadUserRequestException("A table brings no code of its own, but here is: " + name);
    }

    @Override
    public void transformDecision(Decision decision, DmnDecision made) {}

    @Override
    public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl made) {}

    @Override
    public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl made) {}

    @Override
    public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl made) {}
}

package id.laras.cycle.process;

import id.laras.cycle.CycleSettings;
import id.laras.cycle.process.EvaluationProcess.Variables;
import id.laras.gate.Declarations;
import id.laras.steps.Deeds;
import id.laras.steps.Does;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the gate what the beans declare that models may name, and the periods that an evaluation begins with. */
@Configuration(proxyBeanMethods = false)
class LawfulDeclarations {

    @Bean
    static Declarations declarations(ListableBeanFactory beans, CycleSettings settings) {
        var deeds = Stream.of(beans.getBeanNamesForAnnotation(Does.class))
                .collect(
                        Collectors.toMap(name -> name, name -> Deeds.of(beans.findAnnotationOnBean(name, Does.class))));
        return new Declarations(
                deeds,
                settings.objectionDays(),
                Map.of(
                        Variables.OBJECTION_PERIOD,
                        settings.objectionDays(),
                        Variables.DECISION_PERIOD,
                        settings.decisionDays()));
    }
}

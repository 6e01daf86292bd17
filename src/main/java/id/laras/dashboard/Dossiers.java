package id.laras.dashboard;

import id.laras.cycle.Evaluation;
import id.laras.cycle.Stage;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers one evaluation's dossier from the phases. */
@Service
@Transactional(readOnly = true)
public class Dossiers {

    public Dossier of(Evaluation evaluation, Locale locale) {
        return new Dossier(resultShown(evaluation.stage()));
    }

    /** The result exists for people from the moment it is shown to the employee, not while it is being calculated. */
    private static boolean resultShown(Stage stage) {
        return stage.compareTo(Stage.OBJECTION) >= 0;
    }
}

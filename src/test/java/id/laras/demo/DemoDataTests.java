package id.laras.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.laras.people.Employees;
import id.laras.security.Accounts;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;

class DemoDataTests {

    private final ManagementService engine = mock();
    private final Employees employees = mock();
    private final Accounts accounts = mock();
    private final DemoPeople people = mock();
    private final ClosedCycle closed = mock();
    private final OpenCycle open = mock();
    private final DemoData demo = new DemoData(engine, employees, accounts, people, closed, open);

    @Test
    void isCalledCompleteOnlyAfterItsLastStep() {
        demo.run(null);

        var order = inOrder(engine, people, closed, open);
        order.verify(engine).setProperty("laras.demo", "begun");
        order.verify(people).arrive();
        order.verify(closed).play();
        order.verify(open).play();
        order.verify(engine).setProperty("laras.demo", "complete");
    }

    @Test
    void leftHalfFilledItSaysWhatToDoInsteadOfStarting() {
        doThrow(new IllegalStateException("power cut")).when(open).play();
        assertThatThrownBy(() -> demo.run(null)).hasMessage("power cut");
        when(engine.getProperties()).thenReturn(Map.of("laras.demo", "begun"));

        assertThatThrownBy(demo::afterPropertiesSet).hasMessageContaining("delete the data folder");
        verify(engine, never()).setProperty("laras.demo", "complete");
    }

    @Test
    void onADatabaseWithOtherPeopleItDoesNotStart() {
        when(employees.count()).thenReturn(1L);

        assertThatThrownBy(demo::afterPropertiesSet).hasMessageContaining("without the demo profile");
    }

    /** An agency's first start makes its administrator, before it has any people. */
    @Test
    void onADatabaseWithNothingButAnAccountItDoesNotStartEither() {
        when(accounts.count()).thenReturn(1L);

        assertThatThrownBy(demo::afterPropertiesSet).hasMessageContaining("people or accounts");
    }

    @Test
    void aDemonstrationThatIsCompleteIsLeftAsItIs() {
        when(employees.count()).thenReturn(1L);
        when(engine.getProperties()).thenReturn(Map.of("laras.demo", "complete"));

        assertThatCode(demo::afterPropertiesSet).doesNotThrowAnyException();
        demo.run(null);

        verify(engine, never()).setProperty(anyString(), anyString());
        verify(people, never()).arrive();
    }
}

package id.laras.calibration;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** All evaluations that came to a calibration. */
interface Members extends JpaRepository<Member, String> {

    long countByCalibrationId(String calibrationId);

    List<Member> findByCalibrationIdAndAwaitingTrue(String calibrationId);
}

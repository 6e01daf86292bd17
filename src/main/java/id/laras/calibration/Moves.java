package id.laras.calibration;

import org.springframework.data.jpa.repository.JpaRepository;

/** All predicates that calibrations moved. */
interface Moves extends JpaRepository<Move, String> {}

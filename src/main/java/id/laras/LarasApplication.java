package id.laras;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Laras: performance evaluation of civil servants (ASN) as executable BPMN. */
@SpringBootApplication
public class LarasApplication {

    public static void main(String[] args) {
        SpringApplication.run(LarasApplication.class, args);
    }
}

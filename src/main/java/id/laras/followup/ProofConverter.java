package id.laras.followup;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.laras.evidence.Evidence;
import jakarta.persistence.Converter;

@Converter
class ProofConverter extends JsonListConverter<Evidence> {

    ProofConverter(ObjectMapper json) {
        super(json, Evidence.class);
    }
}

package id.laras.followup;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Converter;

@Converter
class ProposalsConverter extends JsonListConverter<Proposal> {

    ProposalsConverter(ObjectMapper json) {
        super(json, Proposal.class);
    }
}

package id.laras.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param words of the agency that its people put into passwords first: its name, its town, its applications */
@ConfigurationProperties("laras.password")
record PasswordSettings(@DefaultValue List<String> words) {}

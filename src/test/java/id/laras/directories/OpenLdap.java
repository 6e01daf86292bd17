package id.laras.directories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.BasicAttribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.ModificationItem;
import org.springframework.util.FileSystemUtils;

/**
 * Debian's slapd with a folder and a port of its own and the people of {@code directories/people.ldif}. It takes a name
 * with an empty password for an anonymous bind, as careless directories do.
 */
public final class OpenLdap {

    private static final Path INSTALLED = Path.of("/usr/sbin/slapd");
    private static final String BASE = "dc=laras,dc=test";
    private static final String SETTINGS = """
            include /etc/ldap/schema/core.schema
            include /etc/ldap/schema/cosine.schema
            include /etc/ldap/schema/inetorgperson.schema
            modulepath /usr/lib/ldap
            moduleload back_mdb
            allow bind_anon_dn
            database mdb
            maxsize 16777216
            suffix "dc=laras,dc=test"
            rootdn "cn=admin,dc=laras,dc=test"
            rootpw rahasia-admin
            directory "%s"
            access to attrs=userPassword by anonymous auth by * none
            access to * by dn.exact="cn=pembaca,dc=laras,dc=test" read by * none
            """;

    private final Path home;
    private final int port;
    private Process server;

    OpenLdap() {
        if (!Files.isExecutable(INSTALLED)) {
            throw new IllegalStateException("OpenLDAP's slapd is not installed; bin/test installs it");
        }
        try {
            port = Servers.freePort();
            home = Files.createTempDirectory("laras-slapd");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop();
                FileSystemUtils.deleteRecursively(home.toFile());
            }));
            // a copy, because AppArmor may hold the installed one to the system's own directory
            Files.copy(INSTALLED, home.resolve("slapd"), StandardCopyOption.COPY_ATTRIBUTES);
            var data = Files.createDirectory(home.resolve("data"));
            Files.writeString(home.resolve("slapd.conf"), SETTINGS.formatted(data));
            try (var people = OpenLdap.class.getResourceAsStream("/directories/people.ldif")) {
                Files.copy(people, home.resolve("people.ldif"));
            }
            var filling = run("-Tadd", "-f", home + "/slapd.conf", "-l", home + "/people.ldif");
            if (!filling.waitFor(30, TimeUnit.SECONDS) || filling.exitValue() != 0) {
                throw new IllegalStateException("slapd takes no people:\n" + Files.readString(log()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        start();
    }

    public void start() {
        try {
            server = run("-d", "0", "-h", "ldap://127.0.0.1:" + port, "-f", home + "/slapd.conf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Servers.await(server, log(), Duration.ofSeconds(30), this::answers);
    }

    public void stop() {
        if (server != null) {
            Servers.end(server);
        }
    }

    String url() {
        return "ldap://127.0.0.1:" + port;
    }

    static String base() {
        return BASE;
    }

    public void leave(String person, String group) {
        var item = new ModificationItem(DirContext.REMOVE_ATTRIBUTE, new BasicAttribute("member", dn(person)));
        try {
            var admin = bind("cn=admin," + BASE, "rahasia-admin");
            try {
                admin.modifyAttributes("cn=" + group + ",ou=kelompok," + BASE, new ModificationItem[] {item});
            } finally {
                admin.close();
            }
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the directory itself answers "right" to this name and password. */
    public boolean binds(String person, String password) {
        try {
            bind(dn(person), password).close();
            return true;
        } catch (NamingException e) {
            return false;
        }
    }

    private DirContext bind(String dn, String password) throws NamingException {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        settings.put(Context.PROVIDER_URL, url());
        settings.put(Context.SECURITY_AUTHENTICATION, "simple");
        settings.put(Context.SECURITY_PRINCIPAL, dn);
        settings.put(Context.SECURITY_CREDENTIALS, password);
        return new InitialDirContext(settings);
    }

    private static String dn(String person) {
        return "uid=" + person + ",ou=orang," + BASE;
    }

    private Process run(String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(home.resolve("slapd").toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private Path log() {
        return home.resolve("log");
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package id.laras.engine;

import id.laras.security.AccountDirectory;
import id.laras.security.AccountDirectory.Person;
import id.laras.security.AccountDirectory.Search;
import id.laras.security.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's users and groups are our accounts and roles. Read-only: nobody creates a user through the engine, which
 * also closes CVE-2026-77226 (a first administrator made by anybody). Staff find themselves only; HR, auditors and
 * administrators find everybody.
 */
final class AccountIdentityProvider implements ReadOnlyIdentityProvider {

    private static final Set<String> FIND_EVERYBODY =
            Stream.of(Role.HR, Role.AUDITOR, Role.ADMIN).map(Role::group).collect(Collectors.toUnmodifiableSet());

    private final AccountDirectory directory;

    AccountIdentityProvider(AccountDirectory directory) {
        this.directory = directory;
    }

    @Override
    public User findUserById(String userId) {
        return people(new Search(List.of(userId), null, null, null), 0, 1).stream()
                .findFirst()
                .orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new People(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new People(null);
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("Accounts are not queried by SQL");
    }

    /** Never fits: passwords are checked by our own login, which counts the guesses. */
    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String groupId) {
        return group(groupId);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new Groups(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new Groups(null);
    }

    @Override
    public Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants(Context.getProcessEngineConfiguration().getCommandExecutorTxRequired());
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants(null);
    }

    @Override
    public void flush() {
        // writes nothing
    }

    @Override
    public void close() {
        // holds nothing
    }

    private List<User> people(Search search, int first, int atMost) {
        return directory.find(visible(search), first, atMost).stream()
                .map(AccountIdentityProvider::user)
                .toList();
    }

    /** The application itself (no caller) and those who look after accounts find everybody; all others find themselves. */
    private static boolean mayAskFor(String account) {
        var caller = Context.getCommandContext().getAuthentication();
        return caller == null
                || caller.getUserId() == null
                || caller.getUserId().equals(account)
                || caller.getGroupIds() != null && caller.getGroupIds().stream().anyMatch(FIND_EVERYBODY::contains);
    }

    /** Narrows the search to what the caller may find. */
    private static Search visible(Search search) {
        var caller = Context.getCommandContext().getAuthentication();
        if (mayAskFor(null)) {
            return search;
        }
        var self = Set.of(caller.getUserId());
        var names = search.names() == null
                ? self
                : self.stream().filter(search.names()::contains).toList();
        return new Search(names, search.displayName(), search.email(), search.role());
    }

    private static User user(Person person) {
        var user = new UserEntity(person.name());
        user.setFirstName(person.displayName() == null ? person.name() : person.displayName());
        user.setLastName("");
        user.setEmail(person.email());
        return user;
    }

    private static GroupEntity group(String id) {
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(id))
                .map(AccountIdentityProvider::group)
                .findFirst()
                .orElseGet(() -> groupOfUnit(id));
    }

    /** One of somebody's who is HR of some units; null when the id is none of such a group. */
    private static GroupEntity groupOfUnit(String id) {
        var prefix = Role.UNIT_HR.groupOf("");
        if (id == null || !id.startsWith(prefix)) {
            return null;
        }
        var group = new GroupEntity(id);
        group.setName("SDM unit " + id.substring(prefix.length()));
        group.setType("WORKFLOW");
        return group;
    }

    private static GroupEntity group(Role role) {
        var group = new GroupEntity(role.group());
        group.setName(
                switch (role) {
                    case STAFF -> "Pegawai";
                    case HR -> "Tim pengelola kinerja";
                    case UNIT_HR -> "SDM unit";
                    case PERFORMANCE_TEAM -> "Tim penilai kinerja";
                    case AUDITOR -> "Inspektorat";
                    case ADMIN -> "Administrator";
                });
        group.setType(role == Role.ADMIN ? "SYSTEM" : "WORKFLOW");
        return group;
    }

    private static AccountIdentityProvider of(CommandContext context) {
        return (AccountIdentityProvider) context.getReadOnlyIdentityProvider();
    }

    private static final class People extends UserQueryImpl {

        People(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return impossible() ? 0 : of(context).directory.count(visible(search()));
        }

        @Override
        public List<User> executeList(CommandContext context, Page page) {
            if (impossible()) {
                return List.of();
            }
            return page == null
                    ? of(context).people(search(), 0, Integer.MAX_VALUE)
                    : of(context).people(search(), page.getFirstResult(), page.getMaxResults());
        }

        private boolean impossible() {
            return getTenantId() != null || getGroupId() != null && role() == null;
        }

        private Role role() {
            return Arrays.stream(Role.values())
                    .filter(role -> role.group().equals(getGroupId()))
                    .findFirst()
                    .orElse(null);
        }

        private Search search() {
            return new Search(
                    names(),
                    first(getFirstName(), getFirstNameLike(), getLastName(), getLastNameLike()),
                    first(getEmail(), getEmailLike()),
                    role());
        }

        private Collection<String> names() {
            if (getId() == null && getIds() == null) {
                return null;
            }
            var names = new LinkedHashSet<>(getIds() == null ? List.of(getId()) : List.of(getIds()));
            if (getId() != null) {
                names.retainAll(Set.of(getId()));
            }
            return names;
        }

        private static String first(String... wishes) {
            return Arrays.stream(wishes)
                    .filter(wish -> wish != null)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final class Groups extends GroupQueryImpl {

        Groups(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return executeList(context, null).size();
        }

        @Override
        public List<Group> executeList(CommandContext context, Page page) {
            if (getTenantId() != null || getUserId() != null && !mayAskFor(getUserId())) {
                return List.of();
            }
            var ids = getUserId() == null
                    ? Arrays.stream(Role.values()).map(Role::group).toList()
                    : of(context).directory.groups(getUserId());
            return ids.stream()
                    .map(AccountIdentityProvider::group)
                    .map(Group.class::cast)
                    .filter(group -> getId() == null || getId().equals(group.getId()))
                    .filter(group -> getIds() == null || List.of(getIds()).contains(group.getId()))
                    .filter(group -> getName() == null || getName().equals(group.getName()))
                    .filter(group -> getNameLike() == null || like(group.getName(), getNameLike()))
                    .filter(group -> getType() == null || getType().equals(group.getType()))
                    .skip(page == null ? 0 : page.getFirstResult())
                    .limit(page == null ? Integer.MAX_VALUE : page.getMaxResults())
                    .toList();
        }

        private static boolean like(String text, String pattern) {
            return text.toLowerCase(Locale.ROOT)
                    .contains(pattern.replace("%", "").toLowerCase(Locale.ROOT));
        }
    }

    private static final class NoTenants extends TenantQueryImpl {

        NoTenants(CommandExecutor executor) {
            super(executor);
        }

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, Page page) {
            return List.of();
        }
    }
}

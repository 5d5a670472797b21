package org.retold.api.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.retold.contract.Json;

/** A connection that asks for the plan of each statement before it runs it, with the same values. */
final class PlannedConnection {

    /** Statements that there are plans for. */
    private static final String PLANNED = "(?s)\\s*(select|insert|update|delete|with)\\b.*";

    private final Connection connection;
    private final List<Plan> plans;
    private final Set<String> ran;

    private PlannedConnection(Connection connection, List<Plan> plans, Set<String> ran) {
        this.connection = connection;
        this.plans = plans;
        this.ran = ran;
    }

    /**
     * @param plans where they are noted
     * @param ran where is noted which methods have run a statement
     */
    static Connection of(Connection connection, List<Plan> plans, Set<String> ran) {
        PlannedConnection planned = new PlannedConnection(connection, plans, ran);
        return proxy(Connection.class, (method, values) -> {
            Object result = method.invoke(connection, values);
            return method.getName().equals("prepareStatement") && result instanceof PreparedStatement statement
                    ? planned.statement((String) values[0], statement)
                    : result;
        });
    }

    /** Binds a value again, to another statement. */
    private interface Bound {
        void to(PreparedStatement statement) throws ReflectiveOperationException;
    }

    private PreparedStatement statement(String sql, PreparedStatement statement) {
        List<Bound> bound = new ArrayList<>();
        List<Bound> last = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, values) -> {
            String name = method.getName();
            if (name.startsWith("set") && values != null && values.length > 1) {
                bound.add(other -> method.invoke(other, values));
            } else if (name.equals("addBatch") || (name.startsWith("execute") && !bound.isEmpty())) {
                last.clear();
                last.addAll(bound);
                bound.clear();
            }
            if (name.startsWith("execute")) {
                ran.add(site());
                if (sql.matches(PLANNED)) {
                    explain(sql, last);
                }
            }
            return method.invoke(statement, values);
        });
    }

    private void explain(String sql, List<Bound> bound) throws ReflectiveOperationException, SQLException {
        try (PreparedStatement explain = connection.prepareStatement("explain (format json) " + sql)) {
            for (Bound value : bound) {
                value.to(explain);
            }
            try (ResultSet rows = explain.executeQuery()) {
                rows.next();
                plans.add(new Plan(site(), sql, Json.MAPPER.readTree(rows.getString(1))));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    /** The innermost method of the service on the way here. */
    private static String site() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(PlannedConnection::isOfTheService)
                        .findFirst()
                        .map(frame -> frame.getDeclaringClass().getSimpleName() + "." + method(frame)))
                .orElse("nobody");
    }

    private static boolean isOfTheService(StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        return type.getPackageName().equals(PlannedConnection.class.getPackageName())
                && !type.getProtectionDomain().equals(PlannedConnection.class.getProtectionDomain());
    }

    private static String method(StackFrame frame) {
        String name = frame.getMethodName();
        return name.startsWith("lambda$") ? Arrays.asList(name.split("\\$", -1)).get(1) : name;
    }

    private interface Call {
        Object make(Method method, Object[] values) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    try {
                        return call.make(method, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

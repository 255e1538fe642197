package org.linli.bench.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.linli.platform.postgres.Database;

/** The same life of a case as a process of Flowable, with its usual history, on the same server. */
final class FlowablePeer implements Contender, AutoCloseable {

    private static final String[] STEPS = {"file", "dispatch", "handle", "check", "close"};

    /** As many as ours. */
    private static final int CONNECTIONS = 32;

    private final ProcessEngine engine;

    FlowablePeer(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setAsyncExecutorActivate(false);
        this.engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("case.bpmn20.xml", process())
                .deploy();
    }

    /** A pool of the same server whose tables are in a schema of their own. */
    static HikariDataSource beside(Database ours) {
        var pool = new HikariDataSource();
        var url = ours.url();
        pool.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "currentSchema=flowable");
        pool.setUsername(ours.owner().user());
        pool.setPassword(ours.owner().password());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public void live(int number) {
        Map<String, Object> report =
                Map.of("text", "路灯不亮 " + number, "lon", 150.005, "lat", 20.005, "cell", "西格");
        var id = engine.getRuntimeService().startProcessInstanceByKey("case", report).getId();
        for (var step : STEPS) {
            var task =
                    engine.getTaskService().createTaskQuery().processInstanceId(id).singleResult();
            engine.getTaskService().complete(task.getId(), Map.of(step + "By", "staff:" + step));
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    private static String process() {
        var body = new StringBuilder("<startEvent id=\"report\"/>");
        var from = "report";
        for (var step : STEPS) {
            body.append("<userTask id=\"%s\"/>".formatted(step)).append(flow(from, step));
            from = step;
        }
        body.append("<endEvent id=\"end\"/>").append(flow(from, "end"));
        return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="linli">
        <process id="case" isExecutable="true">%s</process></definitions>
        """
                .formatted(body);
    }

    private static String flow(String from, String to) {
        return "<sequenceFlow id=\"%1$s-%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\"/>"
                .formatted(from, to);
    }
}

package org.gapwatch.bench.peers;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.gapwatch.contract.Topics;

/** The pipeline. */
final class PeerJob {

    static final int PARALLELISM = 2;

    private static final List<String> CANONICAL = List.of(Topics.PRODUCTION_LINES, Topics.REFERENCE_OUTPUT,
            Topics.PROCUREMENT_ORDERS);

    private PeerJob() {
    }

    static StreamExecutionEnvironment of(String bootstrapServers, PeerOptions options, Configuration configuration)
            throws ExecutionException, InterruptedException {
        var partitions = new Partitions(partitions(bootstrapServers));
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(PARALLELISM);
        environment.setMaxParallelism(partitions.count());
        var source = KafkaSource.<Canonical>builder().setBootstrapServers(bootstrapServers)
                .setGroupId(options.group()).setTopics(CANONICAL).setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new CanonicalSchema(partitions)).setProperties(Clients.consumer()).build();
        var sink = KafkaSink.<Result>builder().setBootstrapServers(bootstrapServers)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE).setTransactionalIdPrefix(options.group())
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setKafkaProducerConfig(Clients.producer())
                .setRecordSerializer(new ResultSchema(options.gaps(), options.alerts())).build();
        var events = environment.fromSource(new AlignedSource(source, partitions), WatermarkStrategy.noWatermarks(),
                "canonical-events").uid("canonical-events");
        DataStreamUtils.reinterpretAsKeyedStream(events, new StateKey(partitions), Types.STRING)
                .transform("evaluation", TypeInformation.of(Result.class),
                        new EvaluationOperator(partitions, options.today()))
                .uid("evaluation").sinkTo(sink).name("results").uid("results");
        return environment;
    }

    /** What keys the state. The evaluation sets the key itself, where it uses state. */
    private record StateKey(Partitions partitions) implements KeySelector<Canonical, String> {

        @Override
        public String getKey(Canonical canonical) {
            return switch (canonical) {
                case Canonical.Valid valid -> partitions.key(valid.event().statement().capability());
                case Canonical.Garbage _ -> "";
            };
        }
    }

    private static int partitions(String bootstrapServers) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            return admin.describeTopics(List.of(Topics.PRODUCTION_LINES)).allTopicNames().get().values().iterator()
                    .next().partitions().size();
        }
    }
}

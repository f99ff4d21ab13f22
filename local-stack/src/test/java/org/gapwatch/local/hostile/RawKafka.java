package org.gapwatch.local.hostile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.common.message.ProduceRequestData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceDataCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.ProduceResponse;
import org.apache.kafka.common.requests.RequestHeader;

/** Writes batches to a partition as they are, which Kafka's own producer would not make. */
final class RawKafka implements AutoCloseable {

    /** The latest version that names topics, not their ids. */
    private static final short VERSION = 12;

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;

    /** What the broker answered. */
    record Answer(Errors error, long offset) {
    }

    RawKafka(String bootstrapServers) {
        String[] address = bootstrapServers.split(":");
        try {
            socket = new Socket(address[0], Integer.parseInt(address[1]));
            out = new DataOutputStream(socket.getOutputStream());
            in = new DataInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one batch, and waits for the answer. */
    Answer send(String topic, int partition, byte[] batch) {
        var records = new PartitionProduceData().setIndex(partition)
                .setRecords(MemoryRecords.readableRecords(ByteBuffer.wrap(batch)));
        var data = new ProduceRequestData().setAcks((short) -1).setTimeoutMs(30_000)
                .setTopicData(new TopicProduceDataCollection(List.of(
                        new TopicProduceData().setName(topic).setPartitionData(List.of(records))).iterator()));
        var header = new RequestHeader(ApiKeys.PRODUCE, VERSION, "raw", 1);
        try {
            ByteBuffer request = new ProduceRequest(data, VERSION).serializeWithHeader(header);
            byte[] bytes = new byte[request.remaining()];
            request.get(bytes);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            byte[] answer = in.readNBytes(in.readInt());
            var response = (ProduceResponse) AbstractResponse.parseResponse(ByteBuffer.wrap(answer), header);
            var answered = response.data().responses().iterator().next().partitionResponses().getFirst();
            return new Answer(Errors.forCode(answered.errorCode()), answered.baseOffset());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

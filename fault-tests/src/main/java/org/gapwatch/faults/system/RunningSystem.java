package org.gapwatch.faults.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** All processes of one system, with their data below one directory. */
public final class RunningSystem implements AutoCloseable {

    private final Path directory;
    private final List<Broker> brokers;
    private final Database database;
    private final List<Service> services = new CopyOnWriteArrayList<>();
    private final List<Service> former = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<SmallDisk> disks = new ArrayList<>();
    private final boolean named;

    /**
     * A system that is not started yet.
     *
     * @param brokers how many, 1 or 3
     * @param named whether each service is alone of its kind and bears a name that stays, as in the embedded default; else
     *            instances come and go
     */
    public RunningSystem(Path directory, int brokers, boolean named, @Nullable Path mongod) {
        this.directory = directory;
        this.named = named;
        this.brokers = brokers == 1 ? List.of(Broker.alone(directory)) : Broker.cluster(brokers, directory);
        database = new Database(mongod, directory);
    }

    /** Starts everything, with one instance of each service; returns once all are ready. */
    public void start() throws Exception {
        database.create();
        for (Broker broker : brokers) {
            broker.start();
        }
        for (Kind kind : Kind.values()) {
            add(kind);
        }
        Wait.until("the system is ready for the first time", this::ready);
    }

    /** Starts one more instance of a service, and does not wait for it. */
    public Service add(Kind kind) throws Exception {
        long number = services.stream().filter(service -> service.kind() == kind).count()
                + former.stream().filter(service -> service.kind() == kind).count() + 1;
        Service service = new Service(kind, (int) number, directory, arguments(kind.label() + "-" + number));
        services.add(service);
        service.start();
        return service;
    }

    /** Stops an instance for good. */
    public void remove(Service service) throws InterruptedException {
        services.remove(service);
        former.add(service);
        service.stop();
    }

    private List<String> arguments(String instance) {
        List<String> arguments = new ArrayList<>(List.of("--spring.kafka.bootstrap-servers=" + bootstrapServers(),
                "--spring.mongodb.uri=" + database.uri(),
                "--gapwatch.mongodb.single-writer=" + !database.takesSeveralWriters(),
                "--gapwatch.topics.replication-factor=" + brokers.size(),
                "--gapwatch.topics.min-insync-replicas=" + (brokers.size() == 1 ? 1 : 2)));
        if (named) {
            arguments.add("--gapwatch.group-instance-id=" + instance);
        }
        return arguments;
    }

    /** Whether every instance that there should be says that it is ready. */
    public boolean ready() throws InterruptedException {
        for (Service service : services) {
            if (!service.ready()) {
                return false;
            }
        }
        return true;
    }

    /** Puts a directory onto a small disk of its own. */
    public SmallDisk mount(Path place, int megabytes) throws IOException, InterruptedException {
        SmallDisk disk = new SmallDisk(place, megabytes);
        disks.add(disk);
        return disk;
    }

    /** The small disk of a directory. */
    public SmallDisk disk(Path place) {
        return disks.stream().filter(disk -> disk.directory().equals(place)).findFirst().orElseThrow();
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }

    /** The brokers. */
    public List<Broker> brokers() {
        return brokers;
    }

    /** MongoDB. */
    public Database database() {
        return database;
    }

    /** All instances that there should be. */
    public List<Service> services() {
        return services;
    }

    /** The instance of a service that has been there longest. */
    public Service service(Kind kind) {
        return services.stream().filter(service -> service.kind() == kind).findFirst().orElseThrow();
    }

    /** The feed of an instance of alerts-service, of each in turn. */
    public URI feed() {
        List<Service> all = services.stream().filter(service -> service.kind() == Kind.ALERTS).toList();
        return all.get(Math.floorMod(asked.getAndIncrement(), all.size())).uri("/api/alerts/stream");
    }

    /** How many records the instances of a service have still to read. */
    public long lag(Kind kind) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return kind.group().lag(admin);
        }
    }

    /** Asks the brokers about themselves. */
    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Service service : services) {
            service.close();
        }
        for (Broker broker : brokers) {
            broker.close();
        }
        database.close();
        for (SmallDisk disk : disks) {
            disk.close();
        }
    }
}

package org.gapwatch.bench.rung;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gapwatch.bench.harness.Await;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Services that start with their intake held, so that the clock starts when it is let go, and on a fixed day. */
final class Held implements BeanPostProcessor {

    private final List<ConcurrentMessageListenerContainer<?, ?>> intakes = new ArrayList<>();

    /** Starts a service so; on the workload's day, where it asks for the day. */
    ConfigurableApplicationContext start(SpringApplicationBuilder service, boolean fixedDay, String... arguments) {
        ApplicationContextInitializer<ConfigurableApplicationContext> initializer = context -> {
            context.getBeanFactory().addBeanPostProcessor(this);
            if (fixedDay) {
                context.getBeanFactory().addBeanPostProcessor(new FixedDay());
            }
        };
        return service.initializers(initializer).run(arguments);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof ConcurrentMessageListenerContainer<?, ?> container && name.equals("intakeContainer")) {
            container.pause();
            intakes.add(container);
        }
        return bean;
    }

    /** Waits until all of them have their partitions, and read nothing. */
    void await() throws InterruptedException {
        for (ConcurrentMessageListenerContainer<?, ?> intake : intakes) {
            Await.until("the intake is held",
                    () -> intake.isContainerPaused() && !intake.getAssignedPartitions().isEmpty());
        }
    }

    void release() {
        intakes.forEach(ConcurrentMessageListenerContainer::resume);
    }

    private static final class FixedDay implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof Clock ? RunningStream.CLOCK : bean;
        }
    }
}

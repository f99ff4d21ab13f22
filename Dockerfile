# One file for the three services: docker build --build-arg SERVICE=alerts-service .
FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -ntp -q -DskipTests -pl production-service,procurement-service,alerts-service -am package
ARG SERVICE
RUN cp ${SERVICE}/target/${SERVICE}-*-boot.jar application.jar \
    && java -Djarmode=tools -jar application.jar extract --layers --destination /extracted

FROM eclipse-temurin:25.0.1_8-jre-noble
RUN groupadd --system --gid 10001 gapwatch \
    && useradd --system --uid 10001 --gid gapwatch --no-create-home --shell /usr/sbin/nologin gapwatch \
    && install -d -o gapwatch -g gapwatch /var/lib/gapwatch
WORKDIR /app
COPY deploy/image/ready /usr/local/bin/ready
# From what changes least to what changes most, so that a new version is a small layer.
COPY --from=build /extracted/dependencies/ ./
COPY --from=build /extracted/spring-boot-loader/ ./
COPY --from=build /extracted/snapshot-dependencies/ ./
COPY --from=build /extracted/application/ ./
USER 10001:10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "application.jar"]

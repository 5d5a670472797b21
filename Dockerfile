# One image per service: docker build --build-arg SERVICE=api-service --build-arg PORT=8080 .
# BUILD says where the service is built: in a container, which needs nothing but Docker, or on this host before (./retold
# build), which is faster from the second time on; then the image only carries it.
ARG BASE=eclipse-temurin:21-jre
ARG BUILDER=maven:3-eclipse-temurin-21
ARG BUILD=container

# All services at once, for every processor: who builds four images builds once.
FROM --platform=$BUILDPLATFORM ${BUILDER} AS container
WORKDIR /retold
COPY . .
RUN --mount=type=cache,target=/libraries \
    rm -rf */target \
    && mvn -q -B -ntp -Dmaven.repo.local=/libraries -Dmaven.test.skip=true -Dmdep.analyze.skip -Dspotless.check.skip -am \
        -pl ingest-service,normalize-service,dedupe-service,api-service package

FROM ${BASE} AS host
ARG SERVICE
COPY ${SERVICE}/target/quarkus-app/ /retold/${SERVICE}/target/quarkus-app/

# What changes with each version of ours lies apart from what changes with those of others.
FROM ${BUILD} AS sorted
ARG SERVICE
RUN mv /retold/${SERVICE}/target/quarkus-app /service \
    && mkdir -p /ours/lib/main \
    && mv /service/lib/main/org.retold.* /ours/lib/main/ \
    && mv /service/app /service/quarkus /service/quarkus-run.jar /ours/

FROM ${BASE}

# The same layer for every service.
RUN groupadd --system --gid 10001 retold \
    && useradd --system --uid 10001 --gid retold --home-dir /data --shell /usr/sbin/nologin retold \
    && install -d -o retold -g retold -m 0750 /data
COPY --chmod=0755 containers/start /usr/local/bin/retold-service

ARG PORT=8080

# What changes least comes first, so that a new version of the service is a small layer.
COPY --from=sorted /service/lib/ /app/lib/
COPY --from=sorted /ours/ /app/

USER 10001:10001
WORKDIR /data
VOLUME /data
ENV RETOLD_DATA=/data \
    RETOLD_HOST=0.0.0.0 \
    QUARKUS_HTTP_PORT=${PORT} \
    JAVA_OPTS="-XX:MaxRAMPercentage=65 -XX:+ExitOnOutOfMemoryError"
EXPOSE ${PORT}

HEALTHCHECK --interval=5s --timeout=3s --start-period=180s --retries=12 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$QUARKUS_HTTP_PORT && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]

ENTRYPOINT ["/usr/local/bin/retold-service"]

# One image per service: docker build --build-arg SERVICE=api-service .
# The service is built on the host first (./retold build); the image only carries it.
ARG BASE=eclipse-temurin:21-jre
FROM ${BASE}

# The same layer for every service.
RUN groupadd --system --gid 10001 retold \
    && useradd --system --uid 10001 --gid retold --home-dir /data --shell /usr/sbin/nologin retold \
    && install -d -o retold -g retold -m 0750 /data
COPY --chmod=0755 containers/start /usr/local/bin/retold-service

ARG SERVICE
ARG PORT=8080

# What changes least comes first, so that a new version of the service is a small layer.
COPY ${SERVICE}/target/quarkus-app/lib/ /app/lib/
COPY ${SERVICE}/target/quarkus-app/quarkus/ /app/quarkus/
COPY ${SERVICE}/target/quarkus-app/app/ /app/app/
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar /app/

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

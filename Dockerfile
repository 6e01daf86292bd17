# Builds Laras and keeps only what runs it.
FROM debian:bookworm-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven nodejs npm ca-certificates \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    ./mvnw -q -B -DskipTests -Dmaven.test.skip=true package \
    && mv target/laras-*.jar /laras.jar

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless ca-certificates curl tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/laras --create-home --shell /usr/sbin/nologin laras
COPY bin/unpack /opt/laras/unpack
# Unpacked with a class archive made by the very JVM that will use it: half the time to start.
RUN --mount=type=bind,from=build,source=/laras.jar,target=/laras.jar sh /opt/laras/unpack /laras.jar /opt/laras
USER laras
WORKDIR /var/lib/laras
ENV LARAS_DATA=/var/lib/laras MANAGEMENT_SERVER_ADDRESS=0.0.0.0 LARAS_JAVA_OPTS="-XX:MaxRAMPercentage=75"
# 8081 is for probes of the platform; it is not named, because docker run -P publishes what is
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
    CMD curl -fsS "http://localhost:${MANAGEMENT_SERVER_PORT:-8081}/actuator/health/readiness" >/dev/null || exit 1
# exec, so that the application gets the signal to stop and finishes what it is doing
ENTRYPOINT ["sh", "-c", "exec java $LARAS_JAVA_OPTS -XX:SharedArchiveFile=/opt/laras/classes.jsa @/opt/laras/laras.args \"$@\"", "laras"]

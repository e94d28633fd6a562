# One recipe for the gateway and the four services. The jar is the one that was built and tested:
#
#   mvn package
#   docker build --build-arg MODULE=news-service --tag bluelamp/news-service .
#
# In production pin the base image by digest, where the image is built.
ARG JAVA_IMAGE=eclipse-temurin:25-jre

FROM ${JAVA_IMAGE} AS unpacked
ARG MODULE
WORKDIR /unpacked
COPY ${MODULE}/target/${MODULE}-*.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination layers

FROM ${JAVA_IMAGE}
WORKDIR /service
# Least often changed first, so that a new version of a service is one small layer.
COPY --from=unpacked /unpacked/layers/dependencies/ ./
COPY --from=unpacked /unpacked/layers/spring-boot-loader/ ./
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ ./
COPY --from=unpacked /unpacked/layers/application/ ./
# A number, so that Kubernetes can see that it is not root. Nothing in the image is writable to it.
USER 10001:10001
EXPOSE 8080
# The heap is a share of the container's memory; a service that runs out of it is replaced, not left half alive.
# No HEALTHCHECK: compose and Kubernetes each ask the service in their own way.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "service.jar"]

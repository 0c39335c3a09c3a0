# syntax=docker/dockerfile:1
FROM python:3.12-slim AS built
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/marshrut
WORKDIR /app
COPY requirements.lock ./
RUN /opt/marshrut/bin/pip install --require-hashes -r requirements.lock
COPY . .
# Editable: regulations, words and migrations are read from beside the code.
RUN /opt/marshrut/bin/pip install --no-deps --no-build-isolation --no-index -e . \
 && /opt/marshrut/bin/python -m compileall -q bot handlers services documents regulations models simulator

FROM python:3.12-slim
ENV PATH=/opt/marshrut/bin:$PATH PYTHONUNBUFFERED=1 DATA_DIR=/data LOG_FORMAT=json
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin marshrut \
 && install -d -o marshrut -g marshrut -m 700 /data
COPY --from=built /opt/marshrut /opt/marshrut
COPY --from=built /app /app
# The bot's working folder is its data: a relative path in a command lands in the volume.
WORKDIR /data
USER marshrut
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=30s --start-period=30s --retries=3 CMD ["marshrut", "doctor", "--quick"]
ENTRYPOINT ["marshrut"]
CMD ["run"]

# Two images, built with the locked dependencies and run by a user without rights: `quads`, the shared quad store, and, last
# and therefore the default, the API and the command line.
FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements requirements
RUN python -m venv /opt/build && /opt/build/bin/pip install --quiet --require-hashes --requirement requirements/build.txt
RUN python -m venv /opt/run && /opt/run/bin/pip install --quiet --require-hashes --requirement requirements/run.txt
COPY . .
RUN PYTHONPATH=/src /opt/build/bin/python -m api.web.build
RUN /opt/build/bin/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /opt/wheel .
RUN /opt/run/bin/pip install --quiet --no-deps --no-index --find-links /opt/wheel hoptac

FROM python:3.13-slim AS quads
COPY requirements/quads.txt /tmp/quads.txt
RUN python -m venv /opt/quads && /opt/quads/bin/pip install --quiet --no-cache-dir --require-hashes --requirement /tmp/quads.txt
RUN useradd --system --uid 10001 hoptac && install -d -o hoptac -g hoptac /data
USER hoptac
WORKDIR /data
EXPOSE 7878
VOLUME /data
ENTRYPOINT ["/opt/quads/bin/oxigraph"]
CMD ["serve", "--location", "/data", "--bind", "0.0.0.0:7878"]

FROM python:3.13-slim
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-vie && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home hoptac && install -d -o hoptac -g hoptac /data
COPY --from=build /opt/run /opt/run
USER hoptac
WORKDIR /data
ENV HOPTAC_DATA_DIR=/data HOPTAC_HOST=0.0.0.0 HOPTAC_PORT=8000 PYTHONUTF8=1
EXPOSE 8000
VOLUME /data
ENTRYPOINT ["/opt/run/bin/hoptac"]
CMD ["serve"]

# The API and the command line in one image: built with the locked dependencies, run by a user without rights.
FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements requirements
RUN python -m venv /opt/build && /opt/build/bin/pip install --quiet --require-hashes --requirement requirements/build.txt
RUN python -m venv /opt/run && /opt/run/bin/pip install --quiet --require-hashes --requirement requirements/run.txt
COPY . .
RUN PYTHONPATH=/src /opt/build/bin/python -m api.web.build
RUN /opt/build/bin/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /opt/wheel .
RUN /opt/run/bin/pip install --quiet --no-deps --no-index --find-links /opt/wheel hoptac

FROM python:3.13-slim
RUN useradd --system --uid 10001 --create-home hoptac && install -d -o hoptac -g hoptac /data
COPY --from=build /opt/run /opt/run
USER hoptac
WORKDIR /data
ENV HOPTAC_DATA_DIR=/data HOPTAC_HOST=0.0.0.0 HOPTAC_PORT=8000 PYTHONUTF8=1
EXPOSE 8000
VOLUME /data
ENTRYPOINT ["/opt/run/bin/hoptac"]
CMD ["serve"]

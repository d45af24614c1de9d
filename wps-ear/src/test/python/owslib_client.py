#!/usr/bin/env python3
"""Uses Drover as OWSLib does: WPS 1.0.0 in every way, then OGC API - Processes. Argument: address of the server."""
import json
import sys
import time
import urllib.request

import requests
from owslib.ogcapi.processes import Processes
from owslib.wps import (BoundingBoxDataInput, ComplexDataInput, WebProcessingService, monitorExecution, ASYNC, SYNC)

BASE = sys.argv[1].rstrip("/")
passed = failed = 0


def check(name, test):
    global passed, failed
    try:
        test()
        passed += 1
        print("ok   " + name)
    except Exception as error:  # each failure is counted and told
        failed += 1
        print("FAIL %s: %s: %s" % (name, type(error).__name__, error))


def service():
    return WebProcessingService(BASE + "/wps", version="1.0.0", skip_caps=True)


def finish(execution):
    monitorExecution(execution, sleepSecs=1)
    assert execution.isSucceded(), [(e.code, e.text) for e in execution.errors]
    return {output.identifier: output for output in execution.processOutputs}


def capabilities():
    wps = WebProcessingService(BASE + "/wps", version="1.0.0")
    assert wps.identification.type == "WPS", wps.identification.type
    assert wps.provider.name
    assert {"GetCapabilities", "DescribeProcess", "Execute"} <= {operation.name for operation in wps.operations}
    identifiers = [process.identifier for process in wps.processes]
    assert "echo" in identifiers and "buffer" in identifiers, identifiers


def describe():
    process = service().describeprocess("buffer")
    inputs = {data.identifier: data for data in process.dataInputs}
    assert inputs["features"].dataType == "ComplexData"
    assert inputs["features"].defaultValue.mimeType == "application/geo+json"
    assert inputs["distance"].minOccurs == 1 and inputs["distance"].maxOccurs == 1
    assert inputs["endCap"].allowedValues, "allowed values"
    assert inputs["endCap"].defaultValue == "ROUND", inputs["endCap"].defaultValue
    assert process.storeSupported and process.statusSupported


def describe_all():
    assert len(service().describeprocess("all")) > 10


def execute_sync():
    execution = service().execute("echo", [("text", "Grüße & <mehr>"), ("number", "2")], mode=SYNC)
    outputs = finish(execution)
    assert outputs["text"].data == ["Grüße & <mehr>"], outputs["text"].data
    assert float(outputs["number"].data[0]) == 2


def execute_box():
    box = BoundingBoxDataInput([50, 7, 51, 8], crs="EPSG:4326")
    outputs = finish(service().execute("echo", [("box", box)], mode=SYNC))
    assert "box" in outputs


def execute_complex():
    data = ComplexDataInput("plain text", mimeType="text/plain")
    outputs = finish(service().execute("echo", [("data", data)], output=[("data", False, "text/plain")], mode=SYNC))
    assert outputs["data"].data[0].strip() == "plain text", outputs["data"].data


def execute_async():
    wps = service()
    execution = wps.execute("wait", [("seconds", "2"), ("steps", "10")], output=[("steps", False)], mode=ASYNC)
    assert execution.status == "ProcessAccepted", execution.status
    assert execution.statusLocation.startswith(BASE), execution.statusLocation
    percents = []
    while not execution.isComplete():
        execution.checkStatus(sleepSecs=1)
        percents.append(execution.percentCompleted)
    assert execution.isSucceded()
    assert percents == sorted(percents), percents
    assert execution.processOutputs[0].data == ["10"], execution.processOutputs[0].data


def execute_by_reference():
    countries = BASE + "/samples/countries.geojson"
    execution = service().execute("count-features",
                                  [("features", ComplexDataInput(countries, mimeType="application/geo+json"))],
                                  output=[("count", False)], mode=ASYNC)
    assert int(finish(execution)["count"].data[0]) > 150


def output_as_reference():
    countries = BASE + "/samples/countries.geojson"
    execution = service().execute("centroid",
                                  [("features", ComplexDataInput(countries, mimeType="application/geo+json"))],
                                  output=[("result", True, "application/geo+json")], mode=ASYNC)
    output = finish(execution)["result"]
    assert output.reference.startswith(BASE), output.reference
    assert output.mimeType == "application/geo+json", output.mimeType
    collection = json.loads(output.retrieveData())
    assert len(collection["features"]) > 150
    with urllib.request.urlopen(output.reference) as answer:
        assert answer.headers["Content-Type"].startswith("application/geo+json")


def execute_raw():
    execution = service().execute("echo", [("text", "bare")], output="text", mode=SYNC)
    document = service().execute("echo", [("text", "bare")], mode=SYNC)
    finish(document)
    url = BASE + "/wps?service=WPS&version=1.0.0&request=Execute&identifier=echo&DataInputs=text=bare&RawDataOutput=text"
    with urllib.request.urlopen(url) as answer:
        assert answer.read() == b"bare"
    assert finish(execution)["text"].data == ["bare"]


def failure():
    execution = service().execute("wait", [("seconds", "0"), ("failAtStep", "1")], mode=ASYNC)
    monitorExecution(execution, sleepSecs=1)
    assert execution.isComplete() and not execution.isSucceded(), execution.status
    assert "failAtStep" in execution.errors[0].text, execution.errors[0].text


def refusal():
    try:
        service().execute("echo", [("nothing", "x")], mode=SYNC)
    except Exception as error:
        assert "nothing" in str(error), error
        return
    raise AssertionError("an unknown input was taken")


def ogc_capabilities():
    service = Processes(BASE + "/ogcapi")
    assert service.api()["openapi"].startswith("3.0"), "definition"
    assert any(each.endswith("/conf/core") for each in service.conformance()["conformsTo"])


def ogc_list_and_describe():
    service = Processes(BASE + "/ogcapi")
    listed = service.processes()
    listed = listed["processes"] if isinstance(listed, dict) else listed
    assert len(listed) == 10, len(listed)
    buffer = service.process("buffer")
    assert buffer["inputs"]["distance"]["schema"]["type"] == "number"
    assert "async-execute" in buffer["jobControlOptions"]


def ogc_execute_and_follow():
    """The OWSLib of Debian cannot execute: what it describes is followed with the library it stands on."""
    links = Processes(BASE + "/ogcapi").process("wait")["links"]
    execute = next(link["href"] for link in links if link["rel"].endswith("/execute"))
    answer = requests.post(execute, json={"inputs": {"seconds": 1, "steps": 5}, "response": "document"},
                           headers={"Prefer": "respond-async"}, timeout=60)
    assert answer.status_code == 201, answer.text
    job = answer.headers["Location"]
    for _ in range(600):
        status = requests.get(job, timeout=60).json()
        if status["status"] not in ("accepted", "running"):
            break
        time.sleep(0.2)
    assert status["status"] == "successful", status
    results = next(link["href"] for link in status["links"] if link["rel"].endswith("/results"))
    assert requests.get(results, timeout=60).json()["steps"] == 5


for test in (capabilities, describe, describe_all, execute_sync, execute_box, execute_complex, execute_async,
             execute_by_reference, output_as_reference, execute_raw, failure, refusal, ogc_capabilities, ogc_list_and_describe,
             ogc_execute_and_follow):
    check(test.__name__.replace("_", " "), test)
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed else 0)

// Runs wps-js of 52°North, a client nobody here wrote, in the DOM of jsdom: as its pages do in a browser.
'use strict';

const fs = require('node:fs');
const { JSDOM } = require('jsdom');

const base = process.argv[2];
const DISTANCE = '1000';
const POINT = JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [7.5, 51.9] } }],
});
const PATIENCE = 120;

const dom = new JSDOM('<!DOCTYPE html><body></body>', { url: base, runScripts: 'outside-only' });
const window = dom.window;
window.eval(fs.readFileSync(require.resolve('jquery/dist/jquery.js'), 'utf8'));
window.eval(fs.readFileSync(require.resolve('wps-js-52-north/src/web/lib/wps-js-all.js'), 'utf8'));

let passed = 0;
let failed = 0;

function check(what, holds, seen) {
  if (holds) {
    passed++;
  } else {
    failed++;
    console.log(`failed: ${what}: ${JSON.stringify(seen)}`);
  }
}

const answer = (ask) => new Promise((resolve) => ask(resolve));
const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function service(version, path) {
  window.url = base + path;
  window.version = version;
  return window.eval('new WpsService({url: window.url, version: window.version})');
}

const inputs = window.eval('new InputGenerator()');
const outputs = window.eval('new OutputGenerator()');

function bufferInputs() {
  return [
    inputs.createComplexDataInput_wps_1_0_and_2_0('features', 'application/geo+json', undefined, undefined, false, POINT),
    inputs.createLiteralDataInput_wps_1_0_and_2_0('distance', undefined, 'm', DISTANCE),
  ];
}

async function common(wps, version) {
  for (const method of ['getCapabilities_GET', 'getCapabilities_POST']) {
    const response = await answer((done) => wps[method](done));
    const processes = response.capabilities && response.capabilities.processes;
    check(`${version} ${method}`, processes && processes.some((it) => it.identifier === 'buffer'), response);
  }
  for (const method of ['describeProcess_GET', 'describeProcess_POST']) {
    const response = await answer((done) => wps[method](done, 'buffer'));
    const process = response.processOffering && response.processOffering.process;
    check(
      `${version} ${method}`,
      process && process.identifier === 'buffer' && process.inputs.length === 7 && process.outputs.length === 1,
      response);
  }
}

// Web Mercator, so that a CRS that is lost on the way shows.
const boxInputs = () => [inputs.createBboxDataInput_wps_1_0_and_2_0('box', 'EPSG:3857', 2, '1 2', '3 4')];
const isBox = (response) => /EPSG:+3857/.test(JSON.stringify(response)) && /"1(\.0)? 2(\.0)?"/.test(JSON.stringify(response));

async function wps20() {
  const wps = service('2.0.0', '/wps');
  await common(wps, '2.0.0');
  const box = await answer((done) =>
    wps.execute(done, 'echo', 'document', 'sync', false, boxInputs(), [outputs.createLiteralOutput_WPS_2_0('box', 'value')]));
  check('2.0.0 box', isBox(box.executeResponse), box);
  const output = (type) => [outputs.createComplexOutput_WPS_2_0('result', type, undefined, undefined, 'value')];
  const execute = (format, mode, type = 'application/geo+json') =>
    answer((done) => wps.execute(done, 'buffer', format, mode, false, bufferInputs(), output(type)));

  const sync = (await execute('document', 'sync')).executeResponse;
  check('2.0.0 sync', sync && sync.type === 'resultDocument'
    && sync.responseDocument.outputs[0].data.complexData.value.includes('Polygon'), sync);
  // Not GeoJSON: jQuery makes an object of it, and wps-js takes every object for a document.
  const raw = (await execute('raw', 'sync', 'application/gml+xml; version=3.2')).executeResponse;
  check('2.0.0 raw', raw && raw.type === 'rawOutput' && JSON.stringify(raw).includes('Polygon'), raw);

  const accepted = (await execute('document', 'async')).executeResponse;
  check('2.0.0 async', accepted && accepted.type === 'statusInfoDocument'
    && accepted.responseDocument.status === 'Accepted', accepted);
  const job = accepted.responseDocument.jobId;
  let status = '';
  for (let i = 0; i < PATIENCE && status !== 'Succeeded'; i++) {
    await later(500);
    status = (await answer((done) => wps.getStatus_WPS_2_0(done, job))).executeResponse.responseDocument.status;
  }
  check('2.0.0 GetStatus', status === 'Succeeded', status);
  const result = (await answer((done) => wps.getResult_WPS_2_0(done, job))).executeResponse;
  check('2.0.0 GetResult', result && result.responseDocument.jobId === job
    && result.responseDocument.outputs[0].data.complexData.value.includes('Polygon'), result);
}

async function wps10() {
  const wps = service('1.0.0', '/wps');
  await common(wps, '1.0.0');
  const box = await answer((done) =>
    wps.execute(done, 'echo', 'document', 'sync', false, boxInputs(), [outputs.createLiteralOutput_WPS_1_0('box', false)]));
  check('1.0.0 box', isBox(box.executeResponse), box);
  const wanted = [outputs.createComplexOutput_WPS_1_0('result', 'application/geo+json')];
  const execute = (mode) =>
    answer((done) => wps.execute(done, 'buffer', 'document', mode, false, bufferInputs(), wanted));

  const sync = (await execute('sync')).executeResponse;
  check('1.0.0 sync', sync && JSON.stringify(sync).includes('Polygon'), sync);
  const accepted = (await execute('async')).executeResponse;
  const location = accepted && accepted.responseDocument.statusLocation;
  check('1.0.0 async', Boolean(location), accepted);
  let text = '';
  for (let i = 0; i < PATIENCE && !text.includes('Polygon'); i++) {
    await later(500);
    const seen = await answer((done) => wps.parseStoredExecuteResponse_WPS_1_0(done, location));
    text = JSON.stringify(seen.executeResponse);
  }
  check('1.0.0 statusLocation', text.includes('Polygon'), text);
}

wps20()
  .then(wps10)
  .catch((error) => {
    failed++;
    console.log(error);
  })
  .finally(() => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed === 0 ? 0 : 1);
  });

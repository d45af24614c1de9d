// Writes countries.geojson and countries.gml into the folder given:
//   npm install && npm run write
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import polygonClipping from "polygon-clipping";
import { feature } from "topojson-client";
import { continentOf } from "./continents.mjs";
import { toGml } from "./gml.mjs";

const DECIMALS = 4;
const folder = process.argv[2];
const atlas = createRequire(import.meta.url)("world-atlas/countries-110m.json");

// world-atlas joins what the antimeridian cuts, for use on a sphere; planar tools need the cut.
const degrees = geoEquirectangular().scale(180 / Math.PI).translate([0, 0]).precision(0).reflectY(true);

const round = (value) =>
  Array.isArray(value) ? value.map(round) : Number(value.toFixed(DECIMALS)) + 0;

function withoutRepeats(coordinates) {
  return typeof coordinates[0][0] === "number"
    ? coordinates.filter((p, i) => i === 0 || p[0] !== coordinates[i - 1][0] || p[1] !== coordinates[i - 1][1])
    : coordinates.map(withoutRepeats);
}

// Slivers along the antimeridian vanish by rounding.
const isRing = (ring) => ring.length > 3 && signedArea(ring) !== 0;
const withoutSlivers = (polygons) =>
  polygons.filter(([outer]) => isRing(outer)).map((polygon) => polygon.filter(isRing));

function signedArea(ring) {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
}

function orient(ring, counterClockwise) {
  return signedArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
}

// RFC 7946 §3.1.6: outer rings run counterclockwise, holes clockwise.
const rightHanded = (polygon) => polygon.map((ring, i) => orient(ring, i === 0));

function geometryOf({ type, coordinates }) {
  const rounded = withoutSlivers(withoutRepeats(round(type === "Polygon" ? [coordinates] : coordinates)));
  const valid = polygonClipping.union(rounded); // Sudan crosses itself
  const oriented = withoutSlivers(withoutRepeats(round(valid))).map(rightHanded);
  return oriented.length === 1
    ? { type: "Polygon", coordinates: oriented[0] }
    : { type: "MultiPolygon", coordinates: oriented };
}

function country(topology) {
  const { id, properties, geometry } = geoProject(feature(atlas, topology), degrees);
  return {
    type: "Feature",
    id: id ?? properties.name.toLowerCase().replace(/[^a-z]+/g, "-"),
    properties: { name: properties.name, continent: continentOf(properties.name) },
    geometry: geometryOf(geometry),
  };
}

const byName = (a, b) => (a.properties.name < b.properties.name ? -1 : 1);
const features = atlas.objects.countries.geometries.map(country).sort(byName);
const lines = features.map((each) => JSON.stringify(each)).join(",\n");
writeFileSync(join(folder, "countries.geojson"), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
writeFileSync(join(folder, "countries.gml"), toGml(features));

// GML 3.2 of GeoJSON features; positions in EPSG:4326, so latitude first.
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function ring(positions) {
  const list = positions.map(([lon, lat]) => `${lat} ${lon}`).join(" ");
  return `<gml:LinearRing><gml:posList>${list}</gml:posList></gml:LinearRing>`;
}

function polygon(rings, id) {
  const [outer, ...inner] = rings.map(ring);
  const holes = inner.map((hole) => `<gml:interior>${hole}</gml:interior>`).join("");
  return `<gml:Polygon gml:id="${id}"><gml:exterior>${outer}</gml:exterior>${holes}</gml:Polygon>`;
}

function surface({ type, coordinates }, id) {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  const members = polygons
    .map((each, i) => `<gml:surfaceMember>${polygon(each, `${id}.${i + 1}`)}</gml:surfaceMember>`)
    .join("");
  return `<gml:MultiSurface gml:id="${id}" srsName="urn:ogc:def:crs:EPSG::4326">${members}</gml:MultiSurface>`;
}

function member({ id, properties, geometry }) {
  return (
    `<gml:featureMember><s:Country gml:id="c.${id}"><s:name>${escape(properties.name)}</s:name>` +
    `<s:continent>${escape(properties.continent)}</s:continent>` +
    `<s:geometry>${surface(geometry, `g.${id}`)}</s:geometry></s:Country></gml:featureMember>`
  );
}

export function toGml(features) {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:s="urn:drover:samples" gml:id="countries">',
    ...features.map(member),
    "</gml:FeatureCollection>",
    "",
  ].join("\n");
}

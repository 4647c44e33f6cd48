// The map of an overview: outlines of wijken, pins in clusters. The list under it has the same.
const L = window.L;

function show(place) {
  const { pins, outlines, focus } = JSON.parse(document.getElementById("map-places").textContent);
  const map = L.map(place, { scrollWheelZoom: false, maxZoom: 18, zoomSnap: 0.5 });
  const all = L.featureGroup().addTo(map);
  addOutlines(outlines, all);
  addPins(pins, all);
  if (focus) map.fitBounds(around(focus, pins), { maxZoom: 15 });
  else if (all.getLayers().length) map.fitBounds(all.getBounds().pad(0.05), { maxZoom: 16 });
  else map.setView([52.1, 5.3], 8);
  if (place.dataset.tiles) addTiles(map, place);
}

// A wijk as it is drawn; around a point also the three nearest pins, which come first.
function around(focus, pins) {
  const bounds = L.geoJSON(focus).getBounds();
  if (focus.type === "Point") for (const [lat, lon] of pins.slice(0, 3)) bounds.extend([lat, lon]);
  return bounds.pad(0.05);
}

function addOutlines(outlines, all) {
  for (const outline of outlines) {
    const { name, count, url } = outline.properties;
    const shape = L.geoJSON(outline, { style: { className: "district" } });
    shape.bindTooltip(text(`${name} (${count})`), { className: "district__name", sticky: true });
    shape.bindPopup(link(url, `${name} (${count})`));
    shape.addTo(all);
  }
}

function addPins(pins, all) {
  const circle = (name, words) => L.divIcon({ className: name, html: text(String(words)), iconSize: [44, 44] });
  const clusters = L.markerClusterGroup({
    iconCreateFunction: (cluster) => circle("pins", cluster.getChildCount()),
    showCoverageOnHover: false,
  });
  for (const [lat, lon, title, url] of pins) {
    const pin = L.marker([lat, lon], { icon: circle("pin", "•"), title, alt: title });
    pin.bindPopup(link(url, title)).addTo(clusters);
  }
  clusters.addTo(all);
}

function addTiles(map, place) {
  const status = document.getElementById("map-status");
  L.tileLayer(place.dataset.tiles, { maxZoom: 19, attribution: place.dataset.source })
    .on("tileerror", () => { status.textContent = status.dataset.failed; })
    .addTo(map);
}

function link(url, words) {
  const made = document.createElement("a");
  made.href = url;
  made.textContent = words;
  return made;
}

function text(words) {
  const span = document.createElement("span");
  span.textContent = words;
  return span;
}

for (const place of document.querySelectorAll("[data-tiles]")) show(place);

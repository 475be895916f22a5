import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { setWorkerUrl } from "maplibre-gl";

// Every map of the client, whichever comes first: the worker is a file of our own, so that the page's content policy stays 'self'.
setWorkerUrl(workerUrl);

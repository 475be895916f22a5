import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { prewarm, setWorkerUrl } from "maplibre-gl";

// Every map of the client, whichever comes first: the worker is a file of our own, so that the page's content policy stays 'self'.
setWorkerUrl(workerUrl);
// The worker is fetched and compiled while the page still asks who has signed in and where to look.
prewarm();

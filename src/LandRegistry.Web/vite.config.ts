import react from "@vitejs/plugin-react";
import { loadEnv } from "vite";
import { defineConfig } from "vitest/config";

/** The server that `vite` forwards to while developing; the built client is served by the server itself. */
const developmentServer = loadEnv("development", ".", "LANDREGISTRY_")["LANDREGISTRY_SERVER"] ?? "http://127.0.0.1:5080";

/** Libraries that change rarely stand in files of their own, so that an update of ours does not reload them. */
const libraryChunks = [
  { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
  { name: "maplibre", test: /node_modules\/(maplibre-gl|@maplibre|@mapbox)\//, priority: 2 },
  { name: "antd", test: /node_modules\/(antd|@ant-design|@rc-component|rc-[a-z-]+|dayjs)\//, priority: 1 },
];

export default defineConfig({
  plugins: [react()],
  worker: { format: "es" },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      output: { codeSplitting: { groups: libraryChunks } },
    },
  },
  server: {
    proxy: Object.fromEntries(["/api", "/tiles", "/sign-in"].map((path) => [path, developmentServer])),
  },
  test: { include: ["src/**/*.spec.ts"], environment: "node" },
});

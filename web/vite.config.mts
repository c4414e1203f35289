import { defineConfig } from "vite";
import { notices } from "./notices.mts";

// One classic script and one style sheet with fixed names: Gate.Reporting embeds both and inlines them into each report.
export default defineConfig({
  root: import.meta.dirname,
  logLevel: "warn",
  plugins: [notices()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 400,
    lib: { entry: "src/main.tsx", formats: ["iife"], name: "GateReport", fileName: () => "report.js", cssFileName: "report" },
  },
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package whose code is in the bundle. */
interface Bundled { name: string; version: string; license: string; holders: string; text: string }

/**
 * Puts the notices of all packages that the bundle is made of in front of it, so that every report carries them, and lists them beside it
 * for the release. A package without a licence ends the build.
 */
export function notices() {
  return {
    name: "notices",
    enforce: "post" as const,
    generateBundle(options: { dir?: string }, bundle: Record<string, { type: string; code?: string; modules?: Record<string, unknown> }>) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk" || !chunk.modules) continue;
        const packages = bundled(Object.keys(chunk.modules));
        const head = text(packages);
        if (/\*\/|<\/script|<!--/i.test(head)) throw new Error("a licence would end the comment or the script that it stands in");
        chunk.code = `/*!\n${head}*/\n${chunk.code}`;
        const list = packages.map(({ name, version, license, holders, text }) => ({ name, version, license, holders, text }));
        (this as unknown as { emitFile(file: object): void }).emitFile({ type: "asset", fileName: "packages.json",
          source: JSON.stringify(list, null, 2) + "\n" });
      }
    },
  };
}

function bundled(modules: string[]): Bundled[] {
  const roots = new Set(modules.map(root).filter((folder) => folder !== null));
  return [...roots].map(describe).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The folder of the package that a module belongs to; null for the app's own. */
function root(module: string): string | null {
  const clean = module.replace(/^\0/, "").split("?")[0]!.replaceAll("\\", "/");
  const found = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(clean);
  return found ? found[1]! : null;
}

function describe(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying|unlicense)(\.\w+)?$/i.test(entry));
  if (!file || !license)
      throw new Error(`the package ${name} is in the report and carries no licence: its notice has to be written by hand`);
  const lines = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim().split("\n");
  const isHolder = (line: string) => /^\s*copyright\b/i.test(line) && !/^\s*copyright (holder|notice)/i.test(line);
  const body = lines.filter((line) => !isHolder(line)).join("\n").replace(/\n{3,}/g, "\n\n").trim();
  return { name, version, license, holders: lines.filter(isHolder).map((line) => line.trim()).join("; "), text: body };
}

/** One text a licence, under all packages that have it. */
function text(packages: Bundled[]): string {
  const same = new Map<string, Bundled[]>();
  for (const one of packages) {
    const key = one.text.replace(/\s+/g, " ");
    same.set(key, [...(same.get(key) ?? []), one]);
  }
  return [...same.values()].map((group) => group.map((one) =>
      `${one.name} ${one.version} (${one.license}). ${one.holders}`.trim()).join("\n")
    + `\n\n${group[0]!.text}\n`).join("\n");
}

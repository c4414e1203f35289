// Writes what is in a published gate: THIRD-PARTY-NOTICES.txt, the licences of all that it contains, and sbom.cdx.json, the same as a bill of
// materials (CycloneDX 1.6). A package without a licence or a notice is an error: nothing is shipped without.
//   node eng/notices.mjs DEPS OUT
// DEPS is the gate.deps.json beside the program, OUT a directory. Packages are read where NuGet and npm have put them.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [deps, out] = process.argv.slice(2);
if (!deps || !out) fail("usage: node eng/notices.mjs DEPS OUT");
const nuget = process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget", "packages");

const parts = [...nugetPackages(), ...duckDb(), ...bundled()];
const bare = parts.filter((part) => !part.license || !part.text);
if (bare.length > 0)
  fail(`no licence is known of ${bare.map((part) => `${part.name} ${part.version}`).join(", ")}; take the package out, or write its notice into eng/licences`);
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "THIRD-PARTY-NOTICES.txt"), notices());
writeFileSync(join(out, "sbom.cdx.json"), JSON.stringify(bill(), null, 2) + "\n");

function fail(message) {
  console.error(`notices.mjs: ${message}`);
  process.exit(1);
}

/** The packages that the program loads, and the runtime where it brings one. */
function nugetPackages() {
  const libraries = JSON.parse(readFileSync(deps, "utf8")).libraries;
  return Object.entries(libraries).filter(([, library]) => library.type === "package" || library.type === "runtimepack").map(([key]) => {
    const [name, version] = key.replace(/^runtimepack\./, "").split("/");
    const folder = join(nuget, name.toLowerCase(), version);
    const spec = [join(folder, `${name.toLowerCase()}.nuspec`)].filter(existsSync).map((path) => readFileSync(path, "utf8"))[0] ?? "";
    const expression = /<license type="expression">([^<]+)</.exec(spec)?.[1];
    const holders = decode(/<copyright>([^<]+)</.exec(spec)?.[1] ?? "") || decode(/<authors>([^<]+)</.exec(spec)?.[1] ?? "");
    const hash = [join(folder, `${name.toLowerCase()}.${version}.nupkg.sha512`)].filter(existsSync)
      .map((path) => Buffer.from(readFileSync(path, "utf8").trim(), "base64").toString("hex"))[0];
    const own = texts(folder);
    // A file called LICENSE is what the package says of itself; notices of what it contains follow it.
    const hasLicence = own.some(([file]) => /^licen[cs]e/i.test(file));
    const text = [hasLicence ? "" : standard(expression), ...own.map(([, text]) => text)].filter((one) => one).join("\n\n");
    const known = expression ?? (/MIT License/i.test(text) ? "MIT" : undefined);
    return { name, version, license: known, holders, text: hasLicence || standard(expression) ? text : "", hash,
      purl: `pkg:nuget/${name}@${version}` };
  });
}

/** DuckDB's library comes by npm. */
function duckDb() {
  const folder = join(root, "node_modules", "@duckdb", "node-bindings");
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages["node_modules/@duckdb/node-bindings"];
  return [{ name: "@duckdb/node-bindings", version, license: license ?? "MIT", holders: "", text: texts(folder).map(([, text]) => text).join("\n\n"),
    hash: integrity(lock), purl: `pkg:npm/%40duckdb/node-bindings@${version}` }];
}

/** What the report's app is made of; its build has listed it. */
function bundled() {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return JSON.parse(readFileSync(join(root, "web", "dist", "packages.json"), "utf8")).map((part) => ({ ...part,
    hash: integrity(lock[`node_modules/${part.name}`]), purl: `pkg:npm/${part.name.replace("@", "%40")}@${part.version}` }));
}

function integrity(locked) {
  return locked?.integrity?.startsWith("sha512-") ? Buffer.from(locked.integrity.slice(7), "base64").toString("hex") : undefined;
}

/** The licences and notices that lie in a package's folder. */
function texts(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|third-?party-?notices?)(\.(txt|md))?$/i.test(file)).sort()
    .map((file) => [file, readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").replace(/^\uFEFF/, "").trim()]);
}

/** The text of a licence that a package only names. */
function standard(expression) {
  if (expression === "MIT") return readFileSync(join(root, "LICENSE"), "utf8").split("\n").filter((line) => !/^copyright/i.test(line)).join("\n").trim();
  const file = join(root, "eng", "licences", `${expression}.txt`);
  return expression && /^[\w.-]+$/.test(expression) && existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

function decode(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim();
}

/** Packages of one text stand together above it. */
function notices() {
  const groups = new Map();
  for (const part of parts) groups.set(part.text, [...(groups.get(part.text) ?? []), part]);
  const line = "-".repeat(80);
  return ["Gate contains the following software, under the licences that follow each.\n", ...[...groups].map(([text, all]) =>
    `${line}\n${all.map((part) => `${part.name} ${part.version} (${part.license})${part.holders ? `\n  ${part.holders}` : ""}`).join("\n")}\n${line}\n\n${text}\n`)]
    .join("\n");
}

function bill() {
  const components = parts.map(({ name, version, license, hash, purl }) => ({
    type: "library", "bom-ref": purl, name, version, purl,
    licenses: [/^[\w.-]+$/.test(license) ? { license: { id: license } } : { expression: license }],
    ...(hash ? { hashes: [{ alg: "SHA-512", content: hash }] } : {}),
  }));
  const version = Object.keys(JSON.parse(readFileSync(deps, "utf8")).libraries).find((key) => key.startsWith("gate/"))?.split("/")[1] ?? "0";
  const digest = createHash("sha256").update(JSON.stringify(components)).digest("hex");
  // The same parts give the same bill: the serial number is made from them, and it holds no time.
  const serial = [digest.slice(0, 8), digest.slice(8, 12), `5${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)].join("-");
  return { bomFormat: "CycloneDX", specVersion: "1.6", serialNumber: `urn:uuid:${serial}`, version: 1,
    metadata: { component: { type: "application", "bom-ref": "gate", name: "gate", version, licenses: [{ license: { id: "MIT" } }] } }, components };
}

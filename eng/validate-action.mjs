// Checks an action.yml or workflows against the schema of action-validator: node eng/validate-action.mjs FILE…
// Prints what is wrong as JSON; the exit code is 1 when something is.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { validateAction, validateWorkflow } from "@action-validator/core";

// What GitHub knows and the newest schema of npm does not yet: the one line is taken out before the rest is checked.
const newer = /^ +attestations: (?:read|write)(?: #.*)?\n/gm;

let problems = 0;
for (const file of process.argv.slice(2)) {
  const text = await readFile(file, "utf8");
  const { errors } = basename(file) === "action.yml" ? validateAction(text) : validateWorkflow(text.replace(newer, ""));
  if (errors.length > 0) console.log(`${file}: ${JSON.stringify(errors, null, 2)}`);
  problems += errors.length;
}
process.exit(problems === 0 && process.argv.length > 2 ? 0 : 1);

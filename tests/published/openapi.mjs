// Answers, line by line, what GitHub's published description of its API says of a request and its answer (op: check), and what it gives
// as an example of an answer (op: example).
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [description, ajvPath] = process.argv.slice(2);
const Ajv = createRequire(import.meta.url)(ajvPath).default;
const api = JSON.parse(readFileSync(description, 'utf8'));
// OpenAPI 3.0 lets a schema without a type be null; JSON Schema says that by a choice.
(function nullable(node) {
  if (node === null || typeof node !== 'object') return;
  Object.values(node).forEach(nullable);
  if (node.nullable !== true || typeof node.type === 'string') return;
  const rest = { ...node };
  for (const key of Object.keys(node)) delete node[key];
  delete rest.nullable;
  node.anyOf = [{ type: 'null' }, rest];
})(api);
const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, addUsedSchema: false, inlineRefs: false });
ajv.addSchema(api, 'api');

const escape = name => name.replaceAll('~', '~0').replaceAll('/', '~1');
const resolve = node => node?.$ref ? node.$ref.slice(2).split('/').reduce((at, key) => at[key], api) : node;
// Of two templates that fit, the one with fewer places is meant: /pulls/comments and not /pulls/{number}.
const templates = Object.keys(api.paths).sort((a, b) => a.split('{').length - b.split('{').length)
  .map(template => [template, new RegExp(`^${template.replace(/[.+]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`)]);

function operation(method, path) {
  const found = templates.find(([template, form]) => form.test(path) && api.paths[template][method]);
  return found ? { template: found[0], at: ['paths', found[0], method], ...api.paths[found[0]][method] } : null;
}

function against(value, at) {
  const validate = ajv.compile({ $ref: `api#/${at.map(escape).map(encodeURIComponent).join('/')}` });
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

function check({ method, path, query, body, status, answer }) {
  const own = operation(method, path);
  if (!own) return status === 404 ? '' : `GitHub has no ${method} ${path}`;
  const known = (own.parameters ?? []).map(resolve).filter(one => one.in === 'query').map(one => one.name);
  for (const name of Object.keys(query ?? {})) if (!known.includes(name)) return `${method} ${own.template} has no ${name}`;
  if (status !== 422 && own.requestBody) {
    const wrong = against(body ?? {}, [...own.at, 'requestBody', 'content', 'application/json', 'schema']);
    if (wrong) return `request of ${method} ${own.template}: ${wrong}`;
  } else if (body && !own.requestBody) return `${method} ${own.template} takes no body`;
  const response = own.responses[status];
  // What every operation may answer is described once, elsewhere.
  if (!response) {
    const any = [401, 403, 404, 409, 422, 429].includes(status) || status >= 500;
    return any ? '' : `${method} ${own.template} never answers ${status}`;
  }
  const shared = response.$ref ? response.$ref.slice(2).split('/') : [...own.at, 'responses', `${status}`];
  if (!resolve(response).content?.['application/json']) return '';
  const wrong = against(answer, [...shared, 'content', 'application/json', 'schema']);
  return wrong ? `answer ${status} of ${method} ${own.template}: ${wrong}` : '';
}

function example({ method, path, status }) {
  const content = resolve(operation(method, path).responses[status]).content['application/json'];
  return resolve(Object.values(content.examples)[0]).value;
}

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let said;
  try {
    said = asked.op === 'example' ? { value: example(asked) } : { wrong: check(asked) };
  } catch (error) {
    said = { wrong: `${error}` };
  }
  console.log(JSON.stringify(said));
}

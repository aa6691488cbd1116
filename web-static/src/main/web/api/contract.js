/** The parts of an OpenAPI document that a person wants to read, references resolved. */

/**
 * @typedef {Record<string, any>} Schema
 * @typedef {{info: {title: string, version: string, description?: string}, paths: Record<string, Record<string, any>>, components?: Record<string, any>}} Contract
 * @typedef {{name: string, in: string, required?: boolean, description?: string, schema?: Schema}} Parameter
 * @typedef {{status: string, description: string, type: string, schema?: Schema}} Answer
 *
 * @typedef {object} Operation
 * @property {string} id
 * @property {string} method
 * @property {string} path
 * @property {string} summary
 * @property {string} description
 * @property {string} stage
 * @property {boolean} open needs no signed-in person
 * @property {Parameter[]} parameters
 * @property {{type: string, schema?: Schema} | null} body
 * @property {Answer[]} answers
 */

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Operations by stage, in the order of the document. @param {Contract} contract @returns {Map<string, Operation[]>} */
export function operationsByStage(contract) {
  return Map.groupBy(operations(contract), operation => operation.stage);
}

/** @param {Contract} contract @returns {Operation[]} */
function operations(contract) {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.filter(method => method in item).map(method => operation(contract, path, method, item[method], item.parameters ?? [])));
}

/** @param {Contract} contract @param {string} path @param {string} method @param {any} declared @param {any[]} shared @returns {Operation} */
function operation(contract, path, method, declared, shared) {
  return {
    id: declared.operationId,
    method: method.toUpperCase(),
    path,
    summary: declared.summary ?? declared.operationId,
    description: declared.description ?? '',
    stage: declared.tags?.[0] ?? '',
    open: declared.security?.length === 0,
    parameters: [...shared, ...(declared.parameters ?? [])].map(parameter => resolve(contract, parameter)),
    body: declared.requestBody ? content(resolve(contract, declared.requestBody)) : null,
    answers: Object.entries(declared.responses ?? {}).map(([status, response]) => answer(contract, status, resolve(contract, response))),
  };
}

/** @param {Contract} contract @param {string} status @param {any} response @returns {Answer} */
function answer(contract, status, response) {
  return { status, description: response.description ?? '', ...content(response) };
}

/** @param {any} holder @returns {{type: string, schema?: Schema}} the first media type */
function content(holder) {
  const [type = '', media] = Object.entries(holder.content ?? {})[0] ?? [];
  return { type, schema: /** @type {any} */ (media)?.schema };
}

/**
 * What a local reference points to.
 * @param {Contract} contract @param {any} node @returns {any}
 */
export function resolve(contract, node) {
  if (!node?.$ref) return node;
  const steps = node.$ref.replace(/^#\//, '').split('/');
  return resolve(contract, steps.reduce((/** @type {any} */ at, /** @type {string} */ step) => at?.[step], contract));
}

/**
 * A schema in few words: `string (uuid)`, `Task[]`, `integer 1…5`, `"open" | "closed"`.
 * @param {Schema | undefined} schema @returns {string}
 */
export function typeWords(schema) {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum) return schema.enum.map((/** @type {unknown} */ value) => JSON.stringify(value)).join(' | ');
  if (schema.oneOf ?? schema.anyOf) return (schema.oneOf ?? schema.anyOf).map(typeWords).join(' | ');
  if (schema.type === 'array') return `${typeWords(schema.items)}[]`;
  return [[schema.type ?? 'any'].flat().join(' | '), schema.format && `(${schema.format})`, bounds(schema)].filter(Boolean).join(' ');
}

/** @param {Schema} schema */
function bounds({ minimum, maximum, minLength, maxLength }) {
  const [low, high] = [minimum ?? minLength, maximum ?? maxLength];
  return low === undefined && high === undefined ? '' : `${low ?? ''}…${high ?? ''}`;
}

/**
 * The fields of an object, one line each, those of nested objects indented below.
 * @param {Contract} contract @param {Schema | undefined} schema @param {number} [depth]
 * @returns {{name: string, depth: number, required: boolean, type: string, description: string}[]}
 */
export function fields(contract, schema, depth = 0) {
  const object = resolve(contract, schema?.type === 'array' ? schema.items : schema);
  if (!object?.properties || depth > 3) return [];
  return Object.entries(object.properties).flatMap(([name, property]) => [
    { name, depth, required: object.required?.includes(name) ?? false, type: typeWords(property), description: resolve(contract, property)?.description ?? '' },
    ...fields(contract, property, depth + 1),
  ]);
}

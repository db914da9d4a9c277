import type { Resource } from './graph.ts';
import { answer, computed, type Inputs, nameOf } from './made-up.ts';

export { account } from './made-up.ts';

/** Everything the program registered, and what went wrong on the way. */
export interface Recorded {
  resources: Resource[];
  problems: string[];
}

type Load = NodeJS.Require;
type Pulumi = typeof import('@pulumi/pulumi');

/**
 * Pulumi reads its own sources with the `typescript` it finds, and version 7 has no such interface: it
 * would hang. It is given the copy it carries. Must come before pulumi is first loaded.
 */
export function loadPulumi(load: Load): Pulumi {
  const shim = load.resolve('@pulumi/pulumi/typescript-shim');
  const carried = load('@pulumi/pulumi/vendor/typescript@3.8.3/typescript.js') as unknown;
  load.cache[shim] = { id: shim, filename: shim, loaded: true, exports: carried, children: [], paths: [] } as unknown as NodeJS.Module;
  return load('@pulumi/pulumi') as Pulumi;
}

export interface Stack {
  project: string;
  stack: string;
  region: string;
}

/** Puts made-up providers behind pulumi's own mocks and records what is registered with them. */
export async function recordResources(pulumi: Pulumi, load: Load, { project, stack, region }: Stack): Promise<Recorded> {
  const recorded: Recorded = { resources: [], problems: [] };
  listenToMonitor(load, recorded);
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs: given, custom, id }) => {
        if (find(recorded, type, name)) throw new Error(`two resources are called ${type} ${name}`);
        const inputs = unwrapped(given) as Inputs;
        const added = computed(type, inputs, name, region);
        recorded.resources.push({ type, name, inputs, urn: '', parent: null, custom: custom !== false });
        const isNamed = custom !== false && !('name' in given);
        const state = { ...given, ...added, ...(isNamed && { name: nameOf(inputs, name) }) };
        return { id: custom === false ? undefined : (id ?? '') || idOf(type, inputs, name), state };
      },
      call: ({ token, inputs }) => {
        const found = answer(token, inputs, region);
        if (found === undefined) throw new Error(`the made-up account cannot answer ${token}`);
        return found;
      },
    },
    project, stack, false, 'organization',
  );
  return recorded;
}

/** These resources' ids are their names. */
const idOf = (type: string, inputs: Inputs, name: string): string =>
  /^aws:(s3\/bucket:|dynamodb\/table:|sns|sqs|cloudwatch\/logGroup)/.test(type) ? nameOf(inputs, name) : `${name}-id`;

const find = ({ resources }: Recorded, type: string, name: string): Resource | undefined =>
  resources.find((resource) => resource.type === type && resource.name === name);

interface Request {
  getName(): string;
  getType(): string;
  getParent(): string;
  getUrn(): string;
  getRetainondelete(): boolean;
  getProtect(): boolean;
  getOutputs(): { toJavaScript(): unknown };
}
type Callback = (error: unknown, response?: { getUrn(): string }) => void;
interface Monitor {
  registerResource(request: Request, callback: Callback): unknown;
  registerResourceOutputs(request: Request, callback: Callback): unknown;
}

/** The mocks are not told a resource's parent and protection: those are read off the requests themselves. */
function listenToMonitor(load: Load, recorded: Recorded): void {
  const { prototype } = (load('@pulumi/pulumi/runtime/mocks') as { MockMonitor: { prototype: Monitor } }).MockMonitor;
  const { registerResource, registerResourceOutputs } = prototype;
  prototype.registerResource = function register(request, callback) {
    return registerResource.call(this, request, (error, response) => {
      if (error) recorded.problems.push(String((error as Error).stack ?? error));
      const resource = response && find(recorded, request.getType(), request.getName());
      if (resource)
        Object.assign(resource, {
          urn: response.getUrn(), parent: request.getParent() || null, retainOnDelete: request.getRetainondelete(), protect: request.getProtect(),
        });
      callback(error, response);
    });
  };
  prototype.registerResourceOutputs = function register(request, callback) {
    const resource = recorded.resources.find(({ urn }) => urn === request.getUrn());
    if (resource) resource.outputs = unwrapped(request.getOutputs().toJavaScript()) as Inputs;
    return registerResourceOutputs.call(this, request, callback);
  };
}

/** Pulumi marks a secret on the wire with these two words. */
const mark = '4dabf18193072939515e22adb298388d';
const isSecret = '1b47061264138c4ac30d75fd1eb44270';

function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Inputs;
  if (record[mark] === isSecret) return unwrapped(record.value);
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== '__provider').map(([name, part]) => [name, unwrapped(part)]));
}

/** Registrations answer each other; a few rounds and the program is quiet. */
export async function untilSettled(load: Load): Promise<void> {
  const { waitForRPCs } = load('@pulumi/pulumi/runtime/settings') as { waitForRPCs(): Promise<void> };
  for (let round = 0; round < 3; round++) {
    await waitForRPCs();
    await new Promise((soon) => setTimeout(soon, 20));
  }
}

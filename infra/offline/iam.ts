/** One statement of a policy that allows something. */
export interface Statement {
  Action: string[];
  Resource: string[];
  Condition?: Record<string, Record<string, string[]>>;
}

export interface Asked {
  action: string;
  resource: string;
  /** What the service tells IAM of the request: `ses:FromAddress` and the like. */
  context?: Record<string, readonly string[]>;
}

/** Whether a policy allows it; as much of IAM as our policies use, and anything else is refused. */
export const isAllowed = (statements: readonly Statement[], { action, resource, context = {} }: Asked): boolean =>
  statements.some(
    ({ Action, Resource, Condition = {} }) =>
      Action.includes(action) &&
      Resource.some((pattern) => (pattern.endsWith('*') ? resource.startsWith(pattern.slice(0, -1)) : resource === pattern)) &&
      Object.entries(Condition).every(([test, variables]) => Object.entries(variables).every(([name, values]) => holds(test, context[name] ?? [], values))),
  );

function holds(test: string, given: readonly string[], allowed: readonly string[]): boolean {
  switch (test) {
    case 'StringEquals':
      return given.length === 1 && allowed.includes(given[0]!);
    case 'ForAllValues:StringEquals':
      return given.every((value) => allowed.includes(value));
    default:
      return false;
  }
}

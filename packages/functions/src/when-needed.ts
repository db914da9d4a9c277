type Port = Record<string, (...given: unknown[]) => unknown>;

/** A port whose adapter is loaded and built at its first use: most answers to a text need neither. */
export function whenNeeded<Whole extends object>(load: () => Promise<Whole>): Whole {
  let made: Promise<Port> | undefined;
  const call =
    (name: string) =>
    async (...given: unknown[]): Promise<unknown> => {
      made ??= load() as Promise<unknown> as Promise<Port>;
      return (await made)[name]!(...given);
    };
  return new Proxy({}, { get: (_, name) => call(String(name)) }) as Whole;
}

import { defineConfig } from 'vitest/config';

// Node 20 lacks Map.groupBy, with which vitest 5 prints failed tests: without it a failure is only a stack trace.
Object.assign(Map, {
  groupBy: <Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> => {
    const groups = new Map<Key, Value[]>();
    for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
    return groups;
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // The SDK's word on Node 20's age, at every import.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    globalSetup: ['tests/support/engine-setup.ts'],
    setupFiles: ['tests/support/fixed-seed.ts'],
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

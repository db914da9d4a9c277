import { defineConfig } from 'vitest/config';

// Node 20 lacks Map.groupBy, with which vitest 5 prints failed tests.
Object.assign(Map, {
  groupBy: <Key, Value>(values: Iterable<Value>, keyOf: (value: Value) => Key): Map<Key, Value[]> => {
    const groups = new Map<Key, Value[]>();
    for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
    return groups;
  },
});

export default defineConfig({
  test: {
    // The SDK's word on Node 20's age, at every import.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    root: new URL('..', import.meta.url).pathname,
    include: ['infra/tests/**/*.test.ts'],
    globalSetup: ['infra/tests/stages-setup.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});

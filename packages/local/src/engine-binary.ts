import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EngineError } from './engine-error.ts';

/** The engine's binary in the package npm chose for this platform. */
export const engineBinary = (): string => {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const packageFile = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(packageFile), process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch (cause) {
    throw new EngineError(
      `${name} is not installed. Run npm install without --omit=optional, or point DYNAMODB_ENDPOINT at a DynamoDB of your own.`,
      { cause },
    );
  }
};

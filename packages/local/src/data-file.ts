import { open } from 'node:fs/promises';
import { EngineError } from './engine-error.ts';

const databaseHead = 'SQLite format 3\0';

/** The engine's own table of tables; another program's database has none. */
const engineMark = 'CREATE TABLE _stream_records';

/** The table of contents lies at the front of the file. */
const searchedBytes = 1_048_576;

/**
 * Looks before the engine does: it would add its tables to any SQLite file it is shown.
 * @throws EngineError when the file is there and is not the engine's own.
 */
export const checkDataFile = async (dataFile: string): Promise<void> => {
  const head = await readHead(dataFile);
  if (head === undefined || head.length === 0) return;
  // After a hard stop the contents may still lie in the journal beside the file.
  const journal = await readHead(`${dataFile}-wal`);
  const isOurs = head.includes(databaseHead) && (head.includes(engineMark) || journal?.includes(engineMark) === true);
  if (isOurs) return;
  throw new EngineError(
    `${dataFile} is damaged or not a data file of this service. It was left as it is: move it away, or choose another DATA_DIR.`,
  );
};

/** Undefined when there is no such file. */
const readHead = async (file: string): Promise<string | undefined> => {
  try {
    return await readFront(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new EngineError(`${file} cannot be read`, { cause: error });
  }
};

const readFront = async (file: string): Promise<string> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(searchedBytes), 0, searchedBytes, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
};

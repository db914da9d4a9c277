import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { LocalService } from './local-service.ts';
import { BookedMail } from './mail/mail-book.ts';
import { StandInState } from './stand-in-twilio/stand-in.ts';
import { TraceBook } from './trace-book.ts';

/** What survives a restart beside the database: phones, mailboxes, the clock, the reasons. */
export const LocalState = z.object({
  aheadSeconds: z.number(),
  standIn: StandInState,
  traces: TraceBook,
  mails: z.array(BookedMail).default([]),
});
export type LocalState = z.infer<typeof LocalState>;

/** The data folder holds something that is not ours; it was left alone. */
export class DataFolderError extends Error {
  override name = 'DataFolderError';
}

const fileName = 'phones.json';

export const databaseFile = (folder: string): string => join(folder, 'table.db');

/** Reads what an earlier run left. @throws DataFolderError when the file is damaged or foreign. */
export async function readLocalState(folder: string): Promise<LocalState | undefined> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, fileName);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const read = LocalState.safeParse(parseJson(text));
  if (read.success) return read.data;
  throw new DataFolderError(
    `${path} is damaged or not a file of this service. It was left as it is: move it away, or choose another DATA_DIR.`,
  );
}

/** Writes the whole state beside the old and swaps them, so a kill leaves one of the two. */
export async function writeLocalState(folder: string, { clock, standIn, mail, traces }: LocalService): Promise<void> {
  const path = join(folder, fileName);
  const state: LocalState = { aheadSeconds: clock.aheadSeconds(), standIn: standIn.dump(), traces: traces.dump(), mails: mail.book.dump() };
  await writeFile(`${path}.new`, JSON.stringify(state));
  await rename(`${path}.new`, path);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

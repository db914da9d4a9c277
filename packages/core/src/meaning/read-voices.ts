import { readdirSync, readFileSync } from 'node:fs';

/** One text of a corpus and what it means. */
export interface VoiceRow {
  /** Who wrote it: whole voices are trained on or held back, never single rows. */
  voice: string;
  /** `topic`, `crisis-abuse`, `crisis-lookalike`, `optout`, `command`, `checkin`, `offtopic`, `spanish-optout`… */
  group: string;
  /** Within the group: a topic's name, a level of danger, `pause=7`, 1 to 5, `none`. */
  label: string;
  text: string;
}

/**
 * Every row of a folder of corpus files, one file a voice, a line a row: `group label: text`. Blank lines and lines
 * that begin with # are passed over.
 * @throws naming the file and the line that cannot be read.
 */
export const readVoices = (folder: URL): VoiceRow[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => parseVoice(file.replace('.txt', ''), readFileSync(new URL(file, folder), 'utf8')));

export const parseVoice = (voice: string, content: string): VoiceRow[] =>
  content.split('\n').flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const read = /^([a-z_-]+) ([^:\s]+(?::\d\d)?): (.+)$/.exec(line);
    if (read === null) throw new Error(`${voice}.txt:${at + 1} is not "group label: text"`);
    return [{ voice, group: read[1] ?? '', label: read[2] ?? '', text: read[3] ?? '' }];
  });

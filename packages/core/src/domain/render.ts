import type { Words } from './content.ts';
import type { Guide } from './guide.ts';
import type { Language, Region } from './region.ts';
import type { TextRef } from './text-ref.ts';
import { wordsOf } from './text-words.ts';

export interface Reader {
  region: Region;
  language: Language;
}

/**
 * The words of a text with every gap filled: by the reference first, then the region's help lines,
 * then the operator's profile. `with.number` sets the numbering of a note before it and `with.tail`
 * (phrase ids, one space between) adds lines after it.
 * @throws RenderError when the content lacks the text or a gap stays open (a bug: the compiler checks both).
 */
export function renderText(ref: TextRef, reader: Reader, guide: Guide): string {
  const { number, tail } = ref.with ?? {};
  const ids = [...(number === undefined ? [] : ['note.prefix']), ref.id, ...(tail === undefined ? [] : tail.split(' '))];
  return ids.map((id) => fillGaps(inLanguage(requireWords(id, guide), reader.language), id)).join(' ');

  function fillGaps({ text, language }: SaidIn, id: string): string {
    const gaps = gapsFor(ref, { ...reader, language }, guide);
    return text.trim().replace(/\{([a-z]+)\}/g, (_, gap: string) => {
      if (gaps[gap] === undefined) throw new RenderError(`nothing fills {${gap}} in "${id}"`);
      return gaps[gap];
    });
  }
}

/** Several texts of one answer as one message body; undefined when nothing is to be said. */
export function renderReply(refs: readonly TextRef[], reader: Reader, guide: Guide): string | undefined {
  return refs.length === 0 ? undefined : refs.map((ref) => renderText(ref, reader, guide)).join('\n');
}

export class RenderError extends Error {
  override name = 'RenderError';
}

function requireWords(id: string, guide: Guide): Words {
  const words = wordsOf(id, guide.content);
  if (words === undefined) throw new RenderError(`no text "${id}" in the content`);
  return words;
}

interface SaidIn {
  text: string;
  language: Language;
}

/** A text that exists in English only is said in English, its help lines too. */
const inLanguage = (words: Words, language: Language): SaidIn =>
  words[language] === undefined ? { text: words.en, language: 'en' } : { text: words[language], language };

function gapsFor(ref: TextRef, reader: Reader, guide: Guide): Record<string, string> {
  const lines = guide.content.helplines[reader.region];
  const { emergency, crisis, abuse, child, harm, silent } = (reader.language === 'es' && lines.es) || lines;
  const { serviceName, privacyUrl, staffedNumber } = guide.profile;
  return {
    service: serviceName,
    privacy: privacyUrl,
    staffed: staffedNumber ?? '',
    emergency,
    crisis,
    abuse,
    child,
    harm,
    silent,
    ...ref.with,
  };
}

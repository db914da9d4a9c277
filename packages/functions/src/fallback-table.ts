import { regionOf } from '@breathing-room/core/domain/region-of';
import { renderText } from '@breathing-room/core/domain/render';
import { textRef } from '@breathing-room/core/domain/text-ref';
import { Region } from '@breathing-room/core/domain/region';
import type { Guide } from '@breathing-room/core/domain/guide';

/** What the fallback function knows: nothing but this. */
export interface FallbackTable {
  /** `+44`, `+1212` → region; the longest prefix wins, and none means `XX`. */
  regionByPrefix: Record<string, string>;
  /** Per region the signpost in English, then in Spanish. */
  texts: Record<string, string[]>;
}

/** Made of the same content as everything else, at build time, so that it cannot say other numbers. */
export const fallbackTable = (guide: Guide): FallbackTable => ({
  regionByPrefix: Object.fromEntries(
    prefixes().flatMap((prefix) => {
      const region = regionOf({ channel: 'sms', value: `${prefix}5550100` });
      return region === 'XX' ? [] : [[prefix, region]];
    }),
  ),
  texts: Object.fromEntries(Region.options.map((region) => [region, signposts(region, guide)])),
});

const signposts = (region: Region, guide: Guide): string[] =>
  (['en', 'es'] as const).map((language) => renderText(textRef('fallback.signpost'), { region, language }, guide));

/** The countries we have lines for; North America by area code, for it shares +1 with others. */
const prefixes = (): string[] => ['+44', '+353', '+61', '+64', ...Array.from({ length: 800 }, (_, index) => `+1${200 + index}`)];

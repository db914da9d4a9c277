import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createParameters, listParameters, updateParameters } from '@breathing-room/local/stand-in-twilio/parameters';

const declarations = readFileSync(createRequire(import.meta.url).resolve('twilio/lib/rest/api/v2010/account/message.d.ts'), 'utf8');

/** The option names of one declared interface, without comments. */
function optionsOf(name: string): string[] {
  const body = declarations.split(`export interface ${name} {`)[1]?.split('\n}')[0] ?? '';
  const bare = body.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/^\s*(\w+)\??:/gm)].map((match) => match[1] ?? '');
}

const asParameter = (option: string): string => option.charAt(0).toUpperCase() + option.slice(1);

describe('the parameters the stand-in knows (S11)', () => {
  it('are those the installed package declares for creating a message', () => {
    const declared = optionsOf('MessageListInstanceCreateOptions');
    expect(declared).toContain('validityPeriod');
    expect([...createParameters].sort()).toEqual(declared.map(asParameter).sort());
  });

  it('are those it declares for changing one', () => {
    expect([...updateParameters].sort()).toEqual(optionsOf('MessageContextUpdateOptions').map(asParameter).sort());
  });

  it('are those it declares for listing, as they go over the wire', () => {
    const wire: Record<string, string> = { dateSentBefore: 'DateSent<', dateSentAfter: 'DateSent>', pageNumber: 'Page' };
    const declared = optionsOf('MessageListInstancePageOptions').filter((option) => option !== 'callback');
    expect([...listParameters].sort()).toEqual(declared.map((option) => wire[option] ?? asParameter(option)).sort());
  });
});

import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { mayTextAt } from '@breathing-room/core/domain/quiet-hours';
import { hoursRuleOf } from '@breathing-room/core/domain/plan-note';
import { instantAt } from '@breathing-room/core/domain/instant';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import type { TestLocal } from './local.ts';

/** One line of a story: who does what. */
export interface StoryStep {
  line: number;
  who: string;
  what: string;
}

/**
 * Reads a story. `from:` a number, `at:` when it begins, then in turns `them:` a text, `us:` the text ids
 * of the answer (or `nothing`), `wait:` a duration, `note:` the id of the next scheduled text (the clock
 * goes on to it), `quiet:` a duration in which no note comes, `record:` facts about the record.
 */
export function readStory(path: string): { title: string; steps: StoryStep[] } {
  const lines = readFileSync(path, 'utf8').split('\n');
  const steps = lines.flatMap((text, index) => {
    const match = /^([a-z]+): (.+)$/.exec(text.trim());
    return match === null ? [] : [{ line: index + 1, who: match[1]!, what: match[2]!.trim() }];
  });
  return { title: lines[0]!.replace(/^# /, ''), steps };
}

/** Lives through a story over the real wire, step by step. */
export async function liveThrough(steps: readonly StoryStep[], { local, url }: TestLocal): Promise<void> {
  const at = async (path: string, json?: unknown): Promise<any> => {
    const response = await fetch(`${url}${path}`, json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const scene = { number: '+12125550123', seen: 0, messageSid: '' };
  const notes = () => local.standIn.book.all().filter((m) => m.to === scene.number && m.direction === 'outbound-api');
  const record = async (): Promise<Subscriber> => (await at(`/local/people/${scene.number}`)).record;

  for (const { line, who, what } of steps) {
    const where = `line ${line}: ${who}: ${what}`;
    switch (who) {
      case 'from':
        scene.number = what;
        scene.seen = notes().length;
        break;
      case 'them':
      case 'again': {
        const answer = await at(`/local/phones/${scene.number}/messages`, {
          body: what,
          ...(who === 'again' && { messageSid: scene.messageSid }),
        });
        scene.messageSid = answer.messageSid;
        break;
      }
      case 'us': {
        const last = (await record()).facts.findLast(({ inboundId }) => inboundId !== undefined);
        const said = (last?.reply ?? []).map(({ id }) => id).join(' ');
        expect(said === '' ? 'nothing' : said, where).toBe(what);
        break;
      }
      case 'wait':
        await at('/local/clock', { advance: what });
        break;
      case 'note': {
        for (let tries = 0; notes().length === scene.seen && tries < 12; tries++) await at('/local/clock', { to: 'next' });
        expect(notes().length, `${where} (one note)`).toBe(scene.seen + 1);
        scene.seen += 1;
        const person = await record();
        expect(person.facts.findLast(({ kind }) => kind === 'note_sent')?.about, where).toBe(what);
        expect(mayTextAt(hoursRuleOf(person), instantAt(notes().at(-1)!.createdAt / 1000)), `${where} (allowed hour)`).toBe(true);
        break;
      }
      case 'quiet':
        await at('/local/clock', { advance: what });
        expect(notes().length, where).toBe(scene.seen);
        break;
      case 'gets':
        expect(notes().at(-1)?.body, where).toContain(what);
        break;
      case 'record':
        expect(remarks(await record()), where).toContain(what);
        break;
      default:
        throw new Error(`${where}: nobody knows "${who}"`);
    }
  }
}

/** What a story may say about the record. */
function remarks(person: Subscriber): string[] {
  return [
    `consent ${person.consent}`,
    person.enrolment === undefined ? 'no programme' : `in ${person.enrolment.programme}`,
    person.hold === undefined ? 'no hold' : `hold ${person.hold.reason}`,
    `pace ${person.pace}`,
    ...Object.keys(person.flags).map((flag) => `flag ${flag}`),
    person.offer === undefined ? 'no offer' : `offer ${person.offer.programme}`,
    `zone ${person.zone ?? 'unknown'}`,
  ];
}

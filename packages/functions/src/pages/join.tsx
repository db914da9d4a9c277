import type { Context, Handler } from 'hono';
import type { FC } from 'hono/jsx';
import { signUp } from '@breathing-room/core/actions/sign-up';
import type { Guide } from '@breathing-room/core/domain/guide';
import type { Services } from '@breathing-room/core/services';
import { gentlest, type JoinStep, readJoinForm } from './join-form.ts';
import { AddressPage, AskedPage, ChoosePage, GoOn, QuestionsPage } from './join-pages.tsx';
import { readFields } from './page-form.ts';
import { show } from './page-frame.tsx';
import { SafetyPage } from './safety-words.tsx';
import { guessZone } from './zone-field.tsx';

/** The first page of the sign-up; no programme stands in its address (E3). */
export const openJoin =
  ({ guide }: Services): Handler =>
  (c) => {
    const zone = guessZone(c.req.header('accept-language'));
    return show(c, <ChoosePage kind="choose" guide={guide} choice={zone === undefined ? {} : { zone }} problems={[]} />);
  };

/** Every button of the sign-up. */
export const pressJoin =
  (services: Services): Handler =>
  async (c) =>
    showStep(c, services, readJoinForm(await readFields(c), services.guide));

async function showStep(c: Context, services: Services, step: JoinStep): Promise<Response> {
  const { guide } = services;
  switch (step.kind) {
    case 'choose':
      return show(c, <ChoosePage guide={guide} {...step} />, 400);
    case 'questions':
      return show(c, <QuestionsPage guide={guide} {...step} />);
    case 'safety':
      return show(c, <Signposted guide={guide} {...step} />);
    case 'address':
      return show(c, <AddressPage guide={guide} {...step} />, step.problems.length > 0 ? 400 : 200);
    case 'ask':
      await signUp(services, step.request);
      return show(c, <AskedPage service={guide.profile.serviceName} />);
  }
}

/** Only where nothing was said may the first choice stand; the gentle notes are there for everybody. */
const Signposted: FC<Extract<JoinStep, { kind: 'safety' }> & { guide: Guide }> = ({ guide, choice, safety, region }) => (
  <SafetyPage guide={guide} safety={safety} region={region}>
    <p>{guide.content.programmes[gentlest]?.summary}</p>
    <GoOn choice={{ ...choice, programme: gentlest }} label="Take the gentle notes" />
    {safety === 'unsaid' && <GoOn choice={choice} label="Keep my first choice" isOther />}
  </SafetyPage>
);

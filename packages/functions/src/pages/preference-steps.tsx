import type { Child, FC } from 'hono/jsx';
import { askedAbout, openProgramme, wordingFor } from '@breathing-room/core/domain/answer-join';
import type { Guide } from '@breathing-room/core/domain/guide';
import type { Instant } from '@breathing-room/core/domain/instant';
import { regionOfZone } from '@breathing-room/core/domain/region-of-zone';
import { renderText } from '@breathing-room/core/domain/render';
import { consentText } from '@breathing-room/core/domain/sign-up';
import type { Subscriber } from '@breathing-room/core/domain/subscriber';
import { Sheet } from './page-frame.tsx';
import { type Safety, SafetyQuestions } from './safety-questions.tsx';
import { SafetyPage } from './safety-words.tsx';

interface AgreeProps {
  guide: Guide;
  token: string;
  person: Subscriber;
  now: Instant;
  /** Absent: notes that rested for danger begin again. */
  programme: string | undefined;
}

/** What the next button agrees to, with the three questions where the notes need them (X5, X18). */
export const AgreePage: FC<AgreeProps> = ({ programme, ...rest }) => {
  const known = programme === undefined ? undefined : rest.guide.content.programmes[programme];
  return known === undefined ? <ResumePage {...rest} /> : <ProgrammePage {...rest} programme={known.id} />;
};

const ProgrammePage: FC<AgreeProps & { programme: string }> = ({ guide, token, person, now, programme }) => {
  const open = openProgramme({ person, guide, now }, guide.content.programmes[programme]!);
  const offer = { programme: open.id, askedAt: now, wording: wordingFor(open, person) };
  return (
    <Sheet title="Your settings" service={guide.profile.serviceName}>
      <h1>{open.title}</h1>
      <p>{open.summary} They take the place of the notes you have now.</p>
      <p class="wording">{renderText(consentText(offer, person.isPrivate, guide), person, guide)}</p>
      <form method="post" action={`/preferences?t=${token}`}>
        <input type="hidden" name="kind" value="programme" />
        <input type="hidden" name="programme" value={programme} />
        {askedAbout(offer).length > 0 && <Asked />}
        <button class="do" type="submit" name="step" value="agreed">
          Yes, start these notes
        </button>
      </form>
    </Sheet>
  );
};

const ResumePage: FC<Omit<AgreeProps, 'programme'>> = ({ guide, token }) => (
  <Sheet title="Your settings" service={guide.profile.serviceName}>
    <h1>Before the notes go on</h1>
    <p>Three questions come first. Your answers are not kept.</p>
    <form method="post" action={`/preferences?t=${token}`}>
      <input type="hidden" name="kind" value="resume" />
      <Asked />
      <button class="do" type="submit" name="step" value="agreed">
        Go on
      </button>
    </form>
  </Sheet>
);

const Asked: FC = () => (
  <>
    <input type="hidden" name="isAsked" value="on" />
    <SafetyQuestions />
  </>
);

interface SignpostProps {
  guide: Guide;
  safety: Exclude<Safety, 'clear'>;
  zone: string | undefined;
  children?: Child;
}

/** Words and people after an answer other than three times no. */
export const SettingsSafetyPage: FC<SignpostProps> = ({ zone, ...rest }) => (
  <SafetyPage region={zone === undefined ? 'XX' : regionOfZone(zone)} {...rest} />
);

/** Opens the page of a programme. */
export const ProgrammeButton: FC<{ token: string; programme: string; label: string }> = ({ token, programme, label }) => (
  <form method="post" action={`/preferences?t=${token}`}>
    <input type="hidden" name="kind" value="programme" />
    <input type="hidden" name="programme" value={programme} />
    <button class="do" type="submit">
      {label}
    </button>
  </form>
);

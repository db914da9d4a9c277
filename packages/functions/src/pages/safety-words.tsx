import type { Child, FC } from 'hono/jsx';
import type { Helplines } from '@breathing-room/core/domain/content';
import type { Region } from '@breathing-room/core/domain/region';
import type { Guide } from '@breathing-room/core/domain/guide';
import { HelpLines } from './help-lines.tsx';
import { Sheet } from './page-frame.tsx';
import type { Safety } from './safety-questions.tsx';

interface SafetyPageProps {
  guide: Guide;
  region: Region;
  safety: Exclude<Safety, 'clear'>;
  /** What may still be chosen. */
  children?: Child;
}

/** What an answer leads to: words and people first, then gentler notes. The title tells nothing. */
export const SafetyPage: FC<SafetyPageProps> = ({ guide, region, safety, children }) => (
  <Sheet title="Sign up" service={guide.profile.serviceName}>
    <Words safety={safety} lines={guide.content.helplines[region]} />
    {children}
  </Sheet>
);

const Words: FC<{ safety: SafetyPageProps['safety']; lines: Helplines }> = ({ safety, lines }) => {
  switch (safety) {
    case 'safe':
      return <Safe lines={lines} />;
    case 'no_contact':
      return <NoContact lines={lines} />;
    case 'unsaid':
      return <Unsaid lines={lines} />;
  }
};

const of = ({ lines }: Helplines, ...kinds: Helplines['lines'][number]['kind'][]) => lines.filter(({ kind }) => kinds.includes(kind));

const Safe: FC<{ lines: Helplines }> = ({ lines }) => (
  <>
    <h1>You deserve to be safe</h1>
    <p>It is not your fault, and it is not yours to wait out. You need no proof to ask for help. You can love someone and fear them.</p>
    <HelpLines lines={of(lines, 'emergency', 'abuse', 'silent', 'crisis', 'directory')} />
    <p>
      Does someone look at your phone or mailbox? A friend's phone may be better for a call. You need not face anyone or go tonight: a plan
      is best made with trained people.
    </p>
    <p>We are automated and cannot see to it ourselves. What you answered is not kept.</p>
  </>
);

const NoContact: FC<{ lines: Helplines }> = ({ lines }) => (
  <>
    <h1>When someone asks for no contact</h1>
    <p>
      That is theirs to decide, and it hurts. No texts, no visits, no word through others. Put their number and their pages out of reach.
      When the urge comes, walk, or call a friend.
    </p>
    <p>Do you share a child? Use only the agreed or the legal way. Keep any rules a court has set.</p>
    <p>Do you worry what you may do? To ask for help is a strong act. Too heavy to carry? There are people for that, too:</p>
    <HelpLines lines={of(lines, 'harm', 'crisis', 'emergency', 'directory')} />
    <p>What you answered is not kept.</p>
  </>
);

const Unsaid: FC<{ lines: Helplines }> = ({ lines }) => (
  <>
    <h1>You need not say</h1>
    <p>
      Some notes touch on getting in touch, talking or waiting. None of that is right where there is fear, or where someone asked for no
      contact. If that could be so, take the gentle notes on caring for yourself.
    </p>
    <HelpLines lines={of(lines, 'emergency', 'abuse', 'directory')} />
    <p>Should you ever feel unsafe: write SAFE to us, in any mail.</p>
  </>
);

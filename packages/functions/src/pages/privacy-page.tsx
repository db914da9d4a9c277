import type { FC } from 'hono/jsx';
import type { Profile } from '@breathing-room/core/domain/content';
import { Sheet } from './page-frame.tsx';

/** What is kept, for how long, and how to see or erase it; who runs the line says the rest on a page of their own. */
export const PrivacyPage: FC<{ profile: Profile }> = ({ profile: { serviceName, mail } }) => (
  <Sheet title="Privacy" service={serviceName}>
    <h1>Privacy</h1>
    <h2>What we keep</h2>
    <ul>
      <li>Your number or mailbox, encrypted, for as long as you use it here.</li>
      <li>Your settings, and which notes run.</li>
      <li>Short codes of what we sent, and your number answers for 30 days at most.</li>
      <li>If you asked about danger, no contact or your age, one mark each, so that some notes stay away. It has an end.</li>
      <li>Proof of what you agreed to and when you ended it, as the law asks.</li>
    </ul>
    <h2>What we do not keep</h2>
    <ul>
      <li>Your words. They are read by rules, answered, and let go. Stored mail is deleted within a day.</li>
      <li>Names you mention, where you are, whom you know.</li>
      <li>Anything about how you use these pages: no cookie, no script, no counting, nothing from other sites.</li>
    </ul>
    <h2>What others may see</h2>
    <p>
      Texts and mails stay on your devices and on accounts you share, until you delete them. Your phone company sees that you wrote to us.
      PRIVATE keeps the name of the notes and their numbers out of what we send.
    </p>
    <h2>Yours to do, at any time</h2>
    <ul>
      <li>STOP ends the notes. The unsubscribe link in each mail does the same.</li>
      <li>MY DATA tells you what we hold. FORGET ME, twice, erases it.</li>
    </ul>
    <h2>Who runs it</h2>
    <p>
      {serviceName}
      {mail !== undefined && <>, {mail.postalAddress}</>}. Only adults may sign up. The service is automated; advice is no treatment.
    </p>
  </Sheet>
);

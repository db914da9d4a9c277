import type { FC } from 'hono/jsx';

export const WhatItIs: FC = () => (
  <section>
    <h2>What it is, and what it is not</h2>
    <div class="two">
      <div>
        <h3>It is</h3>
        <ul>
          <li>short, kind advice for the one who is being kept at a distance</li>
          <li>for any tie: partner, parent, grown child, brother or sister, friend</li>
          <li>on your side, and fair to the person who is not here to speak</li>
          <li>glad when you need it less</li>
        </ul>
      </div>
      <div>
        <h3>It is not</h3>
        <ul>
          <li>a person: it is automated, and nobody acts on what you write</li>
          <li>therapy, a test or a verdict on anyone</li>
          <li>a set of tricks to get someone back; a wish for no contact is respected</li>
          <li>advice to stay where you are not safe: then the word is SAFE</li>
        </ul>
      </div>
    </div>
  </section>
);

export const Privacy: FC = () => (
  <section>
    <h2>It stays yours</h2>
    <p>
      Your words are answered and let go. We keep your address encrypted, your settings, and your last number answers. There is no cookie on
      these pages, no script and no counting of visits. FORGET ME erases what we hold.
    </p>
    <p>
      Texts and mails do stay on your own devices. If someone looks at yours, the word PRIVATE keeps the notes short and nameless.{' '}
      <a href="/privacy">All about privacy</a>
    </p>
  </section>
);

/** In our own short words; each line names who found it. */
const findings = [
  [
    'The more one side follows, the more the other steps back, and either can begin.',
    'D. Wile, Family Process 2013; P. Schrodt and others, Communication Monographs 2014',
  ],
  ['Plans of the form "if this, then that" help people do what they meant to do.', 'P. Gollwitzer and P. Sheeran, 2006'],
  [
    'Talks that open with "I", and with the view of the other, are heard as less hostile.',
    'S. Rogers, J. Howieson and C. Neame, PeerJ 2018',
  ],
  [
    'Kindness to oneself after a separation goes with less distress for months.',
    'D. Sbarra, H. Smith and M. Mehl, Psychological Science 2012',
  ],
  ['Quiet support often helps more than support one has to notice.', 'N. Bolger and others, 2000'],
  [
    'Long writing about a parting can make it harder. So we ask for a word or a line.',
    'D. Sbarra and others, Clinical Psychological Science 2013',
  ],
  ['Brooding goes with more and wider pursuit. So there are no tactics here.', "J. Foshay and L. O'Sullivan, 2019"],
  [
    'Text programmes do better with a falling or a chosen pace than with a fixed one.',
    'K. Head and others, Social Science and Medicine 2013',
  ],
] as const;

export const BuiltOn: FC = () => (
  <section>
    <h2>What it is built on</h2>
    <p>The notes draw on published work. No study has tested this service itself, and we do not promise an outcome.</p>
    <ul class="sources">
      {findings.map(([finding, who]) => (
        <li>
          {finding} <span class="soft">{who}.</span>
        </li>
      ))}
    </ul>
  </section>
);

export const ForOperators: FC = () => (
  <section>
    <h2>For those who would run it</h2>
    <p>
      This is open software under the Apache 2.0 licence. A charity can run it on its own cloud account, where it costs almost nothing while
      it rests, or try all of it on one laptop with one command. The words and the help lines need the eyes of a counsellor and of the law
      where you are, before anybody relies on them.
    </p>
  </section>
);

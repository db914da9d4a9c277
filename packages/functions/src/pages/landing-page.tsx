import type { FC } from 'hono/jsx';
import type { Content, Programme } from '@breathing-room/core/domain/content';
import type { Guide } from '@breathing-room/core/domain/guide';
import { Reach } from './help-lines.tsx';
import { regions } from './help-now-page.tsx';
import { landingStyle } from './landing-style.ts';
import { BuiltOn, ForOperators, Privacy, WhatItIs } from './landing-words.tsx';
import { Frame } from './page-frame.tsx';
import { PhonePicture } from './phone-picture.tsx';

export interface LandingProps {
  guide: Guide;
  /** The number people text, E.164; without one only mail is offered. */
  number?: string | undefined;
}

/** The first page: what this is, how to begin, and where help is. */
export const LandingPage: FC<LandingProps> = ({ guide, number }) => (
  <Frame title={guide.profile.serviceName} service={guide.profile.serviceName} style={landingStyle} mayBeFound>
    <div class="land">
      <Opening guide={guide} number={number} />
      <WhatItIs />
      <WordsToText topics={guide.content.topics} number={number} />
      <Roads programmes={guide.content.programmes} number={number} />
      <HelpNow helplines={guide.content.helplines} />
      <Privacy />
      <BuiltOn />
      <ForOperators />
    </div>
  </Frame>
);

const Opening: FC<LandingProps> = ({ guide, number }) => (
  <section class="hero">
    <div class="ask">
      <h1>When someone you love pulls away</h1>
      <p class="lead">
        A partner, a parent, a child, a friend. Send one word and get a short, steady answer. Or take a few calm notes, at your own pace,
        until the ground is firmer.
      </p>
      <div class="ways">
        {number !== undefined && (
          <a class="do" href={`sms:${number}?body=SPACE`}>
            Text SPACE to <b>{spaced(number)}</b>
          </a>
        )}
        <a class={number === undefined ? 'do' : 'do other'} href="/join">
          Get notes by e-mail
        </a>
      </div>
      <p class="soft small">
        For adults. Automated, with nobody reading along. In danger, or at the end of your strength?{' '}
        <a href="/help-now">Talk to a person now</a>.
      </p>
    </div>
    <PhonePicture guide={guide} />
  </section>
);

const shownTopics = ['space', 'why', 'calm', 'chase', 'lonely', 'ignored', 'fights', 'talk', 'worth', 'friends', 'kids', 'safe'];

const WordsToText: FC<{ topics: Content['topics']; number: string | undefined }> = ({ topics, number }) => (
  <section>
    <h2>One word is enough</h2>
    <p>
      Text a word
      {number !== undefined && (
        <>
          {' '}
          to <b>{spaced(number)}</b>
        </>
      )}
      , or say it in your own words. MENU shows more of them, MORE goes on, and STOP always ends it. Message and data rates may apply.
    </p>
    <dl class="words">
      {shownTopics
        .flatMap((id) => topics[id] ?? [])
        .map(({ keyword, title }) => (
          <div>
            <dt>{keyword}</dt>
            <dd>{title}</dd>
          </div>
        ))}
    </dl>
  </section>
);

const roadsInOrder = ['firstweek', 'selfcare', 'patience', 'boundaries', 'balance28', 'hardtalk'];

const Roads: FC<{ programmes: Content['programmes']; number: string | undefined }> = ({ programmes, number }) => (
  <section>
    <h2>Or notes that keep you company</h2>
    <p>
      One note a day at most, fewer as time goes on, by day only. Each asks a little, and none asks you to win anybody back. A low answer
      slows them down.
    </p>
    <ul class="roads">
      {roadsInOrder
        .flatMap((id) => programmes[id] ?? [])
        .map((programme) => (
          <Road programme={programme} hasNumber={number !== undefined} />
        ))}
    </ul>
    <p>
      <a class="do" href="/join">
        Get notes by e-mail
      </a>
    </p>
  </section>
);

const Road: FC<{ programme: Programme; hasNumber: boolean }> = ({ programme: { title, summary, word }, hasNumber }) => (
  <li>
    <h3>{title}</h3>
    <p class="soft">{summary}</p>
    {hasNumber && (
      <p class="small">
        By text: <code>JOIN {word}</code>
      </p>
    )}
  </li>
);

const HelpNow: FC<{ helplines: Content['helplines'] }> = ({ helplines }) => (
  <section class="help">
    <h2>Help now</h2>
    <p>We are no crisis line. These people are there for you.</p>
    <dl class="places">
      {regions.map(([region, name]) => (
        <div>
          <dt>{name}</dt>
          <dd>
            In danger: <Reach reach={lower(helplines[region].emergency)} />
          </dd>
          <dd>
            To talk: <Reach reach={helplines[region].crisis} />
          </dd>
          <dd>
            Hurt or controlled by someone: <Reach reach={helplines[region].abuse} />
          </dd>
        </div>
      ))}
    </dl>
    <p>
      <a href="/help-now">All numbers, with their hours</a>
    </p>
  </section>
);

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `+1 212 555 0123`: in groups, as people read it out. */
const spaced = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');

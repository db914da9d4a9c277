import type { FC } from 'hono/jsx';
import { renderText } from '@breathing-room/core/domain/render';
import type { Guide } from '@breathing-room/core/domain/guide';

/** What the picture shows: two texts and the answers the service gives to them. */
export const example: readonly { said: string; topic: string }[] = [
  { said: 'SPACE', topic: 'space' },
  { said: 'I keep texting and he does not answer', topic: 'chase' },
];

/** A phone on which a short exchange appears, line by line, without a script. */
export const PhonePicture: FC<{ guide: Guide }> = ({ guide }) => (
  <figure class="picture">
    <div class="phone">
      <p class="to">{guide.profile.serviceName}</p>
      <ol class="talk">
        {example.map(({ said, topic }) => (
          <>
            <li class="out">{said}</li>
            <li class="in">{renderText({ id: `topic.${topic}.1` }, { region: 'US', language: 'en' }, guide)}</li>
          </>
        ))}
      </ol>
    </div>
    <figcaption class="caption soft small">Two texts, and the answers they get</figcaption>
  </figure>
);

import type { FC } from 'hono/jsx';
import type { Helplines } from '@breathing-room/core/domain/content';

/** Lines in the order they are needed; one an operator withdrew is gone at once (X7). */
export const HelpLines: FC<{ lines: Helplines['lines'] }> = ({ lines }) => (
  <ul class="lines">
    {lines
      .filter(({ withdrawn }) => withdrawn !== true)
      .map(({ name, reach, hours }) => (
        <li>
          <b>{name}</b>
          <span class="reach">
            <Reach reach={reach} />
          </span>{' '}
          <span class="soft small">{hours}</span>
        </li>
      ))}
  </ul>
);

/** A number of three digits or more, or a site. */
const dialled = /(\d[\d -]{1,}\d|\b[a-z][\w-]+\.(?:org|com|ie|ca|net)\b)/;

/** Words with each number to call or text, and each site, as a link. */
export const Reach: FC<{ reach: string }> = ({ reach }) => {
  const parts = reach.split(dialled);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a class="reach-link" href={linkTo(part, parts[index - 1] ?? '')} rel="noreferrer">
            {part}
          </a>
        ),
      )}
    </>
  );
};

function linkTo(part: string, before: string): string {
  if (/[a-z]/.test(part)) return `https://${part}`;
  return `${/(?<!call or )text $/i.test(before) ? 'sms' : 'tel'}:${part.replaceAll(/\D/g, '')}`;
}

import type { FC } from 'hono/jsx';
import type { Block, Span } from './block.ts';
import type { MailParts } from './mail-parts.ts';

/**
 * The HTML part: one calm column from 320 px up, light or dark as the reader has it, no picture and no pixel (E10).
 * No component waits for anything, so its words are there at once; hono's own renderToString brings its browser part.
 */
export const mailPage = (parts: MailParts): string => `<!doctype html>${(<Page {...parts} />) as string}`;

const ink = '#23302f';
const quiet = '#5a6866';
const font = "font-family:Georgia,'Times New Roman',serif";
const paragraph = `margin:0 0 16px;font-size:17px;line-height:1.6;color:${ink}`;
const small = `margin:0 0 8px;font-size:14px;line-height:1.5;color:${quiet}`;
const button = `display:inline-block;padding:12px 20px;border:1px solid #2f6f68;border-radius:8px;background-color:#2f6f68;color:#ffffff;font-size:17px;line-height:20px;text-decoration:none`;
const choice = `display:inline-block;width:44px;padding:12px 0;margin:0 6px 8px 0;border:1px solid #2f6f68;border-radius:8px;color:#235650;font-size:17px;line-height:20px;text-align:center;text-decoration:none`;

/** Clients that know the reader's choice of dark get it; the others keep the inline light colors. */
const dark = `@media (prefers-color-scheme:dark){
.page{background-color:#161c1b!important}.card{background-color:#1e2625!important;border-color:#33403e!important}
.ink{color:#e6edeb!important}.quiet{color:#a9b8b5!important}.choice{color:#a5d8d0!important;border-color:#a5d8d0!important}
.quiet a{color:#a9b8b5!important}}`;

const Page: FC<MailParts> = (parts) => (
  <html lang={parts.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{parts.subject}</title>
      <style dangerouslySetInnerHTML={{ __html: dark }} />
    </head>
    <body class="page" style={`margin:0;padding:0;background-color:#f4f2ec;${font}`}>
      <div style="display:none;max-height:0;overflow:hidden">{parts.preheader + previewFilling}</div>
      <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f4f2ec">
        <tr>
          <td align="center" style="padding:24px 12px">
            <table
              role="presentation"
              class="card"
              width="100%"
              cellpadding="0"
              cellspacing="0"
              style="max-width:560px;background-color:#ffffff;border:1px solid #e3dfd4;border-radius:12px;text-align:left"
            >
              <tr>
                <td style="padding:28px 24px 12px">
                  <Body {...parts} />
                </td>
              </tr>
              <tr>
                <td class="quiet" style={`padding:8px 24px 24px;color:${quiet}`}>
                  <Footer {...parts} />
                </td>
              </tr>
            </table>
          </td>
        </tr>
      </table>
    </body>
  </html>
);

/** Keeps what follows out of the preview line of an inbox: it may be read over a shoulder (E9). */
const previewFilling = '\u00A0\u200C'.repeat(90);

const Body: FC<MailParts> = ({ words, service, isNote, numbering, blocks, choices }) => (
  <>
    {numbering !== undefined && (
      <p class="quiet" style={small}>
        {numbering}
      </p>
    )}
    {isNote && (
      <p class="ink" style={paragraph}>
        {words.hello}
      </p>
    )}
    {blocks.map((block) => (
      <Piece block={block} label={words.open} />
    ))}
    {choices !== undefined && (
      <p class="ink" style={paragraph}>
        {words.ask}
      </p>
    )}
    {choices !== undefined && (
      <p style="margin:0 0 16px">
        {choices.map((url, index) => (
          <a class="choice" href={url} style={choice} aria-label={`${index + 1}, ${words.scale[index]}`}>
            {String(index + 1)}
          </a>
        ))}
      </p>
    )}
    {isNote && (
      <p class="ink" style={paragraph}>
        {words.signOff}
        <br />
        {service}
      </p>
    )}
  </>
);

const Piece: FC<{ block: Block; label: string }> = ({ block, label }) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p class="ink" style={paragraph}>
          {block.lines.map((line, index) => (
            <>
              {index > 0 && <br />}
              <Spans spans={line} />
            </>
          ))}
        </p>
      );
    case 'list': {
      const items = block.items.map((item) => (
        <li style="margin:0 0 6px">
          <Spans spans={item} />
        </li>
      ));
      const style = `${paragraph};padding:0 0 0 24px`;
      return block.ordered ? (
        <ol class="ink" style={style}>
          {items}
        </ol>
      ) : (
        <ul class="ink" style={style}>
          {items}
        </ul>
      );
    }
    case 'page':
      return (
        <p style="margin:0 0 16px">
          <a href={block.url} style={button}>
            {label}
          </a>
        </p>
      );
  }
};

const Spans: FC<{ spans: readonly Span[] }> = ({ spans }) => <>{spans.map(spanPage)}</>;

function spanPage({ kind, text }: Span) {
  switch (kind) {
    case 'plain':
      return text;
    case 'emphasis':
      return <em>{text}</em>;
    case 'strong':
      return <strong>{text}</strong>;
    case 'link':
      return (
        <a class="ink" href={text} style={`color:${ink}`}>
          {text}
        </a>
      );
  }
}

const Footer: FC<MailParts> = ({ words, unsubscribeUrl, postalAddress }) => (
  <>
    <p class="quiet" style={small}>
      {words.automated}
    </p>
    <p class="quiet" style={small}>
      {words.words}
    </p>
    <p class="quiet" style={small}>
      {words.pause}{' '}
      <a href={unsubscribeUrl} style={`color:${quiet}`}>
        {words.unsubscribe}
      </a>
    </p>
    <p class="quiet" style={small}>
      {postalAddress}
    </p>
  </>
);

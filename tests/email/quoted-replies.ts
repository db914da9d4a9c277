/** A reply as one mail program lays it out, and what of it the person typed. */
export interface QuotedReply {
  client: string;
  own: string;
  mail: string;
}

const us = 'Breathing Room';
const address = 'notes@mail.example.org';
const note = [
  'Hello,',
  '',
  'Put one kind thing in your day. Reply with SAFE if you are uneasy.',
  '',
  'How are you today? Reply with a number from 1 to 5.',
  '',
  'Take care,',
  us,
];
const marked = note.map((line) => `> ${line}`.trimEnd()).join('\n');
const plain = note.join('\n');

/** Above: their words; below: the header and our note behind marks. */
const gmail = (client: string, own: string, header: string, sign = ''): QuotedReply => ({
  client,
  own,
  mail: `${own}\n${sign}\n${header}\n\n${marked}\n`,
});
/** Outlook and others quote without marks. */
const outlook = (client: string, own: string, head: string[], rule = ''): QuotedReply => ({
  client,
  own,
  mail: `${own}\n\n${rule}\n${head.join('\n')}\n\n${plain}\n`,
});

export const quotedReplies: QuotedReply[] = [
  gmail('Gmail, English', '4', `On Mon, Mar 2, 2026 at 11:00 AM ${us} <${address}> wrote:`),
  gmail('Gmail, English, wrapped', 'I feel a bit better. 4', `On Mon, Mar 2, 2026 at 11:00 AM ${us} <\n${address}> wrote:`),
  gmail('Gmail, English, wrapped before the address', '2', `On Mon, Mar 2, 2026 at 11:00 AM ${us}\n<${address}> wrote:`),
  gmail('Gmail, German', 'Mir geht es so lala. 3', `Am Mo., 2. März 2026 um 17:00 Uhr schrieb ${us} <${address}>:`),
  gmail('Gmail, German, wrapped', '3', `Am Mo., 2. März 2026 um 17:00 Uhr schrieb ${us} <\n${address}>:`),
  gmail('Gmail, French', '3', `Le lun. 2 mars 2026 à 17:00, ${us} <${address}> a écrit :`),
  gmail('Gmail, French, wrapped', 'Ça va. 4', `Le lun. 2 mars 2026 à 17:00, ${us} <${address}> a\nécrit :`),
  gmail('Gmail, Spanish', '5', `El lun, 2 mar 2026 a las 17:00, ${us} (<${address}>) escribió:`),
  gmail('Gmail, Italian', '2', `Il giorno lun 2 mar 2026 alle ore 17:00 ${us} <\n${address}> ha scritto:`),
  gmail('Gmail, Portuguese', 'PAUSE', `Em seg., 2 de mar. de 2026 às 17:00, ${us} <\n${address}> escreveu:`),
  gmail('Gmail, Dutch', '1', `Op ma 2 mrt 2026 om 17:00 schreef ${us} <${address}>:`),
  gmail('Gmail, Polish', '3', `pon., 2 mar 2026 o 17:00 ${us} <${address}> napisał(a):`),
  gmail('Gmail, Swedish', '4', `Den mån 2 mars 2026 kl 17:00 skrev ${us} <${address}>:`),
  gmail('Gmail, Danish', '4', `Den man. 2. mar. 2026 kl. 17.00 skrev ${us} <${address}>:`),
  gmail('Gmail, Finnish', '3', `ma 2. maalisk. 2026 klo 17.00 ${us} (${address}) kirjoitti:`),
  gmail('Gmail, Turkish', '2', `${us} <${address}>, 2 Mar 2026 Pzt, 17:00 tarihinde şunu yazdı:`),
  gmail('Gmail, Russian', '3', `пн, 2 мар. 2026 г. в 17:00, ${us} <${address}>:`),
  gmail('Gmail, Japanese', '3', `2026年3月2日(月) 17:00 ${us} <${address}>:`),
  gmail('Gmail, Chinese', '3', `${us} <${address}> 于2026年3月2日周一 17:00写道：`),
  gmail('Gmail, Korean', '3', `2026년 3월 2일 (월) 오후 5:00, ${us} <${address}>님이 작성:`),
  gmail('Gmail, Arabic', '3', `في الاثنين، 2 مارس 2026 في 5:00 م تمت كتابة ما يلي بواسطة ${us} <${address}>:`),
  gmail(
    'Gmail with a signature',
    'SLOWER',
    `On Mon, Mar 2, 2026 at 11:00 AM ${us} <${address}> wrote:`,
    '\n-- \nJo Example\nAccounts, Example Ltd\n',
  ),
  gmail('Apple Mail, English', '4', `On 2 Mar 2026, at 11:00, ${us} <${address}> wrote:`),
  gmail('Apple Mail, iPhone', 'PAUSE', `On Mar 2, 2026, at 11:00 AM, ${us} <${address}> wrote:`, '\nSent from my iPhone\n'),
  gmail('Apple Mail, name only', '4', `On Mar 2, 2026, at 11:00 AM, ${us} wrote:`),
  gmail('Apple Mail, German', '3', `Am 02.03.2026 um 17:00 schrieb ${us} <${address}>:`, '\nVon meinem iPhone gesendet\n'),
  gmail('Apple Mail, French', 'Merci', `Le 2 mars 2026 à 17:00, ${us} <${address}> a écrit :`, '\nEnvoyé de mon iPhone\n'),
  gmail('Apple Mail, Spanish', '2', `El 2 mar 2026, a las 17:00, ${us} <${address}> escribió:`, '\nEnviado desde mi iPhone\n'),
  gmail('Thunderbird, English', '4', `On 02/03/2026 17:00, ${us} wrote:`),
  gmail('Thunderbird, German', '4', `Am 02.03.26 um 17:00 schrieb ${us}:`),
  gmail('Proton Mail', '3', `On Monday, March 2nd, 2026 at 11:00 AM, ${us} <${address}> wrote:`, '\nSent with Proton Mail secure email.\n'),
  gmail('Proton Mail, older', '3', `------- Original Message -------\nOn Monday, March 2nd, 2026 at 11:00 AM, ${us} <${address}> wrote:`),
  outlook(
    'Outlook, English',
    '5',
    [`From: ${us} <${address}>`, 'Sent: Monday, March 2, 2026 11:00 AM', 'To: Jo <jo@example.net>', 'Subject: Your note for today'],
    '________________________________',
  ),
  outlook('Outlook, English, name only', '5', [
    `From: ${us}`,
    'Sent: Monday, March 2, 2026 11:00 AM',
    'To: Jo',
    'Subject: Your note for today',
  ]),
  outlook('Outlook, bold labels', '4', [
    `*From:* ${us} <${address}>`,
    '*Sent:* Monday, March 2, 2026 11:00 AM',
    '*To:* jo@example.net',
    '*Subject:* Your note for today',
  ]),
  outlook('Outlook, German', '3', [
    `Von: ${us} <${address}>`,
    'Gesendet: Montag, 2. März 2026 17:00',
    'An: Jo <jo@example.net>',
    'Betreff: Your note for today',
  ]),
  outlook(
    'Outlook, French',
    '3',
    [`De : ${us} <${address}>`, 'Envoyé : lundi 2 mars 2026 17:00', 'À : Jo <jo@example.net>', 'Objet : Your note for today'],
    '________________________________',
  ),
  outlook('Outlook, Spanish', '3', [
    `De: ${us} <${address}>`,
    'Enviado: lunes, 2 de marzo de 2026 17:00',
    'Para: Jo <jo@example.net>',
    'Asunto: Your note for today',
  ]),
  outlook('Outlook, Dutch', '3', [
    `Van: ${us} <${address}>`,
    'Verzonden: maandag 2 maart 2026 17:00',
    'Aan: Jo <jo@example.net>',
    'Onderwerp: Your note for today',
  ]),
  outlook('Outlook, Japanese', '3', [
    `差出人: ${us} <${address}>`,
    '送信日時: 2026年3月2日 17:00',
    '宛先: jo@example.net',
    '件名: Your note for today',
  ]),
  outlook('Outlook, old divider', '4', [
    '-----Original Message-----',
    `From: ${us} [mailto:${address}]`,
    'Sent: Monday, March 2, 2026 11:00 AM',
    'To: Jo',
  ]),
  outlook('Outlook, German divider', '4', [
    '-----Ursprüngliche Nachricht-----',
    `Von: ${us} [mailto:${address}]`,
    'Gesendet: Montag, 2. März 2026 17:00',
    'An: Jo',
  ]),
  outlook('Yahoo', '4', [`On Monday, March 2, 2026 at 11:00:00 AM EST, ${us} <${address}> wrote:`]),
  outlook('Yahoo, German', '2', [`Am Montag, 2. März 2026 um 17:00:00 MEZ hat ${us} <${address}> Folgendes geschrieben:`]),
  outlook('Yahoo, Spanish', '2', [`El lunes, 2 de marzo de 2026, 17:00:00 CET, ${us} <${address}> escribió:`]),
  outlook('AOL', '2', [
    '-----Original Message-----',
    `From: ${us} <${address}>`,
    'To: jo@example.net',
    'Sent: Mon, Mar 2, 2026 11:00 am',
    'Subject: Your note for today',
  ]),
  outlook('Forwarded from Gmail', 'see below', [
    '---------- Forwarded message ---------',
    'From: Sam <sam@example.net>',
    'Date: Mon, Mar 2, 2026 at 11:00 AM',
    'Subject: what he said',
    'To: Jo <jo@example.net>',
  ]),
  outlook('Forwarded from Apple Mail', 'see below', [
    'Begin forwarded message:',
    '',
    'From: Sam <sam@example.net>',
    'Subject: what he said',
    'Date: 2 March 2026 at 11:00:00 CET',
  ]),
  outlook('A friend’s mail without a divider', 'he wrote this', [
    'From: Sam <sam@example.net>',
    'Date: Mon, 2 Mar 2026 11:00:00 +0100',
    'Subject: what he said',
  ]),
  { client: 'An answer under the quote', own: '4', mail: `On Mon, Mar 2, 2026 at 11:00 AM ${us} <${address}> wrote:\n${marked}\n\n4\n` },
  { client: 'Marks and no header', own: '4', mail: `4\n\n${marked}\n` },
  {
    client: 'A header with its marks',
    own: '4',
    mail: `4\n\n> On Mar 2, 2026, ${us} <${address}> wrote:\n>\n${marked.replaceAll('> ', '>> ')}\n`,
  },
];

/** Words that look a little like a header and are not. */
export const plainWords: string[] = [
  'I like Breathing Room. It helps.',
  'Breathing Room, please pause',
  'Is notes@mail.example.org the right address? 3',
  'It was 11:00 on Monday in 2026 when he left.\nI miss him.',
  'He said: I need space',
  'To me: it hurts\nTo him: nothing',
  'STOP',
  'I cannot do this any more',
  'From: me, with love',
];

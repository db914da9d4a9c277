import { describe, expect, it } from 'vitest';
import { candidateZones, zonesOfAreaCode } from '@breathing-room/core/domain/candidate-zones';
import { isZone } from '@breathing-room/core/domain/local-time';
import table from '@breathing-room/core/domain/phone-zones.json';

const sms = (value: string) => ({ channel: 'sms' as const, value });

/** Codes that lie over the same ground in the North American Numbering Plan. */
const overlays = `
  205 659, 256 938, 480 602 623, 327 870, 209 350, 213 323 738, 310 424, 408 669, 510 341, 530 837, 559 357, 619 858,
  707 369, 714 657, 760 442, 805 820, 818 747, 909 840, 916 279, 303 720 983, 970 748, 203 475, 860 959, 202 771,
  305 786 645, 407 689, 561 728, 813 656, 850 448, 904 324, 954 754, 404 470 678 770 943, 706 762, 208 986, 217 447,
  309 861, 312 773 872, 618 730, 630 331, 708 464, 815 779, 847 224, 317 463, 812 930, 270 364, 318 457, 301 240 227,
  410 443 667, 507 924, 662 471, 573 235, 314 557, 816 975, 402 531, 702 725, 212 646 332, 718 347 929 917 465, 315 680,
  845 329, 716 624, 336 743, 704 980, 910 472, 919 984, 440 436, 513 283, 614 380, 740 220, 330 234, 405 572, 918 539,
  503 971, 541 458, 215 267 445, 412 878, 717 223, 570 272, 610 484 835, 814 582, 803 839, 843 854, 864 821, 615 629,
  210 726, 214 469 972 945, 713 281 832 346 621, 512 737, 817 682, 903 430, 801 385, 703 571, 757 948, 804 686, 540 826,
  360 564, 304 681, 715 534, 920 274, 608 353, 604 236 250 672 778 257, 403 368 587 780 825, 204 431 584, 306 474 639,
  416 437 647, 905 289 365 742, 705 249 683, 519 226 548 382, 613 343 753, 514 438 263, 450 579 354, 418 581 367,
  819 873 468, 902 782, 506 428, 709 879, 809 829 849, 787 939, 876 658, 313 679
`
  .split(',')
  .map((overlay) => overlay.trim());

describe('candidateZones (Q2)', () => {
  it.each([
    ['Manhattan', '+12125550123', ['America/New_York']],
    ['Orlando, the overlay of 407', '+16895550123', ['America/New_York']],
    ['western Kentucky', '+12705550123', ['America/Chicago', 'America/New_York']],
    ['the Navajo Nation shares a code with the rest of northern Arizona', '+19285550123', ['America/Denver', 'America/Phoenix']],
    ['Phoenix', '+16025550123', ['America/Phoenix']],
    ['any British Columbia overlay', '+12365550123', ['America/Edmonton', 'America/Vancouver']],
    ['Saskatchewan with Lloydminster and Creighton', '+13065550123', ['America/Edmonton', 'America/Regina', 'America/Winnipeg']],
    ['Newfoundland and Labrador', '+17095550123', ['America/Halifax', 'America/St_Johns']],
    ['Guam', '+16715550123', ['Pacific/Guam']],
    ['London', '+442079460123', ['Europe/London']],
    ['Guernsey', '+441481960123', ['Europe/London']],
    ['Jersey', '+441534960123', ['Europe/London']],
    ['Man', '+441624960123', ['Europe/London']],
    ['Dublin', '+35312345678', ['Europe/Dublin']],
    ['New Zealand with the Chathams', '+6421123456', ['Pacific/Auckland', 'Pacific/Chatham']],
    ['a toll-free number', '+18005550123', []],
    ['Germany', '+4915112345678', []],
  ])('%s', (_, number, zones) => {
    expect(candidateZones(sms(number), undefined)).toEqual(zones);
  });

  it('knows every Australian time for a mobile, with the half hour of Lord Howe', () => {
    expect(candidateZones(sms('+61412345678'), undefined)).toHaveLength(6);
  });

  it('goes by the zone a person told us, on both channels', () => {
    expect(candidateZones(sms('+12125550123'), 'America/Denver')).toEqual(['America/Denver']);
    expect(candidateZones({ channel: 'email', value: 'a@example.org' }, 'Europe/Dublin')).toEqual(['Europe/Dublin']);
  });

  it('fails closed for mail without a zone and for a stored zone this runtime does not know', () => {
    expect(candidateZones({ channel: 'email', value: 'a@example.org' }, undefined)).toEqual([]);
    expect(candidateZones(sms('+12125550123'), 'Mars/Olympus')).toEqual([]);
  });
});

describe('the table of area codes', () => {
  const codes = Object.values(table.nanp).flatMap((group) => group.split(' '));

  it('names each code once, and none that is no place', () => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[2-9](?!9)\d\d$/.test(code))).toEqual([]);
    expect(codes.filter((code) => /^(500|533|544|566|577|588|600|622|700|710|8(00|33|44|55|66|77|88)|900)$/.test(code))).toEqual([]);
  });

  it('holds only zones this runtime knows', () => {
    const names = [...Object.keys(table.nanp).flatMap((group) => group.split('&')), ...Object.values(table.country).flat()];
    expect(names.filter((name) => !isZone(name))).toEqual([]);
  });

  it.each(overlays)('overlay %s shares its zones', (overlay) => {
    const sets = overlay.split(' ').map((code) => zonesOfAreaCode(code).join('&'));
    expect(sets[0]).not.toBe('');
    expect(new Set(sets).size).toBe(1);
  });
});

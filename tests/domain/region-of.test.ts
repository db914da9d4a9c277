import { describe, expect, it } from 'vitest';
import table from '@breathing-room/core/domain/phone-zones.json';
import { regionOf } from '@breathing-room/core/domain/region-of';

const regionOfCode = (code: string) => regionOf({ channel: 'sms', value: `+1${code}5550123` });

describe('regionOf (X7)', () => {
  it.each([
    ['+442079460123', 'UK'],
    ['+447911123456', 'UK'],
    ['+353851234567', 'IE'],
    ['+61412345678', 'AU'],
    ['+6421123456', 'NZ'],
    ['+4915112345678', 'XX'],
    ['+18005550123', 'XX'],
    ['+19995550123', 'XX'],
    ['+13524567890', 'US'],
    ['+35212345678', 'XX'],
  ])('%s is %s', (value, region) => {
    expect(regionOf({ channel: 'sms', value })).toBe(region);
  });

  it('says nothing of a mailbox', () => {
    expect(regionOf({ channel: 'email', value: 'a@example.ie' })).toBe('XX');
  });

  it('counts the territories as US', () => {
    expect(['787', '939', '340', '670', '671', '684', '808', '907'].map(regionOfCode)).toEqual(Array(8).fill('US'));
  });

  it.each([
    '242',
    '246',
    '264',
    '268',
    '284',
    '345',
    '441',
    '473',
    '649',
    '658',
    '664',
    '721',
    '758',
    '767',
    '784',
    '809',
    '829',
    '849',
    '868',
    '869',
    '876',
  ])('does not take +1 %s for the US', (code) => {
    expect(regionOfCode(code)).toBe('XX');
  });

  it('knows every Canadian code and takes no other for Canadian', () => {
    const canadian =
      '204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942';
    const codes = Object.values(table.nanp).flatMap((group) => group.split(' '));
    expect(codes.filter((code) => regionOfCode(code) === 'CA').sort()).toEqual(canadian.split(' '));
  });
});

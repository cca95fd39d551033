import { expect, test } from 'vitest'
import { type Reported, reportsCounted } from './reports-counted.ts'

const report = (sender: string, more: Partial<Reported> = {}): Reported => ({
  ...{ type: 'child-labour-observed', sender, site: 's1', territoire: 'XL101', province: 'XL1', ...more },
})
const told = (...all: readonly Reported[]) =>
  reportsCounted(all).map(({ type, province, territoire, site, reports }) => [type, province, territoire, site, reports])
const TYPE = 'child-labour-observed'

test.each<[string, readonly Reported[], ReturnType<typeof told>]>([
  ['one sender counts nowhere', [report('a')], []],
  ['nine reports of one sender count nowhere', Array.from({ length: 9 }, () => report('a')), []],
  ['of three senders at one place two', ['a', 'b', 'c'].map((one) => report(one)), [[TYPE, 'XL1', 'XL101', 's1', 2]]],
  ['two types are apart', [report('a'), report('b', { type: 'illegal-taxation' })], []],
  [
    'who reports two sites of a territoire stands at neither',
    [report('a'), report('a', { site: 's2' }), report('b', { site: null })],
    [[TYPE, 'XL1', 'XL101', null, 1]],
  ],
  [
    'who reports everywhere is one voice of the province',
    [report('a'), report('a', { site: 's9', territoire: 'XL102' }), report('b', { site: null, territoire: null })],
    [[TYPE, 'XL1', null, null, 1]],
  ],
  ['provinces are apart', [report('a'), report('a', { province: 'XL2', territoire: 'XL201', site: 's5' })], []],
])('%s', (_what, reports, expected) => expect(told(...reports)).toEqual(expected))

/* A run over the rows of a file: each row ends in a state that is true, and a second run opens nothing twice. */
import { expect, test } from 'vitest'
import { type DeskRow, type Run, openRows, rowStateOf } from './import-run.ts'

const row = (at: number, more: Partial<DeskRow> = {}): DeskRow => ({
  ...{ row: at, source: `s${at}`, isRepeated: false, complaints: [], coded: {}, identity: { prs_FirstName: ['Zawadi'] }, state: 'new' },
  ...more,
})
/** A server that keeps what it was told: claims by fingerprint, cases by number. */
function house() {
  const claims = new Map<string, string | null>()
  const cases: string[] = []
  let drawn = 0
  const run = (over: Partial<Run> = {}): Run => ({
    open: (one) => Promise.resolve(cases.includes(one.case) ? 'known' : (cases.push(one.case), 'opened')),
    draw: () => `case-${drawn++}`,
    claim: (source, own) => {
      if (!claims.has(source)) claims.set(source, own)
      return Promise.resolve(claims.get(source) ?? null)
    },
    brought: (source) => Promise.resolve(void claims.set(source, null)),
    reason: (thrown) => (thrown instanceof Error && thrown.message === 'line-cut' ? null : 'Trop long'),
    onRows: () => undefined,
    ...over,
  })
  return { cases, run }
}
const statesOf = (rows: readonly DeskRow[]) => rows.map(({ state }) => state)

test('the same rows twice open nothing twice, also when the mark was lost on the way', async () => {
  const { cases, run } = house()
  const rows = [row(0), row(1)]
  const cut = () => Promise.reject(new Error('line-cut'))
  await expect(openRows(rows, run({ brought: cut }))).rejects.toThrow('line-cut')
  expect(cases).toHaveLength(1)
  expect(statesOf(await openRows(rows, run()))).toEqual(['known', 'opened'])
  expect(statesOf(await openRows(rows, run()))).toEqual(['known', 'known'])
  expect(cases).toHaveLength(2)
})

test('a row that is refused is named with why and the next one is opened; only what can be sent again is tried again', async () => {
  const { cases, run } = house()
  const good = run()
  const refusing = run({ open: (one) => (one.identity.prs_FirstName?.[0] === 'trop' ? Promise.reject(new Error('x')) : good.open(one)) })
  const after = await openRows([row(0, { identity: { prs_FirstName: ['trop'] } }), row(1), row(2, { state: 'said-no' })], refusing)
  expect(after.map(({ state, because }) => [state, because])).toEqual([
    ['failed', 'Trop long'],
    ['opened', undefined],
    ['said-no', undefined],
  ])
  expect(statesOf(await openRows(after, run()))).toEqual(['opened', 'opened', 'said-no'])
  expect(cases).toHaveLength(2)
})

test('what waits for network is not marked as brought', async () => {
  const { run } = house()
  const marked: string[] = []
  const over = { open: () => Promise.resolve('waiting' as const), brought: (source: string) => Promise.resolve(void marked.push(source)) }
  expect(statesOf(await openRows([row(0)], run(over)))).toEqual(['waiting'])
  expect(marked).toEqual([])
})

test('who said no is not taken over, and neither is a row that leads to nobody', () => {
  expect(rowStateOf(row(0, { coded: { con_Consent: ['FALSE'] } }), false)).toBe('said-no')
  expect(rowStateOf(row(0, { coded: { vic_AgreementToManagePersonalData: ['FALSE'] } }), false)).toBe('said-no')
  expect(rowStateOf(row(0, { identity: { vic_LocationOfExploitation: ['Lukanda'] } }), false)).toBe('no-person')
  expect(rowStateOf(row(0), true)).toBe('known')
  expect(rowStateOf(row(0), false)).toBe('new')
})

/* Two telephones and a server that keeps every revision: nothing that somebody typed is ever out of reach. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DraftRevision } from '../../modules/field/contract.ts'
import { headsOf } from '../../modules/field/domain/draft-history.ts'
import type { Keep } from '../device.ts'
import { parcelText } from '../../modules/field/domain/parcel.ts'
import { draftState, keptText } from './draft-box.ts'
import { syncDrafts } from './drafts.ts'
import { MemoryStore } from './memory-store.ts'
import { openPhotoBox } from './photo-box.ts'
import { SyncTrouble } from './session-wire.ts'
import { filesIn } from './vault-keep.ts'

const draft = '00000000-0000-7000-8000-000000000001.saemape.inspection_cd.1'
let number = 0
const newId = (): string => `00000000-0000-7000-9000-${String(++number).padStart(12, '0')}`

function server() {
  const kept = new Map<string, DraftRevision & { account: string }>()
  const heads = () => headsOf([...kept.values()]).map((one) => ({ ...one, device: null, mine: false }))
  return {
    kept,
    from: (account: string) => (_path: string, body: unknown) => {
      const { revisions = [] }: { revisions?: DraftRevision[] } = JSON.parse(JSON.stringify(body))
      for (const one of revisions) if (!kept.has(one.revision)) kept.set(one.revision, { ...one, account })
      return Promise.resolve({ drafts: kept.size === 0 ? [] : [{ draft, heads: heads() }], serverTime: '' })
    },
  }
}
function phone(account: string, post: (path: string, body: unknown) => Promise<unknown>) {
  const store = new MemoryStore()
  const texts = new Map<string, string>()
  const keep: Keep = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    keys: () => [...texts.keys()],
  }
  const files = filesIn(store)
  const open = { on: false }
  const parts = { store, keep, files, post, holder: { account, device: account }, newId, isOpen: () => open.on }
  return {
    store,
    files,
    open,
    type: (xml: string) => keep.setItem(`chanzo.form.${draft}`, JSON.stringify({ xml, at: '', savedAt: '2026-11-21T08:00:00.000Z' })),
    handIn: () => keep.removeItem(`chanzo.form.${draft}`),
    text: () => keptText(keep, draft)?.xml ?? null,
    /** As it lay on the flash before: what was written behind did not get there. */
    killed: (before: string | null) =>
      void (before === null ? texts.delete(`chanzo.form.${draft}`) : texts.set(`chanzo.form.${draft}`, before)),
    raw: () => texts.get(`chanzo.form.${draft}`) ?? null,
    sync: () => syncDrafts(parts),
    with: (other: typeof post) => syncDrafts({ ...parts, post: other }),
  }
}

test('a colleague goes on where one stopped, without asking', async () => {
  const { from } = server()
  const [one, two] = [phone('a', from('a')), phone('b', from('b'))]
  one.type('<d>1</d>')
  await one.sync()
  await two.sync()
  expect(two.text()).toBe('<d>1</d>')
  two.type('<d>2</d>')
  await two.sync()
  expect(await one.sync()).toEqual({ parted: 0 })
  expect(one.text()).toBe('<d>2</d>')
})
test('two who went on from the same state are both kept, and nothing typed is overwritten', async () => {
  const { from } = server()
  const [one, two] = [phone('a', from('a')), phone('b', from('b'))]
  one.type('<d>1</d>')
  await one.sync()
  await two.sync()
  one.type('<d>left</d>')
  two.type('<d>right</d>')
  await one.sync()
  expect(await two.sync()).toEqual({ parted: 1 })
  expect(await one.sync()).toEqual({ parted: 1 })
  expect([one.text(), two.text()]).toEqual(['<d>left</d>', '<d>right</d>'])
  const { revisions } = await draftState(one.store, draft)
  expect(revisions.map((row) => row.xml).toSorted()).toEqual(['<d>1</d>', '<d>left</d>', '<d>right</d>'])
})
test('a form on the screen is not exchanged under the hand', async () => {
  const { from } = server()
  const [one, two] = [phone('a', from('a')), phone('b', from('b'))]
  one.type('<d>1</d>')
  await one.sync()
  await two.sync()
  one.type('<d>2</d>')
  await one.sync()
  two.open.on = true
  await two.sync()
  expect(two.text()).toBe('<d>1</d>')
  two.open.on = false
  await two.sync()
  expect(two.text()).toBe('<d>2</d>')
})
test('a form that was handed in is over on the other telephone too', async () => {
  const { from } = server()
  const [one, two] = [phone('a', from('a')), phone('b', from('b'))]
  one.type('<d>1</d>')
  await one.sync()
  await two.sync()
  one.handIn()
  await one.sync()
  await two.sync()
  expect(two.text()).toBeNull()
})
const form = (answer: string) => `<d><a>${answer}</a><meta><instanceID>uuid:77</instanceID></meta></d>`
const FIRST = { account: 'a', device: 'a' }

test('a telephone that died before the text of a colleague was written neither ends the form nor loses it', async () => {
  const { from, kept } = server()
  const [one, two] = [phone('a', from('a')), phone('b', from('b'))]
  one.type(form('1'))
  await one.sync()
  await two.sync()
  two.killed(null)
  await two.sync()
  await one.sync()
  expect([one.text(), two.text()]).toEqual([form('1'), form('1')])
  expect([...kept.values()].map(({ state }) => state)).toEqual(['open'])
})
test('an older text that a killed telephone still has does not undo what the colleague wrote after it', async () => {
  const { from, kept } = server()
  const [one, two] = [phone('a', from('a')), phone('b', from('b'))]
  one.type(form('1'))
  await one.sync()
  await two.sync()
  const before = two.raw()
  one.type(form('2'))
  await one.sync()
  await two.sync()
  two.killed(before)
  await two.sync()
  expect([one.text(), two.text()]).toEqual([form('2'), form('2')])
  expect(kept.size).toBe(2)
})
test('a form that left by its parcel is over', async () => {
  const { from, kept } = server()
  const one = phone('a', from('a'))
  one.type(form('1'))
  await one.sync()
  const [id, path] = [newId(), '/api/inspections/x/answers']
  const text = parcelText({ id, ...FIRST, path, happenedAt: '2026-11-21T08:00:00.000Z', after: [], data: { instance: 'uuid:77' } })
  const parcel = { id, device: newId(), text, signature: `${'A'.repeat(86)}==` }
  await one.store.write([{ box: 'outbox', key: id, put: { parcel } }])
  one.handIn()
  await one.sync()
  expect([...kept.values()].map(({ state }) => state)).toEqual(['open', 'finished'])
})
test('photographs of a form that a colleague hands in leave from the telephone that took them', async () => {
  const { from, kept } = server()
  const [one, two] = [phone('a', from('a')), phone('b', from('b'))]
  const named = '<d><p>p-1.jpg</p></d>'
  one.type(named)
  await one.files.keep(`${draft}/p-1.jpg`, new Uint8Array([1, 2, 3]))
  await one.files.keep(`${draft}/p-2.jpg`, new Uint8Array([4]))
  await one.sync()
  await two.sync()
  two.handIn()
  await two.sync()
  await one.sync()
  const [file] = [...kept.values()][0]?.files.filter(({ name }) => name === 'p-1.jpg') ?? []
  const box = await openPhotoBox(one.store, () => undefined)
  expect(box.waiting()).toEqual([{ sha256: file?.sha256, mediaType: 'image/jpeg', bytes: 3 }])
  expect(await one.files.keys('')).toEqual([`${draft}/p-2.jpg`])
})
test('a form that is opened while a colleague’s state comes in begins from that state', async () => {
  const { from, kept } = server()
  const [one, two] = [phone('a', from('a')), phone('b', from('b'))]
  one.type(form('1'))
  await one.sync()
  await two.sync()
  one.type(form('2'))
  await one.sync()
  const write = two.store.write.bind(two.store)
  let seen: string | null = null
  two.store.write = (changes) => {
    two.open.on = true
    seen ??= two.text()
    return write(changes)
  }
  await two.sync()
  expect([seen, two.text()]).toEqual([form('2'), form('2')])
  expect(kept.size).toBe(2)
})
test('a refused draft stays and says why; the others go', async () => {
  const one = phone('a', () => Promise.reject(new SyncTrouble('not-a-member')))
  one.type('<d>1</d>')
  await expect(
    one.with((_path, body) =>
      JSON.stringify(body).includes('"revisions":[]') ? Promise.resolve({ drafts: [] }) : Promise.reject(new SyncTrouble('not-a-member')),
    ),
  ).resolves.toEqual({ parted: 0 })
  expect(one.text()).toBe('<d>1</d>')
  expect((await draftState(one.store, draft)).refused).toBe('not-a-member')
})
test('whatever two people type and whichever syncs are lost: every text that was synced is on the server, and both end in the same state or parted', async () => {
  const step = fc.record({ who: fc.nat(1), act: fc.constantFrom('type', 'sync', 'cut', 'lost answer'), text: fc.nat(5) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { from, kept } = server()
      const phones = [phone('a', from('a')), phone('b', from('b'))] as const
      for (const { who, act, text } of steps) {
        const one = phones[who === 0 ? 0 : 1]
        const account = who === 0 ? 'a' : 'b'
        if (act === 'type') one.type(`<d>${account}${text}</d>`)
        const cut = act === 'cut' ? () => Promise.reject(new SyncTrouble('offline')) : null
        const lost = async (path: string, body: unknown): Promise<unknown> => {
          await from(account)(path, body)
          throw new SyncTrouble('offline')
        }
        if (act !== 'type') await one.with(cut ?? (act === 'lost answer' ? lost : from(account))).catch(() => undefined)
      }
      const typed = phones.map((one) => one.text())
      for (const one of phones) await one.sync()
      const said = new Set([...kept.values()].map((row) => row.xml))
      for (const text of typed) if (text !== null) expect(said.has(text)).toBe(true)
      for (const one of phones) await one.sync()
      for (const one of phones) await one.sync()
      if (headsOf([...kept.values()]).length < 2) expect(phones[0].text()).toBe(phones[1].text())
    }),
    { numRuns: 200 },
  )
})

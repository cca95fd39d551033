import { expect, test } from 'vitest'
import { keyedPerson, unlockedAs } from '../../../test/vault-people.ts'
import { colleaguesOf } from './colleagues.ts'
import { heldUnlocked, holdInThisWindow, lockThisWindow, onHeld } from './held.ts'
import { searchTexts } from './search.ts'
import { sealText } from './sealed-text.ts'
import { makeVaultKeys } from './vault-keys.ts'

const caseId = '01970000-0000-7000-8000-00000000000a'
const MINUTE = 60_000

function handClock() {
  let now = 1000
  let waiting: readonly { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after: (ms: number, run: () => void) => {
      const entry = { at: now + ms, run }
      waiting = [...waiting, entry]
      return () => {
        waiting = waiting.filter((one) => one !== entry)
      }
    },
    /** A telephone with a dark screen runs no timers. */
    pass: (ms: number, isDark = false) => {
      now += ms
      if (isDark) return
      for (const entry of waiting.filter(({ at }) => at <= now)) {
        waiting = waiting.filter((one) => one !== entry)
        entry.run()
      }
    },
  }
}
async function reading(clock = handClock()) {
  const person = await keyedPerson()
  const made = await makeVaultKeys({ caseId, vaults: ['identity'], readers: [person.holder], custodians: [] })
  if (!made.ok) throw new Error(made.refusal.code)
  const sealed = await sealText(made.value.keys[0]!, { caseId, slot: 'identity', id: 'name' }, 'Éspérance du Cœur, née à Rubaya')
  if (!sealed.ok) throw new Error(sealed.refusal.code)
  const unlocked = unlockedAs(person, clock)
  await unlocked.openVaults(caseId, made.value)
  return { clock, person, unlocked, made: made.value, sealed: sealed.value }
}
const isLockedAnswer = { ok: false, refusal: { code: 'locked' } }

test('locking forgets keys and texts: nothing opens afterwards, nothing is found', async () => {
  const { unlocked, made, sealed } = await reading()
  expect((await unlocked.openText(caseId, sealed)).ok).toBe(true)
  expect(unlocked.search('esperance')).toMatchObject({ value: [{ slot: 'identity', id: 'name' }] })
  let told = 0
  unlocked.onLock(() => (told += 1))
  unlocked.lock()
  unlocked.lock()
  expect(told).toBe(1)
  expect(unlocked.isLocked()).toBe(true)
  expect(await unlocked.openText(caseId, sealed)).toMatchObject(isLockedAnswer)
  expect(await unlocked.openVaults(caseId, made)).toMatchObject(isLockedAnswer)
  expect(unlocked.search('esperance')).toMatchObject(isLockedAnswer)
})

test('it locks itself after idle minutes, and every touch begins them anew', async () => {
  const { clock, unlocked } = await reading()
  clock.pass(2 * MINUTE)
  unlocked.touch()
  clock.pass(2 * MINUTE)
  expect(unlocked.isLocked()).toBe(false)
  let told = 0
  unlocked.onLock(() => (told += 1))
  clock.pass(MINUTE)
  expect(told).toBe(1)
})

test('a screen that was dark, or a clock that was set back, lengthens nothing', async () => {
  for (const passed of [4 * MINUTE, -MINUTE]) {
    const { clock, unlocked, sealed } = await reading()
    clock.pass(passed, true)
    expect(await unlocked.openText(caseId, sealed)).toMatchObject(isLockedAnswer)
  }
})

test('what was being opened when it locked answers locked', async () => {
  const { unlocked, sealed } = await reading()
  const opening = unlocked.openText(caseId, sealed)
  unlocked.lock()
  expect(await opening).toMatchObject(isLockedAnswer)
})

test('search knows no accents, no case and no order, and asks for every word', () => {
  const at = { caseId, vault: 'narrative', slot: 'story' } as const
  const texts = [
    { ...at, id: 'a', text: 'Le chef a retenu la dette à Rubaya ; elle n’a rien reçu.' },
    { ...at, id: 'b', text: 'Sœur aînée à Goma' },
  ]
  expect(searchTexts(texts, 'RECU rubaya').map(({ id }) => id)).toEqual(['a'])
  expect(searchTexts(texts, 'soeur ainee').map(({ id }) => id)).toEqual(['b'])
  expect(searchTexts(texts, 'reçu goma')).toEqual([])
  expect(searchTexts(texts, ' ; ')).toEqual([])
  expect(searchTexts(texts, 'rubaya')[0]?.around).toContain('dette à Rubaya')
})

test('one window holds one key; the next one locks it', async () => {
  const [one, two] = [unlockedAs(await keyedPerson()), unlockedAs(await keyedPerson())]
  let told = 0
  const stop = onHeld(() => (told += 1))
  holdInThisWindow(one)
  holdInThisWindow(two)
  expect([one.isLocked(), heldUnlocked() === two]).toEqual([true, true])
  lockThisWindow()
  expect(heldUnlocked()).toBeNull()
  stop()
  expect(told).toBe(4)
})

test('a colleague’s first key is remembered; another one stops, until the two have compared', async () => {
  const rows = new Map<string, string>()
  const store = { getItem: (name: string) => rows.get(name) ?? null, setItem: (name: string, text: string) => void rows.set(name, text) }
  const [me, other, false_] = await Promise.all([keyedPerson(), keyedPerson(), keyedPerson()])
  const mine = () => colleaguesOf(me.holder.account, store)
  expect(await mine().seen(other.holder)).toBe('first')
  expect((await mine().admit([other.holder])).ok).toBe(true)
  expect(await mine().seen(other.holder)).toBe('same')
  const swapped = { ...other.holder, publicKey: false_.pair.publicKey }
  expect(await mine().admit([me.holder, swapped])).toMatchObject({
    refusal: { code: 'colleague-key-changed', facts: { account: other.holder.account } },
  })
  expect(await mine().seen(me.holder)).toBe('first')
  expect(await mine().admit([me.holder, { ...me.holder, publicKey: false_.pair.publicKey }])).toMatchObject({ ok: false })
  await mine().trustChanged(swapped)
  expect((await mine().admit([swapped])).ok).toBe(true)
  expect([...rows.values()].join('')).not.toContain(other.holder.account)
  rows.set(`chanzo.colleagues.${me.holder.account}`, 'broken')
  expect(await mine().seen(other.holder)).toBe('first')
})

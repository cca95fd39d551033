import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { CustodianEvent, RecoveryEvent } from './key-words.ts'
import { custodianDecider } from './custodians.ts'
import { type RecoveryCommand, recoveryDecider } from './recovery.ts'

const number = (at: number): string => `01970000-0000-7000-8000-00000000000${at}`
const account = (at: number) => asId('account', number(at))
const ASKER = account(0)
const key = asId('personal-key', number(9))
const asked = { step: 'ask', key, publicKey: `age1${'q'.repeat(58)}`, because: 'key-lost', organisation: null, role: null } as const

test('whatever is tried in whatever order, a key comes back only after two different people gave, neither of them the asker', () => {
  const who = fc.nat(3).map(account)
  const act = fc.oneof(
    who.map((custodian): RecoveryCommand => ({ step: 'give', custodian, cases: 1 })),
    fc.constant<RecoveryCommand>({ step: 'finish', cases: ['c'] }),
    fc.constant<RecoveryCommand>({ step: 'withdraw' }),
    fc.constant<RecoveryCommand>(asked),
  )
  fc.assert(
    fc.property(fc.array(fc.record({ act, by: who, holdsShares: fc.boolean(), hasKey: fc.boolean() }), { maxLength: 25 }), (tries) => {
      const log: RecoveryEvent[] = []
      for (const { act: command, by, holdsShares, hasKey } of [{ act: asked, by: ASKER, holdsShares: false, hasKey: true }, ...tries]) {
        const state = foldEvents(recoveryDecider, log)
        if (command.step === 'ask' && log.length > 0) continue
        const context = { account: by, asker: ASKER, currentKey: hasKey ? key : 'another', holdsShares, openable: ['c'] }
        const decided = recoveryDecider.decide(state, command, context)
        if (!decided.ok) continue
        if (command.step === 'finish' || command.step === 'withdraw') expect(by).toBe(ASKER)
        log.push(...decided.value)
      }
      const ends = log.findIndex(({ kind }) => kind === 'key-recovery.finished.v1' || kind === 'key-recovery.withdrawn.v1')
      const givers = log.flatMap((one) => (one.kind === 'key-recovery.share-given.v1' ? [one.payload.custodian] : []))
      expect(givers).not.toContain(ASKER)
      expect(new Set(givers).size).toBe(givers.length)
      if (ends === -1) return
      expect(ends).toBe(log.length - 1)
      if (log[ends]?.kind === 'key-recovery.finished.v1') expect(givers.length).toBeGreaterThanOrEqual(2)
    }),
    { numRuns: 400 },
  )
})

test('three are named by somebody who is none of them, and nobody but one of the three confirms', () => {
  const organisation = asId('organisation', number(8))
  const naming = asId('custodians-naming', number(7))
  const fit = [1, 2, 3, 4].map(account)
  const named = (picks: readonly number[], by: number) =>
    custodianDecider.decide(
      custodianDecider.initial,
      { step: 'name', naming, organisation, custodians: picks.map(account) },
      { account: account(by), fit },
    )
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 4 }), fc.nat(5), fc.nat(5), (picks, by, other) => {
      const decided = named(picks, by)
      const isGood = picks.length === 3 && new Set(picks).size === 3 && picks.every((one) => one >= 1 && one <= 4) && !picks.includes(by)
      expect(decided.ok).toBe(isGood)
      if (!decided.ok) return
      const waiting = foldEvents<typeof custodianDecider.initial, CustodianEvent>(custodianDecider, decided.value)
      expect(waiting.current).toBeNull()
      const confirmed = custodianDecider.decide(waiting, { step: 'confirm' }, { account: account(other), fit })
      expect(confirmed.ok).toBe(picks.includes(other))
    }),
    { numRuns: 300 },
  )
})

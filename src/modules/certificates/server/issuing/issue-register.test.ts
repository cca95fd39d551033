/* The register names what may still be asked about, and leaves out what ran out long ago: else it would one day be longer than verifiers read. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../../../test/empty-database.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { type Database, connect } from '../../../../platform/database/connect.ts'
import { passingKeyRing } from '../../../../platform/keys/signer.ts'
import { REMEMBERED_DAYS, rememberedFrom } from '../../domain/issue-register.ts'
import { issueRegisterOf } from './issue-register.ts'
import { insertBlock, insertSheet, setBlockClosed, setSheetConfirmed } from './store-issuing.ts'

const TODAY = '2026-11-22'
const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
let database: Database
beforeAll(async () => {
  database = connect({ connectionString: await emptyDatabase(), max: 1 })
})
afterAll(() => database.close())

/** A block of ten numbers with one confirmed sheet that ran out on a day. */
const write = (n: number, { expiresOn, until, lostOn }: { expiresOn: string; until: string; lostOn?: string }) =>
  database.transaction(async (tx) => {
    const [block, number, firstIndex] = [idOf(n), `CD-2026-00${n}001`, n * 10]
    const issuedOn = addDays(expiresOn, -14)
    await insertBlock(tx, 'cd', {
      ...{ id: block, office: idOf(900), officeName: 'Goma', prefix: 'CD-2026-', from: n * 1000 + 1, to: n * 1000 + 10, firstIndex },
      ...{ device: idOf(800 + n), publicKey: String(n).repeat(64), reservedOn: issuedOn, validUntil: until },
    })
    await insertSheet(tx, 'cd', {
      ...{
        block,
        ordinal: 1,
        number,
        listIndex: firstIndex,
        issuedOn,
        expiresOn,
        exporterName: 'Comptoir',
        lotNumber: `EX-${n}`,
        mineral: 'Sn',
      },
      ...{
        massGrams: 1,
        terms: {},
        code: 'ASM1:X',
        codeHash: String(n).repeat(64),
        usedTwice: false,
        arrivedAt: `${issuedOn}T08:00:00.000Z`,
      },
    })
    await setSheetConfirmed(tx, 'cd', { number, on: issuedOn })
    if (lostOn !== undefined) await setBlockClosed(tx, 'cd', { id: block, on: lostOn, why: 'lost', reason: 'lost' })
  })

test('what ran out a day too long ago is named no more, in the list of the confirmed as in that of what stands after a loss', async () => {
  const edge = rememberedFrom(TODAY)
  expect(addDays(edge, REMEMBERED_DAYS)).toBe(TODAY)
  await write(1, { expiresOn: addDays(edge, -1), until: TODAY, lostOn: TODAY })
  await write(2, { expiresOn: edge, until: TODAY, lostOn: TODAY })
  await write(3, { expiresOn: TODAY, until: addDays(edge, -1) })
  const register = await database.read((tx) => issueRegisterOf(tx, { tenant: 'cd', now: `${TODAY}T09:00:00.000Z`, keys: passingKeyRing() }))
  expect(register.confirmed).toEqual([20, 30])
  expect(register.standing).toEqual([{ publicKey: '2'.repeat(64), codes: ['2'.repeat(64)] }])
  expect(register.offices.map((one) => one.firstIndex).toSorted((a, b) => a - b)).toEqual([10, 20])
})

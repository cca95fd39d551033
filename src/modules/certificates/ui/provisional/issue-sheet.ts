/*
A provisional certificate comes into the world on the telephone: the next number, the facts, the signature of the device. The number is written down in
the same write as the signed sheet, one sheet after the other, so a kill leaves both or neither. It refuses to judge the lot: that is the desk's.
*/
import { newId } from '../../../../app/api.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import type { Phone } from '../../../../app/field/phone.ts'
import { todayAt } from '../../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { BlockDetail } from '../../contract-issuing.ts'
import type { DossierTerms } from '../../contract.ts'
import type { CertificateFacts } from '../../domain/code/claims.ts'
import { type NextNumber, type NumbersKnown, nextNumber } from '../../domain/issuing/next-number.ts'
import { sheetsOf, standsHere } from './sheets.ts'

/** What the person says; number, day, issuer and index follow. */
export type SheetFacts = Omit<CertificateFacts, 'issuer' | 'number' | 'issuedOn' | 'statusList' | 'provisional'>
export interface Office {
  readonly phone: Pick<Phone, 'store' | 'outbox' | 'sync' | 'now'>
  readonly vault: Pick<OpenVault, 'sealProvisional' | 'restoredAt'>
  /** As they were carried. */
  readonly blocks: readonly BlockDetail[]
}

/** Last number given, by block; beside cursor and clock. */
const GIVEN = 'numbers-given'
type Given = { readonly [block: string]: number }

/** The next number and its block: of several the one reserved first that still gives. */
export async function nextOf(office: Office): Promise<Outcome<NextNumber & { readonly block: BlockDetail }>> {
  const known = await knownHere(office)
  let refusal: Outcome<never> = refused('no-block-here')
  for (const block of office.blocks.toSorted((a, b) => a.block.from - b.block.from)) {
    const next = nextNumber(block.block, { ...known, given: known.given[block.block.id] ?? 0 })
    if (next.ok) return accepted({ ...next.value, block })
    refusal = next
  }
  return refusal
}

const turns = new WeakMap<object, Promise<unknown>>()
/** Answers the number. */
export function issueSheet(office: Office, sheet: { readonly facts: SheetFacts; readonly terms: DossierTerms }): Promise<Outcome<string>> {
  const { outbox } = office.phone
  const turn = (turns.get(outbox) ?? Promise.resolve()).then(() => issue(office, sheet))
  turns.set(
    outbox,
    turn.catch(() => undefined),
  )
  return turn
}

async function issue(office: Office, { facts, terms }: Parameters<typeof issueSheet>[1]): Promise<Outcome<string>> {
  const { phone, vault, blocks } = office
  const same = sheetsOf(await phone.outbox.items(), blocks).find((one) => one.lotNumber === facts.lotNumber && standsHere(one))
  if (same !== undefined) return refused('lot-has-a-provisional', { certificate: same.number, lot: facts.lotNumber })
  const next = await nextOf(office)
  if (!next.ok) return next
  const { block, number, listIndex, sequence } = next.value
  const whole: CertificateFacts = {
    ...facts,
    ...{ issuer: block.issuer, number, issuedOn: todayAt(phone.now()), provisional: true },
    statusList: { url: block.listUrl, index: listIndex },
  }
  const sealed = await vault.sealProvisional({ facts: whole, publicKey: block.block.publicKey })
  if (!sealed.ok) return sealed
  const { id } = block.block
  const given = await givenHere(office)
  await phone.outbox.add({
    ...{ id: newId(), path: `/api/number-blocks/${id}/provisional-certificates`, subject: `number-block:${id}` },
    ...{ data: { code: sealed.value, terms }, files: [] },
    consumes: [{ box: 'setting', key: GIVEN, put: { ...given, [id]: sequence } }],
  })
  void phone.sync.run()
  return accepted(number)
}

async function knownHere(office: Office): Promise<Omit<NumbersKnown, 'given'> & { readonly given: Given }> {
  const { phone, vault, blocks } = office
  const { restoredAt } = vault
  return {
    today: todayAt(phone.now()),
    given: await givenHere(office),
    sheets: sheetsOf(await phone.outbox.items(), blocks).map((one) => one.number),
    restoredOn: restoredAt === null ? null : todayAt(new Date(restoredAt).toISOString()),
  }
}

/** The last number given of each block. */
export const givenHere = async ({ phone }: Pick<Office, 'phone'>): Promise<Given> => givenIn(await phone.store.read('setting', GIVEN))
const givenIn = (value: unknown): Given =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).flatMap(([block, number]) => (typeof number === 'number' ? [[block, number] as const] : [])))
    : {}
